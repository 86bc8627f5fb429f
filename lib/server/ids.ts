import { createHash, getRandomValues } from 'node:crypto'
import { uuidv7 } from '#lib/base/index.ts'

const WORD = 2 ** 32

/** A new id that sorts by its time of making. */
export const newId = (now = Date.now()): string =>
  uuidv7(now, () => (getRandomValues(new Uint32Array(1))[0] ?? 0) / WORD)

/** SHA-256 in hexadecimal, of a text as UTF-8. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The same id for the same name on every installation: a UUID version 8 (RFC 9562, section 5.8) of the name's hash. */
export const namedId = (name: string): string => {
  const hex = sha256(name)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
