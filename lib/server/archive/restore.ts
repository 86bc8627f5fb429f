import 'server-only'
import { RESTORED, type Thing } from '#lib/interchange/index.ts'
import { rebuildCards } from '../cards.ts'
import { type Tx, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { closeLog, lockLog } from '../log.ts'
import { dropFalseMedia } from '../media.ts'
import { repack } from '../packs.ts'
import { requireRoom } from '../room.ts'
import { note } from '../security-log.ts'
import { putBackSettings } from '../settings.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { t } from '../words.ts'
import { type Checked, checkArchive, tables } from './check.ts'
import { type InUse, inUse, otherId } from './owners.ts'
import { putBackEntries, putBackRows, type Renamed, setsMissing } from './put-back.ts'
import type { Incoming } from './receive.ts'
import { type Unpacked, unzip } from './zip.ts'

/** What came back that was not here; `missing`: sets of others that are not on this installation, or not open. */
export type Restored = {
  readonly answers: number
  readonly texts: number
  readonly sets: number
  readonly missing: number
}

/** A hundred thousand answers take some ten seconds; nobody is to lose the work of a slower machine. */
const DONE_WITHIN_MS = 600_000

type Places = Readonly<Record<Thing, InUse>>

const placesOf = async (tx: Tx, userId: string, { ids }: Checked): Promise<Places> => {
  const places: Partial<Record<Thing, InUse>> = {}
  for (const thing of Object.keys(ids) as Thing[]) places[thing] = await inUse(tx, userId, thing, ids[thing])
  return places as Places
}

const renamedIn = (places: Places, userId: string): Renamed => {
  const entries = Object.entries(places).map(([thing, { others }]) => [
    thing,
    new Map([...others].map((id) => [id, otherId(userId, id)])),
  ])
  return Object.fromEntries(entries) as Renamed
}

/** Texts that are not here yet have to fit what one person may keep. */
const checkRoom = async (tx: Tx, userId: string, { textBytes }: Checked, { document }: Places) => {
  const fresh = [...textBytes].filter(([id]) => !document.mine.has(id))
  const bytes = fresh.reduce((sum, [, size]) => sum + size, 0)
  if (fresh.length > 0) await requireRoom(userId, bytes, fresh.length, tx)
}

const putBack = async (tx: Tx, userId: string, archive: Unpacked, checked: Checked, now: Date): Promise<Restored> => {
  // The log is locked first: of two restores at one time the second finds what the first brought.
  const before = await lockLog(tx, userId, 0, now)
  const places = await placesOf(tx, userId, checked)
  await checkRoom(tx, userId, checked, places)
  const renamed = renamedIn(places, userId)
  const came = new Map<string, number>()
  for (const table of tables) came.set(table.model, await putBackRows(tx, userId, archive, table, renamed))
  await dropFalseMedia(tx, userId)
  const { last, answers } = await putBackEntries(tx, userId, archive, renamed, before, now)
  await closeLog(tx, userId, last)
  if (last > before) await rebuildCards(tx, userId)
  if (checked.settings) await putBackSettings(tx, userId, checked.settings, now)
  const versions = checked.ids['set-version']
  const fresh = [...versions].filter((id) => !places['set-version'].mine.has(id))
  await repack(
    tx,
    fresh.map((id) => renamed['set-version'].get(id) ?? id),
    userId,
  )
  const missing = await setsMissing(tx, userId, archive, RESTORED.enrolments, renamed)
  return { answers, texts: came.get('Document') ?? 0, sets: came.get('Enrolment') ?? 0, missing }
}

/** A row that breaks a rule of the database was never written by us. */
const isAgainstRules = (thrown: unknown): boolean => {
  const { code, meta } = thrown as { code?: string; meta?: unknown }
  if (code === 'P2003' || code === 'P2002' || code === 'P2004') return true
  return code === 'P2010' && /constraint|violat|23\d{3}/i.test(JSON.stringify(meta ?? ''))
}

/**
 * Puts an archive back into the viewer's account: texts, sets, what they study, sittings, settings and the log, from which
 * the cards are folded anew. Only adds what is not here, so that a repeat changes nothing; all of it or nothing. Whoever the
 * archive is of, what is in it is the viewer's from now on. Throws `cannot-use`, `no-room`.
 */
export const restoreArchive = async (viewer: Viewer, file: Incoming, now = new Date()): Promise<Restored> => {
  const { userId } = viewer
  try {
    authorise(viewer, 'change', { kind: 'learning', userId })
    const archive = await unzip(file.fd, (await file.stat()).size)
    const checked = await checkArchive(archive)
    const restored = await transaction((tx) => putBack(tx, userId, archive, checked, now), DONE_WITHIN_MS)
    await note('data-restored', { userId, detail: { answers: restored.answers, texts: restored.texts } })
    return restored
  } catch (thrown) {
    throw isAgainstRules(thrown) ? new Refusal('cannot-use', t('mydata.broken')) : thrown
  } finally {
    await file.close()
  }
}
