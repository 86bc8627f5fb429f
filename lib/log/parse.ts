import { err, isUuid, ok, type Result } from '#lib/base/index.ts'
import type { ClientEntry, Direction, Grade } from './entry.ts'
import { GIVEN_BYTES_MAX, GRADES_MAX, isStorable, utf8Bytes } from './given.ts'

/** Whether a value can stand where it stands. */
export type Check = (value: unknown) => boolean

export const integer =
  (min: number, max: number): Check =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max
export const oneOf =
  (...values: unknown[]): Check =>
  (value) =>
    values.includes(value)
export const text =
  (max: number): Check =>
  (value) =>
    typeof value === 'string' && value.length > 0 && value.length <= max && isStorable(value)

/** The last instant that a Date can hold. */
const AT_MAX = 8_640_000_000_000_000
const MS_PER_DAY = 86_400_000

export const STAMP: Record<string, Check> = {
  v: oneOf(1),
  id: isUuid,
  deviceId: text(64),
  seq: integer(1, Number.MAX_SAFE_INTEGER),
  at: integer(0, AT_MAX),
  // UTC−12:00 to UTC+14:00
  tzOffsetMin: integer(-720, 840),
}
const GRADE: Record<string, Check> = {
  factId: text(200),
  factVersion: integer(1, 2 ** 31 - 1),
  direction: oneOf('forward', 'backward'),
  rating: oneOf(1, 2, 3, 4),
}
const CARD: Record<string, Check> = {
  ...STAMP,
  kind: oneOf('suspend', 'unsuspend', 'bury', 'reset'),
  factId: text(200),
  direction: oneOf('forward', 'backward'),
}
export const GRADES: Check = (value) => Array.isArray(value) && value.length >= 1 && value.length <= GRADES_MAX
const UNDO: Record<string, Check> = { ...STAMP, kind: oneOf('undo'), target: isUuid }
const REVIEW: Record<string, Check> = {
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
const SHAPES: Record<string, Record<string, Check>> = {
  review: REVIEW,
  undo: UNDO,
  suspend: CARD,
  unsuspend: CARD,
  bury: CARD,
  reset: CARD,
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A new object with exactly the shape's own keys, or the name of the first that is missing, wrong or unknown. */
export const pick = (
  value: unknown,
  shape: Record<string, Check>,
  optional: Record<string, Check> = {},
): Result<Record<string, unknown>> => {
  if (!isRecord(value)) return err('not an object')
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(shape, key) && !Object.hasOwn(optional, key)) return err(`unknown key ${key.slice(0, 40)}`)
  }
  const picked: Record<string, unknown> = {}
  for (const [key, check] of Object.entries(shape)) {
    if (!Object.hasOwn(value, key) || !check(value[key])) return err(`bad ${key}`)
    picked[key] = value[key]
  }
  for (const [key, check] of Object.entries(optional)) {
    if (!Object.hasOwn(value, key) || value[key] === undefined) continue
    if (!check(value[key])) return err(`bad ${key}`)
    picked[key] = value[key]
  }
  return ok(picked)
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
