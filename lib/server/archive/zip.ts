import 'server-only'
import { crc32 } from 'node:zlib'
import { type Entry, fromFd, type ZipFile } from 'yauzl'
import { Refusal } from '../errors.ts'
import { t } from '../words.ts'
import { entriesOf, streamOf } from '../zip-entries.ts'

/** More than we write, since a spreadsheet or a file manager may leave something of its own. */
const FILES_MAX = 200
const UNPACKED_BYTES_MAX = 1_500_000_000
/** Our own files shrink to a twentieth; a small one may shrink more. */
const RATIO_MAX = 250
const SMALL_BYTES = 1_000_000
/** A line may hold a whole text, written with escapes. */
const LINE_LENGTH_MAX = 40_000_000

const broken = (): Refusal => new Refusal('cannot-use', t('mydata.broken'))

/** The files of an archive, read as often as wanted; nothing is ever unpacked to disk. */
export type Unpacked = {
  readonly has: (name: string) => boolean
  /** The lines of a file of UTF-8, without the last one if that is empty. Throws `cannot-use` on anything damaged. */
  readonly lines: (name: string) => AsyncGenerator<string, void, void>
}

/** It refuses absolute names and those that lead upwards, though none is ever a path here. */
const openZip = (fd: number): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true }
    fromFd(fd, options, (error, zip) => (error ? reject(error) : resolve(zip)))
  })

/** What unpacks to far more than it is has been made to fill a disk. Sizes are held to what is said here while reading. */
const isHarmless = (entries: readonly Entry[], fileSize: number): boolean => {
  const packed = entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0)
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const swells = ({ compressedSize, uncompressedSize }: Entry) =>
    uncompressedSize > SMALL_BYTES && uncompressedSize > compressedSize * RATIO_MAX
  return packed <= fileSize && unpacked <= UNPACKED_BYTES_MAX && !entries.some(swells)
}

async function* textOf(zip: ZipFile, entry: Entry): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let sum = 0
  for await (const chunk of await streamOf(zip, entry)) {
    const bytes = chunk as Buffer
    sum = crc32(bytes, sum)
    yield decoder.decode(bytes, { stream: true })
  }
  yield decoder.decode()
  if (sum !== entry.crc32) throw broken()
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string, void, void> {
  let rest = ''
  for await (const piece of text) {
    const lines = piece.split('\n')
    const last = lines.pop() ?? ''
    for (const line of lines) {
      yield rest + line
      rest = ''
    }
    rest += last
    if (rest.length > LINE_LENGTH_MAX) throw broken()
  }
  if (rest !== '') yield rest
}

/** Whatever a damaged file makes its readers throw is told as that. */
async function* orBroken(lines: AsyncIterable<string>): AsyncGenerator<string, void, void> {
  try {
    yield* lines
  } catch (thrown) {
    throw thrown instanceof Refusal ? thrown : broken()
  }
}

/** Opens a ZIP. Throws `cannot-use` where it is none, is damaged, or would unpack to more than an archive can be. */
export const unzip = async (fd: number, fileSize: number): Promise<Unpacked> => {
  try {
    const zip = await openZip(fd)
    const entries = await entriesOf(zip, FILES_MAX, broken)
    const byName = new Map(entries.map((entry) => [entry.fileName, entry]))
    if (byName.size < entries.length || !isHarmless(entries, fileSize)) throw broken()
    return {
      has: (name) => byName.has(name),
      lines: (name) => {
        const entry = byName.get(name)
        if (!entry) throw broken()
        return orBroken(linesOf(textOf(zip, entry)))
      },
    }
  } catch (thrown) {
    throw thrown instanceof Refusal ? thrown : new Refusal('cannot-use', t('mydata.notArchive'))
  }
}
