/** Whether this runtime knows a time zone by that IANA name. */
export const isTimeZone = (value: unknown): value is string => {
  if (typeof value !== 'string' || value.length > 64) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}

/** Minutes to add to UTC to get the wall clock at `at` in a time zone that `isTimeZone`. Throws RangeError for another. */
export const zoneOffsetMin = (at: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at)
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'))
  return Math.round((wall - Math.floor(at / 60_000) * 60_000) / 60_000)
}
