import type { Today } from '#lib/analytics/index.ts'

/** Minutes to add to UTC for the wall clock of `timeZone` (an IANA name; null: the device's own) at `at`. */
export const offsetMin = (at: number, timeZone: string | null): number => {
  if (!timeZone) return -new Date(at).getTimezoneOffset()
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value
  const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(name ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))
}

/** Where today is for a learner with these settings. */
export const todayAt = (now: number, settings: { timeZone: string | null; rolloverHour: number }): Today => ({
  now,
  tzOffsetMin: offsetMin(now, settings.timeZone),
  rolloverHour: settings.rolloverHour,
})
