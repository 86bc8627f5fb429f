import { isTimeZone, zoneOffsetMin } from '#lib/base/index.ts'

/**
 * Minutes to add to UTC to get the wall clock at `at` in `timeZone` (an IANA name; null is the device's own zone). A name
 * this browser does not know counts as the device's own.
 */
export const tzOffsetMin = (at: number, timeZone: string | null): number =>
  isTimeZone(timeZone) ? zoneOffsetMin(at, timeZone) : -new Date(at).getTimezoneOffset()
