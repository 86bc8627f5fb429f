import { err, isUuid, ok, type Result } from '#lib/base/index.ts'
import { isStorable } from './given.ts'

/** Whether a value can stand where it stands. */
export type Check = (value: unknown) => boolean
/** What each key of an object must be. */
export type Shape = Readonly<Record<string, Check>>

export const integer =
  (min: number, max: number): Check =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max
export const number =
  (min: number, max: number): Check =>
  (value) =>
    typeof value === 'number' && value >= min && value <= max
export const oneOf =
  (...values: unknown[]): Check =>
  (value) =>
    values.includes(value)
export const text =
  (max: number): Check =>
  (value) =>
    typeof value === 'string' && value.length > 0 && value.length <= max && isStorable(value)
export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
export const list =
  (check: Check, min: number, max: number): Check =>
  (value) =>
    Array.isArray(value) && value.length >= min && value.length <= max && value.every(check)
/** Exactly these keys, in this order, so that one content has one wire form. */
export const exactly =
  (shape: Shape): Check =>
  (value) =>
    isRecord(value) &&
    Object.keys(value).join() === Object.keys(shape).join() &&
    Object.entries(shape).every(([key, check]) => check(value[key]))

/** The last instant that a Date can hold. */
const AT_MAX = 8_640_000_000_000_000
export const instant = integer(0, AT_MAX)

export const STAMP: Shape = {
  v: oneOf(1),
  id: isUuid,
  deviceId: text(64),
  seq: integer(1, Number.MAX_SAFE_INTEGER),
  at: instant,
  // UTC−12:00 to UTC+14:00
  tzOffsetMin: integer(-720, 840),
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A new object with exactly the shape's own keys, or the name of the first that is missing, wrong or unknown. */
export const pick = (value: unknown, shape: Shape, optional: Shape = {}): Result<Record<string, unknown>> => {
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
