import type { QuizRules } from '#lib/quiz/index.ts'

/** A quiz as it is being set, as its fields hold it: numbers are texts while somebody types, '' is none. */
export type QuizDraft = {
  readonly kind: 'quiz' | 'live'
  readonly setId: string
  readonly title: string
  readonly questionIds: readonly string[]
  readonly limit: string
  readonly attempts: string
  readonly counts: QuizRules['counts']
  readonly pass: string
  readonly shuffle: boolean
  readonly draw: string
  readonly feedback: QuizRules['feedback']
  /** Minutes. */
  readonly grace: string
  /** Of a live round: for each question; '' until its answer is shown. */
  readonly seconds: string
  readonly speed: boolean
  readonly hides: boolean
  readonly dates: readonly ClassDates[]
}

/** When a class has it: by the clock of the device, `YYYY-MM-DDTHH:MM`. */
export type ClassDates = {
  readonly classId: string
  readonly on: boolean
  readonly opens: string
  readonly closes: string
}

export const newDraft = (setId: string, classIds: readonly string[]): QuizDraft => ({
  ...{ kind: 'quiz', setId, title: '', questionIds: [], limit: '20', attempts: '1', counts: 'best', pass: '' },
  ...{ shuffle: true, draw: '', feedback: 'after', grace: '10', hides: false },
  ...{ seconds: '', speed: false },
  dates: classIds.map((classId, nth) => ({ classId, on: nth === 0, opens: '', closes: '' })),
})

const two = (n: number): string => String(n).padStart(2, '0')

/** An instant by the device's clock, as a field for date and time takes it. */
export const localOf = (at: number | null): string => {
  if (at === null) return ''
  const date = new Date(at)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** Milliseconds since the epoch; null for an empty field, or for what is no moment. */
export const instantOf = (local: string): number | null => {
  const at = local === '' ? Number.NaN : new Date(local).getTime()
  return Number.isNaN(at) ? null : at
}

const numberIn = (text: string): number | null => {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() === '' || !Number.isFinite(value) ? null : value
}
const wholeIn = (text: string, max: number): number | null => {
  const value = numberIn(text)
  return value === null ? null : Math.max(1, Math.min(max, Math.round(value)))
}

const SECONDS_MIN = 5
const SECONDS_MAX = 600

/** What a live round has beyond a quiz; nothing of it where it was not asked for. */
const liveRulesOf = ({ kind, seconds, speed }: QuizDraft): Pick<QuizRules, 'limitSeconds' | 'speed'> => {
  const limit = kind === 'live' ? wholeIn(seconds, SECONDS_MAX) : null
  return limit === null ? {} : { limitSeconds: Math.max(SECONDS_MIN, limit), ...(speed ? { speed } : {}) }
}

const MINUTES_MAX = 1_440
const PERCENT = 100

export type NumberField = 'limit' | 'attempts' | 'pass' | 'draw' | 'grace' | 'seconds'

/** From where to where a field's number goes; an empty field has none. */
const boundsOf = ({ questionIds }: QuizDraft): Record<NumberField, readonly [min: number, max: number]> => ({
  ...{ limit: [1, MINUTES_MAX], attempts: [1, PERCENT], pass: [0, PERCENT], grace: [0, MINUTES_MAX] },
  ...{ draw: [1, Math.max(1, questionIds.length)], seconds: [SECONDS_MIN, SECONDS_MAX] },
})
const ASKED: Record<QuizDraft['kind'], readonly NumberField[]> = {
  quiz: ['limit', 'attempts', 'pass', 'draw', 'grace'],
  live: ['seconds'],
}

/** The fields that hold no number which will do, each with from where to where it goes. */
export const wrongIn = (draft: QuizDraft): ReadonlyMap<NumberField, readonly [min: number, max: number]> => {
  const bounds = boundsOf(draft)
  const wrong = ASKED[draft.kind].filter((field) => {
    const text = draft[field].trim()
    const value = numberIn(text)
    const [min, max] = bounds[field]
    if (text === '') return false
    return value === null || value < min || value > max || (field !== 'pass' && !Number.isInteger(value))
  })
  return new Map(wrong.map((field) => [field, bounds[field]]))
}

/** The rules that the fields say. */
export const rulesOf = (draft: QuizDraft): QuizRules => {
  const { kind, limit, attempts, counts, pass, shuffle, draw, feedback, grace } = draft
  const share = numberIn(pass)
  const isLive = kind === 'live'
  return {
    limitMinutes: isLive ? null : wholeIn(limit, MINUTES_MAX),
    attempts: isLive ? 1 : wholeIn(attempts, PERCENT),
    counts,
    pass: share === null ? null : Math.max(0, Math.min(PERCENT, share)) / PERCENT,
    ...{ shuffle, draw: wholeIn(draw, 500), feedback: isLive ? 'each' : feedback },
    graceSeconds: Math.round(60 * Math.max(0, Math.min(MINUTES_MAX, numberIn(grace) ?? 0))),
    ...liveRulesOf(draft),
  }
}

/** The fields that rules make, to change them. */
export const fieldsOf = (
  rules: QuizRules,
): Omit<QuizDraft, 'kind' | 'setId' | 'title' | 'questionIds' | 'hides' | 'dates'> => ({
  limit: rules.limitMinutes === null ? '' : String(rules.limitMinutes),
  attempts: rules.attempts === null ? '' : String(rules.attempts),
  counts: rules.counts,
  pass: rules.pass === null ? '' : String(Math.round(rules.pass * PERCENT)),
  shuffle: rules.shuffle,
  draw: rules.draw === null ? '' : String(rules.draw),
  feedback: rules.feedback,
  grace: String(Math.round(rules.graceSeconds / 60)),
  seconds: rules.limitSeconds === undefined ? '' : String(rules.limitSeconds),
  speed: rules.speed ?? false,
})
