const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const DATE_STYLES = {
  /** Tuesday 24 November */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** Friday */
  weekday: { weekday: 'long' },
  /** Fri */
  weekdayShort: { weekday: 'short' },
  /** F */
  weekdayNarrow: { weekday: 'narrow' },
  /** 24 */
  number: { day: 'numeric' },
  /** 24 November */
  date: { day: 'numeric', month: 'long' },
  /** 24 November 2026 */
  whole: { day: 'numeric', month: 'long', year: 'numeric' },
  /** Tue 24 */
  day: { weekday: 'short', day: 'numeric' },
  /** 24 Nov */
  short: { day: 'numeric', month: 'short' },
  /** Nov */
  month: { month: 'short' },
  /** 16:00 */
  time: { hour: 'numeric', minute: '2-digit' },
  /** 24 Nov 2026 16:00 */
  moment: { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof DATE_STYLES

const dayNumber = (at: number, timeZone: string | null): number => {
  const zone = timeZone ? { timeZone } : {}
  const [year, month, day] = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...zone })
    .format(at)
    .split('-')
    .map(Number)
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / DAY
}

/** How one language writes dates and numbers. */
export type Formats = {
  /** `at` in milliseconds since the epoch, on the wall clock of `timeZone` (IANA name); null is the device's own. */
  formatDate(at: number, style?: DateStyle, timeZone?: string | null): string
  formatNumber(value: number, options?: Intl.NumberFormatOptions): string
  /** A share from 0 to 1 as whole percents: 0.913 is "91%". */
  formatPercent(share: number): string
  /** A moment to come as one would say it: "16:00" today, "tomorrow", "Friday" within a week, else "24 November". */
  formatWhen(at: number, now: number, timeZone?: string | null): string
  /** How far `at` lies from `now`, in the largest fitting unit: "in 10 minutes", "tomorrow", "in 6 days". */
  formatRelative(at: number, now: number): string
}

/** The formats of a locale, such as `en-GB`. What it needs of Intl is made at first use, for a page that says little. */
export const formatsIn = (locale: string): Formats => {
  let numbers: Intl.NumberFormat | undefined
  let relative: Intl.RelativeTimeFormat | undefined

  const away = (value: number, unit: Intl.RelativeTimeFormatUnit): string => {
    relative ??= new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
    return relative.format(value, unit)
  }
  const formatDate: Formats['formatDate'] = (at, style = 'long', timeZone = null) =>
    new Intl.DateTimeFormat(locale, { ...DATE_STYLES[style], ...(timeZone ? { timeZone } : {}) })
      .format(at)
      .replace(',', '')
  const formatNumber: Formats['formatNumber'] = (value, options) => {
    if (options) return new Intl.NumberFormat(locale, options).format(value)
    numbers ??= new Intl.NumberFormat(locale)
    return numbers.format(value)
  }
  return {
    formatDate,
    formatNumber,
    formatPercent: (share) => formatNumber(share, { style: 'percent', maximumFractionDigits: 0 }),
    formatWhen: (at, now, timeZone = null) => {
      const days = dayNumber(at, timeZone) - dayNumber(now, timeZone)
      if (days <= 0) return formatDate(at, 'time', timeZone)
      if (days === 1) return away(1, 'day')
      return formatDate(at, days < 7 ? 'weekday' : 'date', timeZone)
    },
    formatRelative: (at, now) => {
      const span = at - now
      const size = Math.abs(span)
      if (size < HOUR) return away(Math.trunc(span / MINUTE) || (span < 0 ? 0 : 1), 'minute')
      if (size < DAY) return away(Math.round(span / HOUR), 'hour')
      if (size < 60 * DAY) return away(Math.round(span / DAY), 'day')
      return away(Math.round(span / (30 * DAY)), 'month')
    },
  }
}
