import 'server-only'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import {
  ENTRIES_FILE,
  encodeRow,
  MANIFEST_FILE,
  manifestOf,
  RESTORED,
  SETTINGS,
  type Table,
  TOLD,
} from '#lib/interchange/index.ts'
import { db } from '../db.ts'
import { note } from '../security-log.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { cardsAsJson, cardTable, entryLines, entryTable } from './log-lines.ts'
import { MINE } from './mine.ts'
import { few, type Rows } from './pages.ts'
import { readme } from './readme.ts'
import { TOLD_OF } from './told.ts'

/** An archive on its way: a name for the file, and its bytes as they are made. */
export type Archive = { readonly name: string; readonly bytes: Readable }

type Lines = AsyncIterable<string>
type File = readonly [name: string, lines: () => Lines]

const CHUNK_LENGTH = 64_000

/** Lines gathered into pieces worth compressing. */
async function* pieces(lines: Lines): AsyncGenerator<string, void, void> {
  let piece = ''
  for await (const line of lines) {
    piece += line
    if (piece.length < CHUNK_LENGTH) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

async function* linesOf(table: Table, rows: Rows): AsyncGenerator<string, void, void> {
  for await (const row of rows) yield `${encodeRow(table, row)}\n`
}

const filesOf = <N extends string>(
  tables: Readonly<Record<N, Table>>,
  rows: Readonly<Record<N, (userId: string) => Rows>>,
  userId: string,
): File[] =>
  (Object.keys(tables) as N[]).map((name) => [tables[name].file, () => linesOf(tables[name], rows[name](userId))])

const settingsOf = (userId: string) => few(db().learnerSettings.findMany({ where: { userId } }))

const allFiles = (userId: string, last: number): File[] => [
  [ENTRIES_FILE, () => entryLines(userId, last)],
  ['answers.csv', () => entryTable(userId, last)],
  ['cards.csv', () => cardTable(userId)],
  ['cards.json', () => cardsAsJson(userId)],
  [SETTINGS.file, () => linesOf(SETTINGS, settingsOf(userId))],
  ...filesOf(RESTORED, MINE, userId),
  ...filesOf(TOLD, TOLD_OF, userId),
]

/** A file's bytes, which end with the archive where its reader leaves, and end the archive where they fail. */
const feeding = (archive: Readable, text: AsyncIterable<string>): Readable => {
  const source = Readable.from(text, { objectMode: false })
  source.once('error', (error) => archive.destroy(error))
  const leave = () => source.destroy()
  archive.once('close', leave)
  source.once('close', () => archive.off('close', leave))
  return source
}

const zipped = (files: readonly File[], whole: readonly (readonly [string, string])[], now: Date): Readable => {
  const zip = new ZipFile()
  const bytes = zip.outputStream as Readable
  // Half an archive must not look like a whole one: the download breaks off.
  zip.on('error', (error: Error) => bytes.destroy(error))
  for (const [name, text] of whole) zip.addBuffer(Buffer.from(text), name, { mtime: now })
  for (const [name, lines] of files)
    zip.addReadStreamLazy(name, { mtime: now }, (open) => open(null, feeding(bytes, pieces(lines()))))
  zip.end()
  return bytes
}

/** Everything that is kept about the viewer, as one ZIP. It is made while it is sent, a page of rows at a time. */
export const exportArchive = async (viewer: Viewer, now = new Date()): Promise<Archive> => {
  const { userId } = viewer
  authorise(viewer, 'read', { kind: 'account', userId })
  authorise(viewer, 'read', { kind: 'learning', userId })
  const { logSeq: last } = await db().user.findUniqueOrThrow({ where: { id: userId }, select: { logSeq: true } })
  const entries = await db().entry.count({ where: { userId, serverSeq: { lte: last } } })
  await note('data-exported', { userId })
  const manifest = `${JSON.stringify(manifestOf(now, entries), null, 2)}\n`
  const whole = [[MANIFEST_FILE, manifest] as const, ['README.txt', readme(now)] as const]
  return { name: `footnote-${now.toISOString().slice(0, 10)}.zip`, bytes: zipped(allFiles(userId, last), whole, now) }
}
