import type { ClientEntry, Exam, Grade, Rating, ReviewEntry, StoredEntry } from '#lib/log/index.ts'

/** A UUID that is the same for the same number, for tests that speak of entries by name. */
export const numberedId = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/** 1 March 2026, noon UTC. */
export const NOON = Date.UTC(2026, 2, 1, 12)

export const gradeOf = (factId: string, rating: Rating, factVersion = 1): Grade => ({
  factId,
  factVersion,
  direction: 'forward',
  rating,
})

/** A typed answer to `f1`, rated good, by the first device, at noon, but for what is given. */
export const reviewOf = (n: number, change: Partial<ReviewEntry> = {}): ReviewEntry => ({
  v: 1,
  id: numberedId(n),
  deviceId: 'phone',
  seq: n,
  at: NOON,
  tzOffsetMin: 0,
  kind: 'review',
  grades: [gradeOf('f1', 3)],
  questionId: 'q1',
  questionVersion: 1,
  form: 'typed',
  mode: 'type',
  given: 'Shimoda',
  auto: 'right',
  overridden: false,
  hints: 0,
  durationMs: 4000,
  context: 'study',
  ...change,
})

type Stamped = Partial<Pick<ClientEntry, 'at' | 'deviceId' | 'seq' | 'tzOffsetMin'>>

export const undoOf = (n: number, target: string, change: Stamped = {}): ClientEntry => ({
  v: 1,
  id: numberedId(n),
  deviceId: 'phone',
  seq: n,
  at: NOON,
  tzOffsetMin: 0,
  kind: 'undo',
  target,
  ...change,
})

export const cardEntryOf = (
  n: number,
  kind: 'suspend' | 'unsuspend' | 'bury' | 'reset',
  factId = 'f1',
  change: Stamped = {},
): ClientEntry => ({
  v: 1,
  id: numberedId(n),
  deviceId: 'phone',
  seq: n,
  at: NOON,
  tzOffsetMin: 0,
  kind,
  factId,
  direction: 'forward',
  ...change,
})

const stampOf = (n: number, change: Stamped) => ({
  ...({ v: 1, id: numberedId(n), deviceId: 'phone', seq: n, at: NOON, tzOffsetMin: 0 } as const),
  ...change,
})

/** An exam two weeks after noon in the whole set `s1`, with a goal of 80 %, but for what is given. */
export const examOf = (change: Partial<Exam> = {}): Exam => ({
  title: 'Midterm',
  date: '2026-03-15',
  time: '09:00',
  parts: [{ setId: 's1', section: null, weight: 1 }],
  goal: 0.8,
  purpose: 'exam',
  result: null,
  said: null,
  ...change,
})

export const examEntryOf = (n: number, exam: Exam | null, examId = numberedId(7_000), change: Stamped = {}) => ({
  ...stampOf(n, change),
  kind: 'exam' as const,
  ...{ examId, exam },
})

export const minutesEntryOf = (
  n: number,
  weekdays: number[],
  dates: { date: string; minutes: number }[] = [],
  change: Stamped = {},
) => ({ ...stampOf(n, change), kind: 'minutes' as const, weekdays, dates })

export const attemptEntryOf = (n: number, attemptId: string, unanswered: string[] = [], change: Stamped = {}) => ({
  ...stampOf(n, change),
  kind: 'attempt' as const,
  ...{ attemptId, title: 'Practice test', setIds: ['s1'], startedAt: NOON - 600_000, finishedAt: NOON, unanswered },
})

/** An entry as the server keeps it, at the device's own time unless told. */
export const storedOf = (entry: ClientEntry, effectiveAt: number = entry.at): StoredEntry => ({ ...entry, effectiveAt })
