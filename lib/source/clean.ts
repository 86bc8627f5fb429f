/**
 * What never carries meaning here and breaks matching: zero-width characters, marks of writing direction, soft hyphens,
 * byte order marks, control characters. Line ends become `\n`. Done once, before any offset is taken.
 */
export const cleaned = (raw: string): string =>
  raw
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029\u0085]/g, '\n')
    .replace(/\p{Cf}|[^\P{Cc}\t\n]/gu, '')

const LENGTHWISE: Record<string, string> = {
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\t': ' ',
  '\n': ' ',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '–',
  '−': '-',
}

/** One spelling for quotes, blanks and hyphens; as long as its argument, so that offsets hold in both. */
export const levelled = (text: string): string =>
  text.replace(/[\u00a0\u2007\u2009\u202f\t\n‘’“”„«»‐‑‒−]/g, (character) => LENGTHWISE[character] ?? character)
