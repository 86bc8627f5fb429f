import { receive } from '#lib/server/archive/receive.ts'
import { restoreArchive } from '#lib/server/archive/restore.ts'
import { handle } from '#lib/server/handle.ts'

/** An archive from `/api/export`, as its bytes → `{answers, texts, sets, missing}`: put back into the viewer's account. */
export const POST = handle(
  { auth: 'viewer', limit: 'archive', accepts: ['application/octet-stream'], input: receive },
  ({ viewer, input }) => restoreArchive(viewer, input),
)
