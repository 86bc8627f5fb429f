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
export type ClientEntry = ReviewEntry | UndoEntry | CardEntry

/** Kinds that only the server appends. */
export type ServerEntry =
  | (Stamp & { kind: 'invalidate'; factId: string; factVersion: number })
  | (Stamp & { kind: 'regrade'; target: string; grades: Grade[] })
  | (Stamp & { kind: 'settings'; weights: number[] | null; desiredRetention: number; schedulerVersion: number })

export type Entry = ClientEntry | ServerEntry

/** An entry as the server keeps it. Before its acknowledgement a phone folds it with `effectiveAt = at`. */
export type StoredEntry = Entry & { effectiveAt: number; serverSeq?: number }
