import { Readable } from 'node:stream'
import { exportArchive } from '#lib/server/archive/write.ts'
import { handle } from '#lib/server/handle.ts'

/** Everything that is kept about the viewer, as a ZIP to download, made while it is sent. */
export const GET = handle({ auth: 'viewer', limit: 'archive' }, async ({ viewer }) => {
  const { name, bytes } = await exportArchive(viewer)
  return new Response(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, {
    headers: { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${name}"` },
  })
})
