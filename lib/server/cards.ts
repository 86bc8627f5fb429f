import 'server-only'
import { type CardState, cardKey, foldCards } from '#lib/log/index.ts'
import { sql, type Tx } from './db.ts'
import { entriesAfter, type PlacedEntry } from './entries.ts'
import { type ColumnType, instantInJson, jsonList, jsonRows } from './json-rows.ts'
import { forgetSeen } from './unseen.ts'

const PAGE = 5_000

export type CardRow = {
  factId: string
  direction: CardState['direction']
  factVersion: number
  state: CardState['state']
  stability: number | null
  difficulty: number | null
  due: Date
  lastAt: Date
  lastDay: number
  reps: number
  lapses: number
  suspended: boolean
  buriedDay: number | null
}

export const cardState = ({ stability, difficulty, due, lastAt, ...row }: CardRow): CardState => ({
  factId: row.factId,
  direction: row.direction,
  factVersion: row.factVersion,
  state: row.state,
  memory: stability === null || difficulty === null ? null : { stability, difficulty },
  due: due.getTime(),
  lastAt: lastAt.getTime(),
  lastDay: row.lastDay,
  reps: row.reps,
  lapses: row.lapses,
  suspended: row.suspended,
  buriedDay: row.buriedDay,
})

const columns = sql`"factId", "direction", "factVersion", "state", "stability", "difficulty", "due", "lastAt", "lastDay",
  "reps", "lapses", "suspended", "buriedDay"`

const keyed = (rows: CardRow[]): Map<string, CardState> =>
  new Map(rows.map((row) => [cardKey(row.factId, row.direction), cardState(row)]))

/** A learner's cards of these facts, in both directions. */
export const cardsOfFacts = async (tx: Tx, userId: string, factIds: readonly string[]) => {
  if (factIds.length === 0) return keyed([])
  return keyed(
    await tx.$queryRaw`SELECT ${columns} FROM "Card" WHERE "userId" = ${userId} AND "factId" IN ${jsonList(factIds)}`,
  )
}

/** All of a learner's cards. */
export const cardsOf = async (tx: Tx, userId: string) =>
  keyed(await tx.$queryRaw<CardRow[]>`SELECT ${columns} FROM "Card" WHERE "userId" = ${userId}`)

const CARD: readonly ColumnType[] = [
  ...(['text', 'text', '"Direction"', 'integer', '"CardPhase"', 'float8', 'float8'] as const),
  ...(['instant', 'instant', 'integer', 'integer', 'integer', 'boolean', 'integer'] as const),
]
const cardRow = (userId: string, card: CardState) => {
  const { factId, direction, factVersion, state, memory, lastDay, reps, lapses, suspended, buriedDay } = card
  return [
    ...[userId, factId, direction, factVersion, state, memory?.stability ?? null, memory?.difficulty ?? null],
    ...[instantInJson(card.due), instantInJson(card.lastAt), lastDay, reps, lapses, suspended, buriedDay],
  ]
}

const put = (tx: Tx, userId: string, cards: readonly CardState[]) => {
  const rows = cards.map((card) => cardRow(userId, card))
  return tx.$executeRaw`INSERT INTO "Card" ("userId", ${columns}) ${jsonRows(CARD, rows)}
    ON CONFLICT ("userId", "factId", "direction") DO UPDATE SET "factVersion" = excluded."factVersion",
    "state" = excluded."state", "stability" = excluded."stability", "difficulty" = excluded."difficulty",
    "due" = excluded."due", "lastAt" = excluded."lastAt", "lastDay" = excluded."lastDay", "reps" = excluded."reps",
    "lapses" = excluded."lapses", "suspended" = excluded."suspended", "buriedDay" = excluded."buriedDay"`
}

const remove = (tx: Tx, userId: string, keys: readonly string[]) => {
  // The facts lead to the rows by the index; the whole key then says which of a fact's two directions is meant.
  const factIds = keys.map((key) => key.slice(0, key.lastIndexOf('|')))
  return tx.$executeRaw`DELETE FROM "Card" WHERE "userId" = ${userId} AND "factId" IN ${jsonList(factIds)}
    AND "factId" || '|' || "direction" IN ${jsonList(keys)}`
}

/** Writes what a fold says of some cards, by key; null: the card is gone. */
export const writeCards = async (tx: Tx, userId: string, changed: ReadonlyMap<string, CardState | null>) => {
  const kept = [...changed.values()].filter((card) => card !== null)
  if (kept.length > 0) await put(tx, userId, kept)
  const gone = [...changed].filter(([, card]) => card === null).map(([key]) => key)
  if (gone.length === 0) return
  await remove(tx, userId, gone)
  forgetSeen(userId)
}

/** Every entry of a learner, in order of arrival. */
export const wholeLog = async (tx: Tx, userId: string): Promise<PlacedEntry[]> => {
  const log: PlacedEntry[] = []
  for (;;) {
    const page = await entriesAfter(tx, userId, log.at(-1)?.serverSeq ?? 0, PAGE)
    log.push(...page)
    if (page.length < PAGE) return log
  }
}

/** All cards of a learner as the log says, without looking at the cache. */
export const cardsFromLog = async (tx: Tx, userId: string): Promise<Map<string, CardState>> =>
  foldCards(await wholeLog(tx, userId))

/** Throws the cache away and makes it anew from the log. */
export const rebuildCards = async (tx: Tx, userId: string): Promise<void> => {
  const cards = await cardsFromLog(tx, userId)
  await tx.$executeRaw`DELETE FROM "Card" WHERE "userId" = ${userId}`
  forgetSeen(userId)
  await writeCards(tx, userId, cards)
}
