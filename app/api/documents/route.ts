import { isUuid } from '#lib/base/index.ts'
import { importOutcome, importsOf, importText, parseImport, stopImport, TEXT_BYTES_MAX } from '#lib/server/documents.ts'
import { Refusal } from '#lib/server/errors.ts'
import { handle, readJson } from '#lib/server/handle.ts'

/** JSON writes a line break as two bytes and some characters as six; the text itself is measured after it was read. */
const BODY_BYTES_MAX = 2 * TEXT_BYTES_MAX

const input = async (request: Request) => parseImport(await readJson(request, BODY_BYTES_MAX))

/** `{title?, text, format?}` → `{setId, version, facts, questions}`: a text becomes a set of one's own. */
export const POST = handle({ auth: 'viewer', input, limit: 'documents' }, ({ viewer, input: text }) =>
  importText(viewer, text),
)

const asked = (request: Request): string | null => {
  const id = new URL(request.url).searchParams.get('id')
  if (id !== null && !isUuid(id)) throw new Refusal('not-found')
  return id
}

/** `{imports: [{id, share}]}`: texts of one's own that are being read now; with `?id=` what has become of that one. */
export const GET = handle({ auth: 'viewer', input: asked }, ({ viewer, input: id }) =>
  id === null ? importsOf(viewer) : importOutcome(viewer, id),
)

const idOf = async (request: Request): Promise<string> => {
  const { id } = ((await readJson(request, 1_000)) ?? {}) as { id?: unknown }
  if (typeof id !== 'string' || !isUuid(id)) throw new Refusal('bad-request')
  return id
}

/** `{id}`: stops the reading of a text; nothing of it is kept. */
export const DELETE = handle({ auth: 'viewer', input: idOf }, ({ viewer, input: id }) => stopImport(viewer, id))
