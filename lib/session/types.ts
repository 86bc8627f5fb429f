import type { CardState, Direction, Form, Mode } from '#lib/log/index.ts'
import type { Pack } from './pack.ts'
import type { Candidate, Pool } from './pool.ts'

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
  /** It is likelier to be guessed than the memory is likely to hold: a right answer is little evidence. */
  guess?: true
}
export type Retry = { factId: string; questionId: string; form: Form; mode: Mode }

/** What a session needs to know of an enrolment; a `PackRef` fits. */
export type Enrolment = {
  setId: string
  addedAt: number
  newPerDayMax: number | null
  /** Null or absent: the learner's own. */
  desiredRetention?: number | null
  answering?: 'mixed' | 'cards' | null
  paused: boolean
}

/** What a session needs of the learner's settings; `LearnerSettings` fits. */
export type SessionSettings = {
  newPerDayMax: number
  reviewsPerDayMax: number
  desiredRetention: number
  rolloverHour: number
  /** Null or absent: as long as it takes. */
  minutesPerDay?: number | null
  /** `cards`: what can be is shown as a card that the learner turns over and rates. */
  answering?: 'mixed' | 'cards'
  weekdaysOff?: number
  datesOff?: string
}

/** What was done already, from `studiedToday`. */
export type StudiedToday = {
  /** Keys of the cards whose first answer was today. */
  introduced: string[]
  /** Keys of the other cards answered today. */
  reviewed: string[]
  /** Fact id → id of the question that asked it last, on whatever day. */
  lastQuestions: Record<string, string>
  /** Time spent on answers, in milliseconds. */
  spentMs?: number
}

/** What an exam ahead makes of a day. */
export type PlannedDay = {
  /** All that today still asks, the first first. */
  readonly list: readonly Candidate[]
  /** Whole minutes of it, for the exams and for other sets. */
  readonly minutes: { readonly exams: number; readonly others: number }
  readonly dayOff: boolean
  readonly spent: boolean
}

export type DayPlanner = {
  /** Whether a card is an exam's: no daily limit holds for those. */
  owns: (key: string) => boolean
  /** `others`: what the usual limits let through of the rest. */
  dayOf: (
    pool: Pool,
    others: { readonly due: readonly Candidate[]; readonly fresh: readonly Candidate[] },
    input: SessionInput,
  ) => PlannedDay
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
  /** Cards or questions whatever the settings say. */
  flip?: boolean
  /** Seconds an answer takes, for the minutes; 12 unless known. */
  secondsPerAnswer?: number
  /** Where exams are ahead, they choose what is asked, and the daily limits hold for other sets only. */
  plan?: DayPlanner
}

/** What has piled up: how many cards wait, how many of them come a day, and for how many days. */
export type Backlog = { waiting: number; perDay: number; days: number }

export type SessionCounts = {
  /** Cards due now, and facts new today, within the daily limits, whether or not they fit in this batch. */
  due: number
  new: number
  /** For all of those, rounded up. */
  minutes: number
  /** While there is one, nothing new begins, and what is due are the most valuable of those that wait. */
  backlog: Backlog | null
  /** The minutes of the day are spent, and something still waits. */
  spent: boolean
  /** The learner does not study today; nothing is due but what was missed. */
  dayOff: boolean
  /** Whose minutes are whose, while exams are ahead. */
  planned?: PlannedDay['minutes']
}

export type Session = { items: SessionItem[]; counts: SessionCounts }
