import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { entriesOf, streamOf } from '../zip-entries.ts'

/** A book has a few hundred files; what unpacks to far more than a text has been made to fill the memory. */
const FILES_MAX = 5_000
const UNPACKED_BYTES_MAX = 200_000_000
const RATIO_MAX = 200
const SMALL_BYTES = 1_000_000
/** Of a single file that is read: the longest text that is taken, with its mark-up. */
const FILE_BYTES_MAX = 30_000_000

/** Said where a ZIP is one that nobody writes by accident. */
export class TooMuch extends Error {}

export type Parts = {
  readonly names: readonly string[]
  /** A file as text; null where there is none of that name. Throws `TooMuch`, and whatever a damaged file throws. */
  readonly text: (name: string) => Promise<string | null>
}

const opened = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true }
    fromBuffer(bytes, options, (error, zip) => (error ? reject(error) : resolve(zip)))
  })

const swells = ({ compressedSize, uncompressedSize }: Entry): boolean =>
  uncompressedSize > SMALL_BYTES && uncompressedSize > compressedSize * RATIO_MAX

const textOf = async (zip: ZipFile, entry: Entry): Promise<string> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of await streamOf(zip, entry)) {
    length += (chunk as Buffer).length
    if (length > FILE_BYTES_MAX) throw new TooMuch()
    chunks.push(chunk as Buffer)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

/** Opens a ZIP in memory: its names at once, each file when it is asked for. */
export const unpack = async (bytes: Buffer): Promise<Parts> => {
  const zip = await opened(bytes)
  const entries = await entriesOf(zip, FILES_MAX, () => new TooMuch())
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (unpacked > UNPACKED_BYTES_MAX || entries.some(swells)) throw new TooMuch()
  const byName = new Map(entries.map((entry) => [entry.fileName, entry]))
  return {
    names: [...byName.keys()],
    text: async (name) => {
      const entry = byName.get(name)
      return entry ? textOf(zip, entry) : null
    },
  }
}
