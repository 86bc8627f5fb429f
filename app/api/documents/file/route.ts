import { importFile } from '#lib/server/files/import.ts'
import { receiveFile } from '#lib/server/files/sent.ts'
import { handle } from '#lib/server/handle.ts'

/** A file as its bytes, its name in `x-file-name` → `{setId, version, facts, questions, unread}`: a set of one's own. */
export const POST = handle(
  { auth: 'viewer', limit: 'documents', accepts: ['application/octet-stream'], input: receiveFile },
  ({ viewer, input }) => importFile(viewer, input),
)
