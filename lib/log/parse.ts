import { err, isUuid, ok, type Result } from '#lib/base/index.ts'
import { type Check, integer, isRecord, oneOf, pick, type Shape, STAMP, text } from './check.ts'
import type { ClientEntry, Direction, Grade } from './entry.ts'
import { GIVEN_BYTES_MAX, GRADES_MAX, isStorable, utf8Bytes } from './given.ts'
import { PLANNING } from './planning.ts'

const MS_PER_DAY = 86_400_000

const GRADE: Shape = {
  factId: text(200),
  factVersion: integer(1, 2 ** 31 - 1),
  direction: oneOf('forward', 'backward'),
  rating: oneOf(1, 2, 3, 4),
}
const CARD: Shape = {
  ...STAMP,
  kind: oneOf('suspend', 'unsuspend', 'bury', 'reset'),
  factId: text(200),
  direction: oneOf('forward', 'backward'),
}
export const GRADES: Check = (value) => Array.isArray(value) && value.length >= 1 && value.length <= GRADES_MAX
const UNDO: Shape = { ...STAMP, kind: oneOf('undo'), target: isUuid }
const REVIEW: Shape = {
  ...STAMP,
  kind: oneOf('review'),
  grades: GRADES,
  questionId: text(200),
  questionVersion: integer(1, 2 ** 31 - 1),
  form: oneOf('choice', 'cloze', 'typed', 'true-false', 'number', 'order', 'match'),
  mode: oneOf('flip', 'type', 'tap'),
  given: (value) => typeof value === 'string' && isStorable(value) && utf8Bytes(value) <= GIVEN_BYTES_MAX,
  auto: oneOf('right', 'wrong', null),
  overridden: oneOf(true, false),
  hints: integer(0, 1000),
  durationMs: integer(0, MS_PER_DAY),
  context: oneOf('study', 'probe', 'mock', 'quiz', 'practice'),
}
const SHAPES: Record<string, Shape> = {
  ...PLANNING,
  review: REVIEW,
  undo: UNDO,
  suspend: CARD,
  unsuspend: CARD,
  bury: CARD,
  reset: CARD,
}

const parseGrades = (values: unknown[]): Result<Grade[]> => {
  const grades: Grade[] = []
  const seen = new Set<string>()
  for (const value of values) {
    const picked = pick(value, GRADE)
    if (!picked.ok) return err(`grades: ${picked.error}`)
    const grade = picked.value as { factId: string; factVersion: number; direction: Direction; rating: 1 | 2 | 3 | 4 }
    if (seen.has(grade.factId)) return err('grades: a fact twice')
    seen.add(grade.factId)
    grades.push(grade)
  }
  return ok(grades)
}

/** What was picked, with its grades looked at one by one. */
export const gradesOf = (picked: Record<string, unknown>): Result<Record<string, unknown>> => {
  const grades = parseGrades(picked.grades as unknown[])
  return grades.ok ? ok({ ...picked, grades: grades.value }) : grades
}

/**
 * An entry as a device may send it, copied key by key into a new object. Refused, with a short English reason: anything
 * missing, of another type or out of range, the server's own kinds, and unknown keys (an entry is stored exactly as it
 * was sent or not at all, so that a repeated id can be compared; this also keeps `__proto__` out).
 */
export const parseClientEntry = (value: unknown): Result<ClientEntry> => {
  if (!isRecord(value)) return err('not an object')
  const kind = Object.hasOwn(value, 'kind') ? value.kind : undefined
  const shape = typeof kind === 'string' && Object.hasOwn(SHAPES, kind) ? SHAPES[kind] : undefined
  if (!shape) return err('bad kind')
  const picked = pick(value, shape, kind === 'review' ? { attemptId: text(64) } : {})
  if (!picked.ok) return picked
  if (kind !== 'review') return ok(picked.value as ClientEntry)
  return gradesOf(picked.value) as Result<ClientEntry>
}
