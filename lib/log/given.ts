/** Most bytes of UTF-8 that the `given` of an answer may have. */
export const GIVEN_BYTES_MAX = 2048
/** Most facts that one answer may grade. */
export const GRADES_MAX = 20

const LONE_SURROGATE = /\p{Surrogate}/gu

/** Whether a database would give a text back unchanged: no NUL (PostgreSQL refuses it), no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.search(LONE_SURROGATE) < 0

export const utf8Bytes = (text: string): number => new TextEncoder().encode(text).length

/**
 * What was answered, fit for an entry: option texts joined by line breaks, what no store keeps left out, cut at a whole
 * character to `GIVEN_BYTES_MAX`.
 */
export const clipGiven = (given: string | readonly string[]): string => {
  const text = (typeof given === 'string' ? given : given.join('\n')).replaceAll('\0', '').replace(LONE_SURROGATE, '')
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(GIVEN_BYTES_MAX))
  return text.slice(0, read)
}
