import 'server-only'
import type { CardState } from '#lib/log/index.ts'
import { studyDay, studyDayStart } from '#lib/scheduling/index.ts'
import { type PackFact, type PackQuestion, SECONDS_PER_ANSWER } from '#lib/session/index.ts'
import { type CardRow, cardState } from './cards.ts'
import { db, join, sql } from './db.ts'
import { Refusal } from './errors.ts'
import { readSettings } from './settings.ts'
import { factsForStudy, questionsForStudy, studiedSets } from './study-content.ts'
import { firstUnseen } from './unseen.ts'
import { authorise, type Viewer } from './viewer.ts'

const STUDY_LIMIT_MAX = 50

export type StudyItem = { readonly fact: PackFact; readonly question: PackQuestion; readonly card: CardState | null }
export type StudyQueue = {
  readonly items: StudyItem[]
  /** Within today's limits. `minutes` are rounded up. */
  readonly counts: { readonly due: number; readonly new: number; readonly minutes: number }
}
export type StudyQuery = { readonly limit: number; readonly tzOffsetMin: number }

/** `?limit=1…50&tzOffsetMin=…`; throws `bad-request`. */
export const parseStudyQuery = (query: URLSearchParams): StudyQuery => {
  const limit = Number(query.get('limit') ?? 20)
  const tzOffsetMin = Number(query.get('tzOffsetMin') ?? 0)
  const fits = Number.isInteger(limit) && limit >= 1 && limit <= STUDY_LIMIT_MAX
  if (!fits || !Number.isInteger(tzOffsetMin) || Math.abs(tzOffsetMin) > 14 * 60) throw new Refusal('bad-request')
  return { limit, tzOffsetMin }
}

/** What may be asked of a learner now: cards due in sets that they study. Read along the index on (user, suspended, due). */
const dueNow = (userId: string, setVersionIds: readonly string[], now: number, today: number) =>
  sql`FROM "Card" c WHERE c."userId" = ${userId} AND c."suspended" = ${false} AND c."due" <= ${new Date(now)}
    AND (c."buriedDay" IS NULL OR c."buriedDay" < ${today})
    AND EXISTS (SELECT 1 FROM "SetItem" i WHERE i."factId" = c."factId" AND i."setVersionId" IN (${join([...setVersionIds])}))`

type Count = { n: number | bigint }

/** Answers that count: neither practice nor taken back. The wire form is our own JSON, in which no answer can imitate a key. */
const counting = (userId: string) => sql`e."userId" = ${userId} AND e."kind" = ${'review'}
  AND e."body" NOT LIKE ${'%"context":"practice"%'}
  AND NOT EXISTS (SELECT 1 FROM "Entry" u WHERE u."userId" = ${userId} AND u."target" = e."id" AND u."kind" = ${'undo'})`

/** Cards answered since the day began, and those of them that were never answered before. */
const answeredSince = async (userId: string, dayStart: Date) => {
  const today = sql`SELECT DISTINCT g."factId", g."direction" FROM "Entry" e
    JOIN "Grade" g ON g."userId" = e."userId" AND g."entryId" = e."id"
    WHERE ${counting(userId)} AND e."effectiveAt" >= ${dayStart}`
  const rows = await db().$queryRaw<(Count & { fresh: number | bigint })[]>`SELECT COUNT(*) AS "n",
    SUM(CASE WHEN EXISTS (SELECT 1 FROM "Grade" o JOIN "Entry" e ON e."userId" = o."userId" AND e."id" = o."entryId"
      WHERE o."userId" = ${userId} AND o."factId" = t."factId" AND o."direction" = t."direction"
      AND o."effectiveAt" < ${dayStart} AND ${counting(userId)}) THEN 0 ELSE 1 END) AS "fresh"
    FROM (${today}) t`
  const introduced = Number(rows[0]?.fresh ?? 0)
  return { introduced, reviewed: Number(rows[0]?.n ?? 0) - introduced }
}

const dueCards = async (due: ReturnType<typeof dueNow>, limit: number): Promise<CardState[]> =>
  (await db().$queryRaw<CardRow[]>`SELECT c.* ${due} ORDER BY c."due" LIMIT ${limit}`).map(cardState)

/** Counted no further than what a day may hold, so that a backlog of a hundred thousand costs no more than one of a hundred. */
const dueCount = async (due: ReturnType<typeof dueNow>, max: number): Promise<number> => {
  const rows = await db().$queryRaw<Count[]>`SELECT COUNT(*) AS "n" FROM (SELECT 1 ${due} LIMIT ${max}) t`
  return Number(rows[0]?.n ?? 0)
}

const unseenFacts = async (userId: string, setVersionIds: readonly string[], limit: number): Promise<string[]> => {
  const found = new Set<string>()
  for (const id of setVersionIds)
    for (const factId of await firstUnseen(db(), userId, id, limit - found.size)) found.add(factId)
  return [...found]
}

const nothing: StudyQueue = { items: [], counts: { due: 0, new: 0, minutes: 0 } }

/** What the viewer can be asked now: what is due, the longest due first, then what is new, within the daily limits. */
export const studyQueue = async (viewer: Viewer, query: StudyQuery, now = Date.now()): Promise<StudyQueue> => {
  authorise(viewer, 'read', { kind: 'learning', userId: viewer.userId })
  const { userId } = viewer
  const settings = await readSettings(viewer)
  const sets = await studiedSets(userId)
  if (sets.length === 0) return nothing
  const today = studyDay(now, query.tzOffsetMin, settings.rolloverHour)
  const dayStart = new Date(studyDayStart(today, query.tzOffsetMin, settings.rolloverHour))
  const done = await answeredSince(userId, dayStart)
  const left = {
    due: Math.max(0, settings.reviewsPerDayMax - done.reviewed),
    new: Math.max(0, settings.newPerDayMax - done.introduced),
  }
  const due = dueNow(userId, sets, now, today)
  const cards = await dueCards(due, Math.min(query.limit, left.due))
  const fresh = await unseenFacts(userId, sets, left.new)
  const factIds = [...cards.map(({ factId }) => factId), ...fresh].slice(0, query.limit)
  const facts = await factsForStudy(sets, factIds)
  const questions = await questionsForStudy(sets, factIds)
  const items = factIds.flatMap((factId, index): StudyItem[] => {
    const fact = facts.get(factId)
    const card = cards[index] ?? null
    const choice = questions.get(factId) ?? []
    const question = choice[(card?.reps ?? 0) % Math.max(1, choice.length)]
    return fact && question ? [{ fact, question, card }] : []
  })
  const dueToday = await dueCount(due, left.due)
  const minutes = Math.ceil(((dueToday + fresh.length) * SECONDS_PER_ANSWER) / 60)
  return { items, counts: { due: dueToday, new: fresh.length, minutes } }
}
