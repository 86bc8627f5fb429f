import { Refusal } from '#lib/server/errors.ts'
import { handle } from '#lib/server/handle.ts'
import { readPack } from '#lib/server/packs.ts'

const input = (_request: Request, { pack }: { pack: string }) => {
  const [, setId, version] = /^([\w-]{1,64})(?:@|%40)(\d{1,9})$/.exec(pack) ?? []
  if (!setId || !version) throw new Refusal('not-found')
  return { setId, version: Number(version) }
}

/**
 * One published version of a set, `SETID@VERSION`: it never changes, and a device keeps it in its own store: no cache of the
 * browser's, which outlives the account, is to hold it too.
 */
export const GET = handle({ auth: 'viewer', input }, async ({ viewer, input: { setId, version } }) => {
  const { json, hash } = await readPack(viewer, setId, version)
  return new Response(json, { headers: { 'content-type': 'application/json', etag: `"${hash}"` } })
})
