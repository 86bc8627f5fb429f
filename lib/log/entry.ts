/**
 * The wire form of the review log: what a phone appends, what `/api/sync` takes, and what every memory state is folded
 * from. Times are milliseconds since the Unix epoch by the device's own clock; the server adds `effectiveAt` once.
 */
export type Rating = 1 | 2 | 3 | 4
export type Direction = 'forward' | 'backward'
export type Form = 'choice' | 'cloze' | 'typed' | 'true-false' | 'number' | 'order' | 'match'
export type Mode = 'flip' | 'type' | 'tap'
export type StudyContext = 'study' | 'probe' | 'mock' | 'quiz' | 'practice'

/** One fact's share of an answer. `rating`: 1 again, 2 hard, 3 good, 4 easy, as decided when it was given. */
export type Grade = { factId: string; factVersion: number; direction: Direction; rating: Rating }

type Stamp = {
  v: 1
  /** UUID version 7, made by the device. */
  id: string
  deviceId: string
  /** Position in the device's own log, from 1 up. */
  seq: number
  at: number
  /** Minutes to add to UTC to get the learner's wall clock: 540 in Tokyo. */
  tzOffsetMin: number
}

/** One answer. `practice` answers (the form "Practise these again") carry no schedule: the fold passes over them. */
export type ReviewEntry = Stamp & {
  kind: 'review'
  /** One for each fact asked; order and match have several. */
  grades: Grade[]
  questionId: string
  questionVersion: number
  form: Form
  mode: Mode
  /** What was typed, or the option texts as chosen; at most 2,048 bytes of UTF-8. */
  given: string
  auto: 'right' | 'wrong' | null
  overridden: boolean
  hints: number
  durationMs: number
  context: StudyContext
  attemptId?: string
}
/** Takes back the whole entry `target`, which is never an undo itself; it may arrive before its target. */
export type UndoEntry = Stamp & { kind: 'undo'; target: string }
export type CardEntry = Stamp & {
  kind: 'suspend' | 'unsuspend' | 'bury' | 'reset'
  factId: string
  direction: Direction
}
/** What a learner prepares for, whole: the last entry of an exam counts. Null: it is taken away. */
export type ExamEntry = Stamp & { kind: 'exam'; examId: string; exam: Exam | null }
/** Minutes of study a day; the last entry counts. */
export type MinutesEntry = Stamp & {
  kind: 'minutes'
  /** From Sunday to Saturday. */
  weekdays: number[]
  /** Days that are unlike their weekday. */
  dates: { date: string; minutes: number }[]
}
/** A practice test that was handed in. Its answers are reviews that name it, appended with it. */
export type AttemptEntry = Stamp & {
  kind: 'attempt'
  attemptId: string
  title: string
  setIds: string[]
  startedAt: number
  finishedAt: number
  /** Ids of its questions that were left without an answer. */
  unanswered: string[]
}
export type ClientEntry = ReviewEntry | UndoEntry | CardEntry | ExamEntry | MinutesEntry | AttemptEntry

export type Exam = {
  title: string
  /** By the clock where the learner is, 'YYYY-MM-DD' and 'HH:MM'. */
  date: string
  time: string
  parts: ExamPart[]
  /** Share of what is asked that the learner wants to recall, 0.05–1. */
  goal: number
  /** Whether recall on the day counts most, or recall for good. */
  purpose: 'exam' | 'keep'
  /** What it came to, 0–1; null while that is not told. */
  result: number | null
  /** What was forecast for that morning, kept beside the result. */
  said: { low: number; expected: number; high: number } | null
}
/** A set (`section` null) or one section of it, by its heading, with what it counts: 1 as any other, 0 not at all. */
export type ExamPart = { setId: string; section: string | null; weight: number }

/** Kinds that only the server appends. */
export type ServerEntry =
  | (Stamp & { kind: 'invalidate'; factId: string; factVersion: number })
  | (Stamp & { kind: 'regrade'; target: string; grades: Grade[] })
  | (Stamp & { kind: 'settings'; weights: number[] | null; desiredRetention: number; schedulerVersion: number })

export type Entry = ClientEntry | ServerEntry

/** An entry as the server keeps it. Before its acknowledgement a phone folds it with `effectiveAt = at`. */
export type StoredEntry = Entry & { effectiveAt: number; serverSeq?: number }
