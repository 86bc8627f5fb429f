import 'server-only'
import {
  decodeEntry,
  decodeRow,
  ENTRIES_FILE,
  type EntryLine,
  MANIFEST_FILE,
  parseManifest,
  RESTORED,
  type Row,
  SETTINGS,
  type Table,
  type Thing,
} from '#lib/interchange/index.ts'
import { defaultSettings, type LearnerSettings } from '#lib/sync/index.ts'
import { Refusal } from '../errors.ts'
import { parseSettings } from '../settings.ts'
import { t } from '../words.ts'
import type { Unpacked } from './zip.ts'

/** What an archive holds, found by reading all of it once. */
export type Checked = {
  /** Ids that the archive itself gives a meaning to. */
  readonly ids: Readonly<Record<Thing, ReadonlySet<string>>>
  readonly settings: LearnerSettings | null
  /** Bytes of UTF-8 of each text that there is, by the id of its document. */
  readonly textBytes: ReadonlyMap<string, number>
}

export const tables: readonly Table[] = Object.values(RESTORED)

const wrong = (file: string, line: number): Refusal => new Refusal('cannot-use', t('mydata.wrongLine', { file, line }))

/** The rows of a file. Throws `cannot-use`, naming the line, at the first that is none. */
export async function* rowsIn(archive: Unpacked, table: Table): AsyncGenerator<Row, void, void> {
  let number = 0
  for await (const line of archive.lines(table.file)) {
    number += 1
    const row = decodeRow(table, line)
    if (!row.ok) throw wrong(table.file, number)
    yield row.value
  }
}

/** The log. Throws as above. */
export async function* entriesIn(archive: Unpacked): AsyncGenerator<EntryLine, void, void> {
  let number = 0
  for await (const line of archive.lines(ENTRIES_FILE)) {
    number += 1
    const entry = decodeEntry(line)
    if (!entry.ok) throw wrong(ENTRIES_FILE, number)
    yield entry.value
  }
}

const manifestIn = async (archive: Unpacked) => {
  if (!archive.has(MANIFEST_FILE)) throw new Refusal('cannot-use', t('mydata.notArchive'))
  let text = ''
  for await (const line of archive.lines(MANIFEST_FILE)) text += line
  const manifest = parseManifest(text)
  if (manifest.ok) return manifest.value
  throw new Refusal('cannot-use', t(manifest.error === 'newer' ? 'mydata.newer' : 'mydata.notArchive'))
}

const settingsIn = async (archive: Unpacked): Promise<LearnerSettings | null> => {
  for await (const { updatedAt: _, ...settings } of rowsIn(archive, SETTINGS)) {
    try {
      // What an older archive lacks is as it was by default.
      const known = Object.entries(settings).filter(([, value]) => value !== null)
      return parseSettings({ ...defaultSettings, ...Object.fromEntries(known) }) as LearnerSettings
    } catch {
      throw wrong(SETTINGS.file, 1)
    }
  }
  return null
}

const countEntries = async (archive: Unpacked): Promise<number> => {
  let count = 0
  for await (const _ of entriesIn(archive)) count += 1
  return count
}

const noIds = (): Record<Thing, Set<string>> => ({
  document: new Set(),
  edition: new Set(),
  section: new Set(),
  fact: new Set(),
  question: new Set(),
  set: new Set(),
  'set-version': new Set(),
  attempt: new Set(),
})

/** Reads a whole archive and keeps nothing of it but ids. Throws `cannot-use` where any of it cannot be put back. */
export const checkArchive = async (archive: Unpacked): Promise<Checked> => {
  const manifest = await manifestIn(archive)
  const ids = noIds()
  const textBytes = new Map<string, number>()
  for (const table of tables)
    for await (const row of rowsIn(archive, table)) {
      const thing = table.columns.id?.names
      if (thing) ids[thing].add(String(row.id))
      if (table.model !== 'DocumentVersion') continue
      const documentId = String(row.documentId)
      textBytes.set(documentId, (textBytes.get(documentId) ?? 0) + Buffer.byteLength(String(row.text)))
    }
  const settings = await settingsIn(archive)
  if ((await countEntries(archive)) !== manifest.entries) throw new Refusal('cannot-use', t('mydata.broken'))
  return { ids, settings, textBytes }
}
