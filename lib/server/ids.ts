import { createHash, getRandomValues } from 'node:crypto'
import { uuidv7 } from '#lib/base/index.ts'

const WORD = 2 ** 32

const COUNTS = 4_096
const latest = { now: 0, made: 0 }

/** A new id that sorts by its time of making, also among those that this process made in the same millisecond. */
export const newId = (now = Date.now()): string => {
  latest.made = now === latest.now ? latest.made + 1 : 0
  latest.now = now
  const random = () => (getRandomValues(new Uint32Array(1))[0] ?? 0) / WORD
  return uuidv7(now + Math.floor(latest.made / COUNTS), random, latest.made % COUNTS)
}

/** SHA-256 in hexadecimal, of a text as UTF-8. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The same id for the same name on every installation: a UUID version 8 (RFC 9562, section 5.8) of the name's hash. */
export const namedId = (name: string): string => {
  const hex = sha256(name)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
