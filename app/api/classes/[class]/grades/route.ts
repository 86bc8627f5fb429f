import { gradeSheet, type SheetFormat } from '#lib/server/classes/sheet.ts'
import { attachment } from '#lib/server/download.ts'
import { Refusal } from '#lib/server/errors.ts'
import { handle } from '#lib/server/handle.ts'

type Params = { readonly class: string }

const asked = (request: Request, { class: classId }: Params): { classId: string; format: SheetFormat } => {
  const format = new URL(request.url).searchParams.get('format')
  if (format !== 'csv' && format !== 'xlsx') throw new Refusal('bad-request')
  return { classId, format }
}

/** The gradebook of a class as a file: `?format=csv` or `?format=xlsx`. */
export const GET = handle({ auth: 'viewer', input: asked, limit: 'archive' }, async ({ viewer, input }) => {
  const { name, type, bytes } = await gradeSheet(viewer, input)
  const headers = { 'content-type': type, 'content-disposition': attachment(name) }
  return new Response(new Uint8Array(bytes), { headers })
})
