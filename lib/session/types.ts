import type { CardState, Direction, Form, Mode } from '#lib/log/index.ts'
import type { Pack } from './pack.ts'

/** One thing to ask. `why`: due, new, or ahead (asked before it is due, because the learner kept going). */
export type SessionItem = {
  setId: string
  /** One, except for order and match. */
  factIds: string[]
  direction: Direction
  questionId: string
  form: Form
  mode: Mode
  why: 'due' | 'new' | 'ahead'
  /** What to ask for each fact if it is missed: another question of that fact where it has one. */
  again: Retry[]
  /** Asked because a fact of it was missed in this session. */
  repeat?: true
}
export type Retry = { factId: string; questionId: string; form: Form; mode: Mode }

/** What a session needs to know of an enrolment; a `PackRef` fits. */
export type Enrolment = { setId: string; addedAt: number; newPerDayMax: number | null; paused: boolean }

/** What a session needs of the learner's settings; `LearnerSettings` fits. */
export type SessionSettings = {
  newPerDayMax: number
  reviewsPerDayMax: number
  desiredRetention: number
  rolloverHour: number
}

/** What was done already, from `studiedToday`. */
export type StudiedToday = {
  /** Keys of the cards whose first answer was today. */
  introduced: string[]
  /** Keys of the other cards answered today. */
  reviewed: string[]
  /** Fact id → id of the question that asked it last, on whatever day. */
  lastQuestions: Record<string, string>
}

export type SessionInput = {
  packs: readonly Pack[]
  enrolments: readonly Enrolment[]
  cards: ReadonlyMap<string, CardState>
  today: StudiedToday
  settings: SessionSettings
  now: number
  tzOffsetMin: number
  /** The same seed gives the same session. */
  seed: string
  limits: { items: number }
  /** The learner chose to show the answer and rate it themselves wherever a question can be asked so. */
  flip?: boolean
  /** Seconds an answer takes, for the minutes; 12 unless known. */
  secondsPerAnswer?: number
}

export type SessionCounts = {
  /** Cards due now, and facts new today, within the daily limits, whether or not they fit in this batch. */
  due: number
  new: number
  /** For all of those, rounded up. */
  minutes: number
}

export type Session = { items: SessionItem[]; counts: SessionCounts }
