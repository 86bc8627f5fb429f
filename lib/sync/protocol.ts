import type { ClientEntry, StoredEntry } from '#lib/log/index.ts'

/** Most entries in one request. */
export const ENTRIES_PER_REQUEST_MAX = 200

/** A set the learner is enrolled in, at the version to study. */
export type PackRef = {
  setId: string
  version: number
  /** Names the pack without what a quiz keeps out of it; absent: whole. */
  variant?: string
  /** SHA-256 of the whole pack's JSON, hex. */
  hash: string
  title: string
  /** Milliseconds since the epoch. */
  addedAt: number
  /** Null: only the learner's own daily limit. */
  newPerDayMax: number | null
  /** 0.7–0.99; null, and absent from servers that know none: the learner's own. */
  desiredRetention?: number | null
  answering?: LearnerSettings['answering'] | null
  paused: boolean
}

export type LearnerSettings = {
  newPerDayMax: number
  reviewsPerDayMax: number
  /** 0.7–0.99. */
  desiredRetention: number
  /** Minutes of study a day; null: as many as the other limits come to. */
  minutesPerDay: number | null
  ratingButtons: 2 | 4
  /** Questions in all their forms, or plain cards that are turned over and rated. */
  answering: 'mixed' | 'cards'
  /** Weekdays without study, as a sum: Sunday 1, Monday 2, Tuesday 4 … Saturday 64. */
  weekdaysOff: number
  /** Single days without study, 'YYYY-MM-DD' with a comma between. */
  datesOff: string
  /** Days of study a week that the learner wants to be told of; 0: none. */
  weeklyGoal: number
  /** An IANA name; null: the device's own. */
  timeZone: string | null
  theme: 'system' | 'light' | 'dark' | 'sepia'
  rolloverHour: number
}

export const defaultSettings: LearnerSettings = {
  newPerDayMax: 10,
  reviewsPerDayMax: 200,
  desiredRetention: 0.9,
  minutesPerDay: null,
  ratingButtons: 2,
  answering: 'mixed',
  weekdaysOff: 0,
  datesOff: '',
  weeklyGoal: 0,
  timeZone: null,
  theme: 'system',
  rolloverHour: 4,
}

/** A set, or some sections of it, to be known on a day: for the phone an exam that somebody else set. */
export type Assigned = {
  assignmentId: string
  classTitle: string
  setId: string
  /** Headings; null: all of it. */
  sections: string[] | null
  /** By the clock where the learner is, 'YYYY-MM-DD' and 'HH:MM'. */
  date: string
  time: string
}

/** A quiz or a live round that a learner's class is set. Instants in milliseconds since the epoch. */
export type QuizDue = {
  assignmentId: string
  classId: string
  kind: 'quiz' | 'live'
  title: string
  language: string
  classTitle: string
  /** Who leads the class; null: nobody with a name. */
  from: string | null
  questions: number
  /** Null: as long as it is open. */
  limitMinutes: number | null
  opensAt: number | null
  closesAt: number | null
  /** Where this learner is with it. */
  state: 'not-yet' | 'open' | 'under-way' | 'done' | 'closed'
}

export type SyncRequest = {
  protocol: 1
  userId: string
  clientNow: number
  /** The last `cursor` this device has committed; 0 at first. */
  cursor: number
  entries: ClientEntry[]
}

export type Acknowledged = { id: string; effectiveAt: number; serverSeq: number }
export type Rejected = { id: string; reason: string }

export type SyncResponse = {
  acked: Acknowledged[]
  rejected: Rejected[]
  pulled: {
    /** Entries with `cursor < serverSeq ≤` the new cursor, but those acknowledged in this response. */
    entries: StoredEntry[]
    packs: PackRef[]
    settings: LearnerSettings
    /** What the learner's classes want studied; absent from servers that know none. */
    assignments?: Assigned[]
    /** Quizzes that they are set, the first to close first; absent from servers that know none. */
    due?: QuizDue[]
  }
  cursor: number
  /** There is more to pull: ask again with the new cursor. */
  more: boolean
  serverNow: number
}

/** Offsets of a device's clock up to this are left alone. */
const CLOCK_OFFSET_MAX = 60_000

/**
 * The server's time for an entry, fixed once at its first insert: the device's `at`, moved by the offset between the
 * clocks where that is over a minute, and never later than `serverNow`.
 */
export const effectiveAt = (at: number, clientNow: number, serverNow: number): number => {
  const offset = serverNow - clientNow
  const corrected = Math.abs(offset) > CLOCK_OFFSET_MAX ? at + offset : at
  return Math.max(0, Math.min(corrected, serverNow))
}
