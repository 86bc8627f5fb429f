import 'server-only'
import {
  applyEntries,
  type CardState,
  cardKeysOf,
  type Entry,
  isLater,
  type StoredEntry,
  touchedCards,
} from '#lib/log/index.ts'
import { writeCards } from './cards.ts'
import type { Tx } from './db.ts'
import {
  type EntryRow,
  entryColumns,
  type HashedEntry,
  historyOf,
  insertEntries,
  type PlacedEntry,
  storedEntry,
} from './entries.ts'
import { Refusal } from './errors.ts'
import { jsonList } from './json-rows.ts'

/**
 * Takes this user's log for the rest of the transaction, with room for some entries; returns the last place taken before.
 * Two posts of one user follow each other by this row's lock, so that no pull ever sees a later place before an earlier one.
 */
export const lockLog = async (tx: Tx, userId: string, room: number, now: Date): Promise<number> => {
  const rows = await tx.$queryRaw<{ logSeq: number | bigint }[]>`UPDATE "User" SET "logSeq" = "logSeq" + ${room},
    "lastSeenAt" = ${now} WHERE "id" = ${userId} RETURNING "logSeq"`
  if (!rows[0]) throw new Refusal('sign-in-needed')
  return Number(rows[0].logSeq) - room
}

/** Gives back room that was not needed. */
export const closeLog = async (tx: Tx, userId: string, last: number): Promise<void> => {
  await tx.$executeRaw`UPDATE "User" SET "logSeq" = ${last} WHERE "id" = ${userId}`
}

/** What the log already holds that has to do with some entries: the same ids, what they target, what targets them, settings. */
export type Related = { readonly entries: PlacedEntry[]; readonly hashes: ReadonlyMap<string, string> }

export const relatedTo = async (tx: Tx, userId: string, entries: readonly Entry[]): Promise<Related> => {
  if (entries.length === 0) return { entries: [], hashes: new Map() }
  const ids = entries.map((entry) => entry.id)
  const targets = entries.flatMap((entry) => ('target' in entry ? [entry.target] : []))
  const rows = await tx.$queryRaw<EntryRow[]>`
    SELECT ${entryColumns} FROM "Entry" e WHERE e."userId" = ${userId} AND e."id" IN ${jsonList([...ids, ...targets])}
    UNION ALL SELECT ${entryColumns} FROM "Entry" e WHERE e."userId" = ${userId} AND e."target" IN ${jsonList(ids)}
    UNION ALL SELECT ${entryColumns} FROM "Entry" e WHERE e."userId" = ${userId} AND e."kind" = ${'settings'}`
  const once = [...new Map(rows.map((row) => [row.id, row])).values()]
  return { entries: once.map(storedEntry), hashes: new Map(once.map((row) => [row.id, row.contentHash])) }
}

/** The facts whose cards may change when `fresh` joins the log. */
export const factsTouchedBy = (fresh: readonly Entry[], related: readonly Entry[]): string[] => {
  const byId = new Map([...related, ...fresh].map((entry) => [entry.id, entry]))
  const keys = fresh.flatMap((entry) =>
    touchedCards(entry, 'target' in entry ? (byId.get(entry.target) ?? null) : null),
  )
  return [...new Set(keys.map((key) => key.slice(0, key.lastIndexOf('|'))))]
}

/** Keys of cards that two entries touch at one instant: their order hangs on more than the time that a card remembers. */
const tiedKeys = (fresh: readonly StoredEntry[]): Set<string> => {
  const seen = new Set<string>()
  const tied = new Set<string>()
  for (const entry of fresh)
    for (const key of cardKeysOf(entry)) {
      const moment = `${key} ${entry.effectiveAt}`
      if (seen.has(moment)) tied.add(key)
      seen.add(moment)
    }
  return tied
}

/** Of the touched facts those whose cards cannot simply be moved on: something came later before, or is taken back. */
const factsToReplay = (
  fresh: readonly StoredEntry[],
  related: readonly StoredEntry[],
  cards: ReadonlyMap<string, CardState>,
): string[] => {
  const targeted = new Set([...related, ...fresh].map((entry) => ('target' in entry ? entry.target : null)))
  const tied = tiedKeys(fresh)
  const simple = (entry: StoredEntry) =>
    !['undo', 'regrade', 'invalidate'].includes(entry.kind) &&
    !targeted.has(entry.id) &&
    cardKeysOf(entry).every((key) => isLater(cards.get(key), entry) && !tied.has(key))
  const hard = fresh.filter((entry) => !simple(entry))
  return factsTouchedBy(hard, [...related, ...fresh])
}

/** Tests that were handed in, as rows of their own. An id that is somebody else's already stays theirs. */
const keepSittings = async (tx: Tx, userId: string, fresh: readonly StoredEntry[]): Promise<void> => {
  for (const entry of fresh) {
    if (entry.kind !== 'attempt') continue
    const { attemptId, startedAt, finishedAt } = entry
    await tx.$executeRaw`INSERT INTO "Attempt" ("id", "userId", "context", "startedAt", "finishedAt") VALUES
      (${attemptId}, ${userId}, ${'mock'}, ${new Date(startedAt)}, ${new Date(finishedAt)}) ON CONFLICT DO NOTHING`
  }
}

/** Adds entries, known to be new and none of them settings, to a locked log, and moves the cards that they touch. */
export const append = async (
  tx: Tx,
  userId: string,
  added: readonly HashedEntry[],
  related: readonly PlacedEntry[],
  cards: ReadonlyMap<string, CardState>,
  now: Date,
): Promise<void> => {
  const fresh = added.map(({ entry }) => entry)
  const history = await historyOf(tx, userId, factsToReplay(fresh, related, cards))
  const changed = applyEntries(cards, [...related, ...history], fresh)
  await insertEntries(tx, userId, added, now)
  await keepSittings(tx, userId, fresh)
  await writeCards(tx, userId, changed)
}
