import { type CardState, cardKey, type StoredEntry, standingReviews } from '#lib/log/index.ts'
import { ROLLOVER_HOUR, studyDay } from '#lib/scheduling/index.ts'
import { secondsPerAnswer, spentOn } from './pace.ts'
import type { StudiedToday } from './types.ts'

/**
 * What a learner has done on the study day of `now`, and how many seconds an answer takes them. `entries` is the whole log; where `cards` are given, the entries of
 * today are enough (a card whose answers are all of today was introduced today), but then `lastQuestions` knows no more.
 */
export const studiedToday = (
  entries: Iterable<StoredEntry>,
  now: number,
  tzOffsetMin: number,
  rolloverHour: number = ROLLOVER_HOUR,
  cards?: ReadonlyMap<string, CardState>,
): Required<StudiedToday> & { secondsPerAnswer: number } => {
  const today = studyDay(now, tzOffsetMin, rolloverHour)
  const answersToday = new Map<string, number>()
  const answeredBefore = new Set<string>()
  const lastQuestions: Record<string, string> = {}
  let spentMs = 0
  const reviews = standingReviews(entries)
  for (const review of reviews) {
    const isToday = studyDay(review.effectiveAt, review.tzOffsetMin, rolloverHour) === today
    if (isToday) spentMs += spentOn(review)
    for (const { factId, direction } of review.grades) {
      lastQuestions[factId] = review.questionId
      if (review.context === 'practice') continue
      const key = cardKey(factId, direction)
      if (isToday) answersToday.set(key, (answersToday.get(key) ?? 0) + 1)
      else answeredBefore.add(key)
    }
  }
  const isFirst = (key: string, answers: number) =>
    cards ? (cards.get(key)?.reps ?? 0) <= answers : !answeredBefore.has(key)
  const introduced = [...answersToday].filter(([key, answers]) => isFirst(key, answers)).map(([key]) => key)
  const reviewed = [...answersToday.keys()].filter((key) => !introduced.includes(key))
  return { introduced, reviewed, lastQuestions, spentMs, secondsPerAnswer: secondsPerAnswer(reviews) }
}
