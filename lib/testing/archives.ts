import { randomBytes } from 'node:crypto'
import { open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { fromBuffer } from 'yauzl'
import { ZipFile } from 'yazl'
import { type Restored, restoreArchive } from '#lib/server/archive/restore.ts'
import { exportArchive } from '#lib/server/archive/write.ts'
import type { Viewer } from '#lib/server/viewer.ts'

/** A whole download. */
export const exported = async (viewer: Viewer): Promise<Buffer> => buffer((await exportArchive(viewer)).bytes)

/** Puts an archive back from a file without a name, as the route does. */
export const restored = async (viewer: Viewer, bytes: Buffer, now = new Date()): Promise<Restored> => {
  const path = join(tmpdir(), `footnote-archive-${randomBytes(6).toString('hex')}`)
  const file = await open(path, 'wx+')
  await unlink(path)
  await file.writeFile(bytes)
  return restoreArchive(viewer, file, now)
}

/** The files of an archive, as text. */
export const filesIn = (bytes: Buffer): Promise<Map<string, string>> =>
  new Promise((resolve, reject) => {
    const files = new Map<string, string>()
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('error', reject)
      zip.on('end', () => resolve(files))
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, async (failed, stream) => {
          if (failed) return reject(failed)
          files.set(entry.fileName, (await buffer(stream)).toString())
          zip.readEntry()
        })
      })
      zip.readEntry()
    })
  })

/** An archive of these files. */
export const zipOf = async (files: Iterable<readonly [string, string]>): Promise<Buffer> => {
  const zip = new ZipFile()
  for (const [name, text] of files) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  return buffer(zip.outputStream as Readable)
}

/** An archive with one file changed. */
export const changed = async (bytes: Buffer, name: string, change: (text: string) => string): Promise<Buffer> => {
  const files = await filesIn(bytes)
  return zipOf(files.set(name, change(files.get(name) ?? '')))
}

export const linesIn = <Line>(files: ReadonlyMap<string, string>, name: string): Line[] =>
  (files.get(name) ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
