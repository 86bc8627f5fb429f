const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const MONTH_NUMBERS = new Map([
  ...MONTHS.map((name, i) => [name, i + 1] as const),
  ...MONTHS.map((name, i) => [name.slice(0, 3), i + 1] as const),
  ['sept', 9] as const,
])
const WEEKDAYS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun'.split(' '),
)

const two = (value: number): string => String(value).padStart(2, '0')

/** A date as one token, '1956-10-19', with '*' for what was not said. It never equals a bare year. */
const dateToken = (year: number | null, month: number, day: number | null): string =>
  `${year ?? '*'}-${two(month)}-${day === null ? '*' : two(day)}`

const isDay = (value: number): boolean => value >= 1 && value <= 31
const isMonth = (value: number): boolean => value >= 1 && value <= 12

/**
 * Dates in digits as tokens: 2016-12-15, 15/12/2016, 12/15/2016, 15.12.2016. Where both readings are possible
 * (5/4/2016) `dayFirst` decides.
 */
export const readDigitDates = (text: string, dayFirst: boolean): string =>
  text
    .replace(/(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g, (all, year, _mark, month, day) =>
      isMonth(Number(month)) && isDay(Number(day)) ? ` ${dateToken(Number(year), Number(month), Number(day))} ` : all,
    )
    .replace(/(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/g, (all, first, _mark, second, year) => {
      const [a, b] = [Number(first), Number(second)]
      const [day, month] = b > 12 || (a <= 12 && !dayFirst) ? [b, a] : [a, b]
      return isMonth(month) && isDay(day) ? ` ${dateToken(Number(year), month, day)} ` : all
    })

const dayOf = (token: string | undefined): number | null => {
  const value = /^(\d{1,2})(?:th)?$/.exec(token ?? '')?.[1]
  return value !== undefined && isDay(Number(value)) ? Number(value) : null
}
const yearOf = (token: string | undefined): number | null => (/^\d{3,4}$/.test(token ?? '') ? Number(token) : null)
const monthOf = (token: string | undefined): number | null => MONTH_NUMBERS.get(token ?? '') ?? null

/** A date in words at `start`; `length` in tokens. A month alone is no date. */
const dateAt = (tokens: readonly string[], start: number): { token: string; length: number } | null => {
  const day = dayOf(tokens[start])
  const of = tokens[start + 1] === 'of' ? 1 : 0
  const monthAfter = day === null ? null : monthOf(tokens[start + 1 + of])
  if (day !== null && monthAfter !== null) {
    const year = yearOf(tokens[start + 2 + of])
    return { token: dateToken(year, monthAfter, day), length: 2 + of + (year === null ? 0 : 1) }
  }
  const month = monthOf(tokens[start])
  if (month === null) return null
  const dayAfter = dayOf(tokens[start + 1])
  if (dayAfter !== null) {
    const year = yearOf(tokens[start + 2])
    return { token: dateToken(year, month, dayAfter), length: year === null ? 2 : 3 }
  }
  const ofYear = tokens[start + 1] === 'of' ? 1 : 0
  const year = yearOf(tokens[start + 1 + ofYear])
  return year === null ? null : { token: dateToken(year, month, null), length: 2 + ofYear }
}

/** Tokens without the commas that stand inside a date ("Thursday, December 15, 2016"): those list nothing. */
export const dropDateCommas = (tokens: readonly string[], comma: string): string[] =>
  tokens.filter((token, i) => {
    const [before, after] = [tokens[i - 1] ?? '', tokens[i + 1] ?? '']
    if (token !== comma) return true
    const beforeYear = yearOf(after) !== null && (dayOf(before) !== null || monthOf(before) !== null)
    return !beforeYear && !(WEEKDAYS.has(before) && (dayOf(after) !== null || monthOf(after) !== null))
  })

/** Dates in words as one token each; a day of the week beside one is left out. Numbers must have been read before. */
export const readDates = (tokens: readonly string[]): string[] => {
  const read: string[] = []
  for (let i = 0; i < tokens.length; ) {
    const weekday = WEEKDAYS.has(tokens[i] ?? '') ? 1 : 0
    const found = dateAt(tokens, i + weekday)
    read.push(found?.token ?? tokens[i] ?? '')
    i += found ? found.length + weekday : 1
    if (found && WEEKDAYS.has(tokens[i] ?? '')) i += 1
  }
  return read
}
