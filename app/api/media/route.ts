import { handle } from '#lib/server/handle.ts'
import { receiveMedia, saveMedia } from '#lib/server/media.ts'

/** A picture or a sound as its bytes → `{id, kind}`, by which a pair of a list shows it. */
export const POST = handle(
  { auth: 'viewer', limit: 'media', accepts: ['application/octet-stream'], input: receiveMedia },
  ({ viewer, input }) => saveMedia(viewer, input),
)
