/**
 * Minutes to add to UTC to get the wall clock at `at` in `timeZone` (an IANA name; null is the device's own zone). A name
 * this browser does not know counts as the device's own.
 */
export const tzOffsetMin = (at: number, timeZone: string | null): number => {
  const own = -new Date(at).getTimezoneOffset()
  if (!timeZone) return own
  try {
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
  } catch {
    return own
  }
}
