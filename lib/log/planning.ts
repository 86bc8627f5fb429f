import { isUuid } from '#lib/base/index.ts'
import { type Check, exactly, instant, integer, list, number, oneOf, orNull, type Shape, STAMP, text } from './check.ts'

const MINUTES_PER_DAY = 1_440
const PARTS_MAX = 500
const DATES_MAX = 400
const SETS_MAX = 100
const QUESTIONS_MAX = 1_000

const DATE = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** A day of the calendar that is one: 'YYYY-MM-DD', and not the 30th of February. */
const date: Check = (value) => {
  if (typeof value !== 'string' || !DATE.test(value)) return false
  const at = Date.parse(`${value}T00:00:00Z`)
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(value)
}

const minutes = integer(0, MINUTES_PER_DAY)
const share = number(0, 1)

const EXAM: Shape = {
  title: text(120),
  date,
  time: (value) => typeof value === 'string' && TIME.test(value),
  parts: list(exactly({ setId: text(64), section: orNull(text(400)), weight: number(0, 10) }), 1, PARTS_MAX),
  goal: number(0.05, 1),
  purpose: oneOf('exam', 'keep'),
  result: orNull(share),
  said: orNull(exactly({ low: share, expected: share, high: share })),
}

/** The shapes of what a learner plans and of the tests that they sat. */
export const PLANNING: Record<string, Shape> = {
  exam: { ...STAMP, kind: oneOf('exam'), examId: isUuid, exam: orNull(exactly(EXAM)) },
  minutes: {
    ...STAMP,
    kind: oneOf('minutes'),
    weekdays: list(minutes, 7, 7),
    dates: list(exactly({ date, minutes }), 0, DATES_MAX),
  },
  attempt: {
    ...STAMP,
    kind: oneOf('attempt'),
    attemptId: isUuid,
    title: text(200),
    setIds: list(text(64), 1, SETS_MAX),
    startedAt: instant,
    finishedAt: instant,
    unanswered: list(text(200), 0, QUESTIONS_MAX),
  },
}
