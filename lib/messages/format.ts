/** The one language so far. Dates and numbers follow British order, as the texts do. */
export const locale = { language: 'en', formats: 'en-GB' } as const

let numbers: Intl.NumberFormat | undefined
let relative: Intl.RelativeTimeFormat | undefined
const away = (value: number, unit: Intl.RelativeTimeFormatUnit): string => {
  relative ??= new Intl.RelativeTimeFormat(locale.formats, { numeric: 'auto' })
  return relative.format(value, unit)
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const DATE_STYLES = {
  /** Tuesday 24 November */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** Friday */
  weekday: { weekday: 'long' },
  /** 24 November */
  date: { day: 'numeric', month: 'long' },
  /** Tue 24 */
  day: { weekday: 'short', day: 'numeric' },
  /** 24 Nov */
  short: { day: 'numeric', month: 'short' },
  /** Nov */
  month: { month: 'short' },
  /** 16:00 */
  time: { hour: 'numeric', minute: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof DATE_STYLES

/** `at` in milliseconds since the epoch, on the wall clock of `timeZone` (IANA name); null is the device's own. */
export const formatDate = (at: number, style: DateStyle = 'long', timeZone: string | null = null): string =>
  new Intl.DateTimeFormat(locale.formats, { ...DATE_STYLES[style], ...(timeZone ? { timeZone } : {}) })
    .format(at)
    .replace(',', '')

export const formatNumber = (value: number, options?: Intl.NumberFormatOptions): string => {
  if (options) return new Intl.NumberFormat(locale.formats, options).format(value)
  numbers ??= new Intl.NumberFormat(locale.formats)
  return numbers.format(value)
}

/** A share from 0 to 1 as whole percents: 0.913 is "91%". */
export const formatPercent = (share: number): string =>
  formatNumber(share, { style: 'percent', maximumFractionDigits: 0 })

const dayNumber = (at: number, timeZone: string | null): number => {
  const zone = timeZone ? { timeZone } : {}
  const [year, month, day] = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...zone })
    .format(at)
    .split('-')
    .map(Number)
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / DAY
}

/** A moment to come as one would say it: "16:00" today, "tomorrow", "Friday" within a week, else "24 November". */
export const formatWhen = (at: number, now: number, timeZone: string | null = null): string => {
  const days = dayNumber(at, timeZone) - dayNumber(now, timeZone)
  if (days <= 0) return formatDate(at, 'time', timeZone)
  if (days === 1) return away(1, 'day')
  return formatDate(at, days < 7 ? 'weekday' : 'date', timeZone)
}

/** How far `at` lies from `now`, in the largest fitting unit: "in 10 minutes", "tomorrow", "in 6 days". */
export const formatRelative = (at: number, now: number): string => {
  const span = at - now
  const size = Math.abs(span)
  if (size < HOUR) return away(Math.trunc(span / MINUTE) || (span < 0 ? 0 : 1), 'minute')
  if (size < DAY) return away(Math.round(span / HOUR), 'hour')
  if (size < 60 * DAY) return away(Math.round(span / DAY), 'day')
  return away(Math.round(span / (30 * DAY)), 'month')
}
