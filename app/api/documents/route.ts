import { importText, parseImport, TEXT_BYTES_MAX } from '#lib/server/documents.ts'
import { handle, readJson } from '#lib/server/handle.ts'

/** JSON writes a line break as two bytes and some characters as six; the text itself is measured after it was read. */
const BODY_BYTES_MAX = 2 * TEXT_BYTES_MAX

const input = async (request: Request) => parseImport(await readJson(request, BODY_BYTES_MAX))

/** `{title?, text, format?}` → `{setId, version, facts, questions}`: a text becomes a set of one's own. */
export const POST = handle({ auth: 'viewer', input, limit: 'documents' }, ({ viewer, input: text }) =>
  importText(viewer, text),
)
