import { Refusal } from '#lib/server/errors.ts'
import { handle } from '#lib/server/handle.ts'
import { readMedia } from '#lib/server/media.ts'

const input = (_request: Request, { media }: { media: string }) => {
  if (!/^[0-9a-f]{64}$/.test(media)) throw new Refusal('not-found')
  return media
}

/** A picture or a sound by its SHA-256: what that names never changes. */
export const GET = handle({ auth: 'viewer', input }, async ({ viewer, input: id }) => {
  const { type, bytes } = await readMedia(viewer, id)
  const headers = { 'content-type': type, 'cache-control': 'private, max-age=31536000, immutable' }
  return new Response(new Uint8Array(bytes), { headers })
})
