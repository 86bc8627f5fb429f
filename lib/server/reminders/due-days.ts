import 'server-only'
import { zoneOffsetMin } from '#lib/base/index.ts'
import { cardKey } from '#lib/log/index.ts'
import { studyDay } from '#lib/scheduling/index.ts'
import { plannedDays } from '#lib/session/index.ts'
import type { LearnerSettings } from '#lib/sync/index.ts'
import { type CardRow, cardState } from '../cards.ts'
import { db, join } from '../db.ts'
import { studiedSets } from '../study-content.ts'

const DAY_MS = 86_400_000
/** Cards that are looked at: of a larger pile nobody wants to know the number. */
const CARDS_MAX = 5_000

export type DueDay = { readonly day: number; readonly cards: number }

/** Minutes to add to UTC on a learner's wall clock: of the zone they chose, else of the device they last answered on. */
export const wallClockOf = async (userId: string, settings: LearnerSettings, now: Date): Promise<number> => {
  if (settings.timeZone !== null) return zoneOffsetMin(now.getTime(), settings.timeZone)
  const last = await db().entry.findFirst({
    where: { userId, kind: 'review' },
    orderBy: { serverSeq: 'desc' },
    select: { body: true },
  })
  const offset = last ? (JSON.parse(last.body) as { tzOffsetMin?: unknown }).tzOffsetMin : 0
  return typeof offset === 'number' ? offset : 0
}

/** On how many cards each of the next `days` study days asks, today and what is overdue first; days without any are left out. */
export const dueDays = async (
  userId: string,
  settings: LearnerSettings,
  tzOffsetMin: number,
  days: number,
  now: Date,
): Promise<DueDay[]> => {
  const sets = await studiedSets(userId)
  if (sets.length === 0) return []
  const until = new Date(now.getTime() + (days + 1) * DAY_MS)
  const rows = await db().$queryRaw<CardRow[]>`SELECT c.* FROM "Card" c
    WHERE c."userId" = ${userId} AND c."suspended" = ${false} AND c."due" <= ${until} AND c."reps" > 0
      AND EXISTS (SELECT 1 FROM "SetItem" i WHERE i."factId" = c."factId" AND i."setVersionId" IN (${join(sets)}))
    ORDER BY c."due" LIMIT ${CARDS_MAX}`
  const cards = rows.map(cardState).map((card) => ({ key: cardKey(card.factId, card.direction), card, enrolment: {} }))
  const today = studyDay(now.getTime(), tzOffsetMin, settings.rolloverHour)
  const planned = plannedDays(cards, { now: now.getTime(), tzOffsetMin, settings, done: 0 })
  const count = new Map<number, number>()
  for (const { key, card } of cards) {
    const day = Math.max(today, planned.get(key) ?? today, (card.buriedDay ?? today - 1) + 1)
    if (day < today + days) count.set(day, (count.get(day) ?? 0) + 1)
  }
  return [...count].sort(([a], [b]) => a - b).map(([day, cards]) => ({ day, cards }))
}
