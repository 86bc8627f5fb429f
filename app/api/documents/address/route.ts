import { importText } from '#lib/server/documents.ts'
import { Refusal } from '#lib/server/errors.ts'
import { fetchPage } from '#lib/server/fetch-page.ts'
import { handle, readJson } from '#lib/server/handle.ts'

const BODY_BYTES_MAX = 4_000

const input = async (request: Request): Promise<string> => {
  const { address } = ((await readJson(request, BODY_BYTES_MAX)) ?? {}) as { address?: unknown }
  if (typeof address !== 'string') throw new Refusal('bad-request')
  return address.trim()
}

/** `{address}` → `{setId, version, facts, questions}`: a page on the web becomes a set of one's own. */
export const POST = handle({ auth: 'viewer', input, limit: 'documents' }, async ({ viewer, input: given }) => {
  const { address: source, ...page } = await fetchPage(given)
  return importText(viewer, { ...page, source })
})
