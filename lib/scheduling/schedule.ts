import { type Millis, MS_PER_MINUTE } from '#lib/base/index.ts'
import { ROLLOVER_HOUR, studyDay, studyDayStart } from './day.ts'
import { intervalDays, type Memory, nextMemory, type Rating, type Weights } from './model.ts'

export type LearningState = 'new' | 'learning' | 'review' | 'relearning'

/** What scheduling moves of a card. `due` is an instant; `lastDay` the study day of the last answer. */
export type Schedule = {
  state: LearningState
  memory: Memory | null
  due: Millis
  lastDay: number
  reps: number
  lapses: number
}

/** The learner's choices that an interval depends on. */
export type SchedulingSettings = {
  /** 0.7–0.99. */
  desiredRetention: number
  tzOffsetMin: number
  rolloverHour?: number
  weights?: Weights
}

/** How soon a fact answered "again" comes back. */
export const AGAIN_DELAY: Millis = 10 * MS_PER_MINUTE
export const DEFAULT_RETENTION = 0.9

const stateAfter = (state: LearningState, rating: Rating): LearningState => {
  if (rating !== 1) return 'review'
  return state === 'review' || state === 'relearning' ? 'relearning' : 'learning'
}

/**
 * The schedule after an answer at `at`. Again is due in ten minutes; anything else at the start (the rollover) of the
 * study day that lies `intervalDays` after the answer's own, so that what is due "tomorrow" is due all of tomorrow.
 * A lapse is an Again from `review` only. No fuzz: two devices must agree.
 */
export const nextSchedule = (
  card: Pick<Schedule, 'state' | 'memory' | 'lastDay' | 'reps' | 'lapses'> | null,
  rating: Rating,
  at: Millis,
  settings: SchedulingSettings,
): Schedule => {
  const { desiredRetention, tzOffsetMin, rolloverHour = ROLLOVER_HOUR, weights = null } = settings
  const day = studyDay(at, tzOffsetMin, rolloverHour)
  const state = card?.state ?? 'new'
  const memory = nextMemory(card?.memory ?? null, card?.memory ? day - card.lastDay : 0, rating, weights)
  const interval = intervalDays(memory, desiredRetention, weights)
  return {
    state: stateAfter(state, rating),
    memory,
    due: rating === 1 ? at + AGAIN_DELAY : studyDayStart(day + interval, tzOffsetMin, rolloverHour),
    lastDay: day,
    reps: (card?.reps ?? 0) + 1,
    lapses: (card?.lapses ?? 0) + (rating === 1 && state === 'review' ? 1 : 0),
  }
}

/** When a card would come back, for each rating. `intervalDays` is 0 for Again, which comes back in ten minutes. */
export type Preview = Record<Rating, { due: Millis; intervalDays: number }>

/** What each rating would do to a card (null: never answered) if it were given `now`. */
export const preview = (
  card: Pick<Schedule, 'state' | 'memory' | 'lastDay' | 'reps' | 'lapses'> | null,
  now: Millis,
  settings: SchedulingSettings,
): Preview => {
  const today = studyDay(now, settings.tzOffsetMin, settings.rolloverHour)
  const of = (rating: Rating) => {
    const { due } = nextSchedule(card, rating, now, settings)
    return { due, intervalDays: rating === 1 ? 0 : studyDay(due, settings.tzOffsetMin, settings.rolloverHour) - today }
  }
  return { 1: of(1), 2: of(2), 3: of(3), 4: of(4) }
}
