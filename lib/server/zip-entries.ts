import type { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'

/** Every entry of a ZIP's directory, read by a `ZipFile` that was opened with `lazyEntries`. Rejects with `tooMany()` above `max`. */
export const entriesOf = (zip: ZipFile, max: number, tooMany: () => Error): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > max) reject(tooMany())
      else zip.readEntry()
    })
    zip.readEntry()
  })

/** What an entry holds, unpacked as it is read. */
export const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
