import type { Random } from './random.ts'
import type { Millis } from './units.ts'

const HEX = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a value is a UUID in lower-case canonical form. */
export const isUuid = (value: unknown): value is string => typeof value === 'string' && HEX.test(value)

/**
 * UUID version 7 (RFC 9562, section 5.7): 48 bits of `now`, 74 bits from `random`; sorts by time of making. `count`, 0–4,095,
 * stands in place of the first 12 random bits and sorts those of one millisecond (section 6.2, method 1).
 */
export const uuidv7 = (now: Millis, random: Random, count?: number): string => {
  const time = Math.floor(now).toString(16).padStart(12, '0')
  const bits = (n: number) => Math.floor(random() * 2 ** n)
  const a = (count ?? bits(12)).toString(16).padStart(3, '0')
  const b = (8 + bits(2)).toString(16) + bits(12).toString(16).padStart(3, '0')
  const c = bits(24).toString(16).padStart(6, '0') + bits(24).toString(16).padStart(6, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a}-${b}-${c}`
}
