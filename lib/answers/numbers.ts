const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ORDINAL_UNITS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const ORDINAL_TENS = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'.split(' ')

const numbered = (units: string[], tens: string[]): Map<string, number> =>
  new Map([...units.map((word, i) => [word, i] as const), ...tens.map((word, i) => [word, (i + 2) * 10] as const)])

const CARDINALS = numbered(UNITS, TENS)
const ORDINALS = numbered(ORDINAL_UNITS, ORDINAL_TENS)
const SCALES = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
])

/** A token of digits, perhaps with a sign and a fraction, without needless zeros; null for another token. */
export const numericToken = (token: string): string | null =>
  /^-?\d+(\.\d+)?$/.test(token) ? (token.length > 15 ? token : String(Number(token))) : null

const times = (value: number, scale: number): number => Number((value * scale).toPrecision(15))

/** "1st" for 1. Only its equality with itself matters, so the ending is always "th". */
const ordinal = (value: number): string => `${value}th`

type Read = { token: string; length: number }

/** Hundreds and below in words, from `start`: "two hundred and five", "fifty six", "nineteen fifty six" (a year). */
const belowThousand = (tokens: readonly string[], start: number): { value: number; length: number } | null => {
  const at = (offset: number) => tokens[start + offset] ?? ''
  const pair = (offset: number): { value: number; length: number } | null => {
    const first = CARDINALS.get(at(offset))
    if (first === undefined) return null
    const second = CARDINALS.get(at(offset + 1))
    const joins = first >= 20 && second !== undefined && second >= 1 && second <= 9
    return joins ? { value: first + second, length: 2 } : { value: first, length: 1 }
  }
  const head = pair(0) ?? (at(0) === 'a' && ['hundred', 'dozen'].includes(at(1)) ? { value: 1, length: 1 } : null)
  if (!head) return null
  let { value, length } = head
  if (at(length) === 'dozen') return { value: value * 12, length: length + 1 }
  if (at(length) === 'hundred') {
    value *= 100
    length += 1
    const rest = pair(at(length) === 'and' ? length + 1 : length)
    if (rest) return { value: value + rest.value, length: length + rest.length + (at(length) === 'and' ? 1 : 0) }
    return { value, length }
  }
  const years = value >= 10 && value <= 20 ? pair(length) : null
  return years && years.value >= 10 ? { value: value * 100 + years.value, length: length + years.length } : head
}

/** A whole number at `start`, in words, digits or both ("4.4 billion", "two million three hundred thousand"). */
const numberAt = (tokens: readonly string[], start: number): Read | null => {
  let total = 0
  let length = 0
  let scaleBefore = Number.POSITIVE_INFINITY
  let plain: string | null = null
  for (;;) {
    const skip = length > 0 && tokens[start + length] === 'and' ? 1 : 0
    const position = start + length + skip
    const digits = numericToken(tokens[position] ?? '')
    const words = belowThousand(tokens, position)
    const goesOn = length === 0 || SCALES.has(tokens[position + 1] ?? '')
    const part = digits !== null && goesOn ? { value: Number(digits), length: 1 } : words
    if (!part) break
    const scale = SCALES.get(tokens[position + part.length] ?? '')
    // After "two million" only something smaller than a million goes on the same number.
    if (length > 0 && times(part.value, scale ?? 1) >= scaleBefore) break
    if (length === 0 && scale === undefined) plain = digits ?? String(part.value)
    total = times(total + times(part.value, scale ?? 1), 1)
    length += skip + part.length + (scale === undefined ? 0 : 1)
    if (scale === undefined) break
    scaleBefore = scale
  }
  return length > 0 ? { token: plain ?? String(total), length } : null
}

/** An ordinal at `start`: "15th", "fifteenth", "twenty first". */
const ordinalAt = (tokens: readonly string[], start: number): Read | null => {
  const token = tokens[start] ?? ''
  const digits = /^(\d+)(?:st|nd|rd|th)$/.exec(token)
  if (digits) return { token: ordinal(Number(digits[1])), length: 1 }
  const single = ORDINALS.get(token)
  if (single !== undefined) return { token: ordinal(single), length: 1 }
  const tens = CARDINALS.get(token)
  const unit = ORDINALS.get(tokens[start + 1] ?? '')
  const joins = tens !== undefined && tens >= 20 && unit !== undefined && unit >= 1 && unit <= 9
  return joins ? { token: ordinal(tens + unit), length: 2 } : null
}

/** Number words, digits with scale words, and ordinals as one token each: digits, or digits with "th". */
export const readNumbers = (tokens: readonly string[]): string[] => {
  const read: string[] = []
  for (let i = 0; i < tokens.length; ) {
    const found = ordinalAt(tokens, i) ?? numberAt(tokens, i)
    read.push(found?.token ?? tokens[i] ?? '')
    i += found?.length ?? 1
  }
  return read
}
