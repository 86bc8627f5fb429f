import { expect, test } from 'vitest'
import { isTimeZone, zoneOffsetMin } from './index.ts'

test.each([
  ['Asia/Tokyo', '2026-01-01T00:00:00Z', 540],
  ['Europe/London', '2026-03-29T00:59:59Z', 0],
  ['Europe/London', '2026-03-29T01:00:00Z', 60],
  ['America/New_York', '2026-07-01T00:00:30Z', -240],
  ['Asia/Kathmandu', '2026-07-01T00:00:00Z', 345],
])('the wall clock of %s at %s is %d minutes from UTC', (zone, at, minutes) => {
  expect(zoneOffsetMin(Date.parse(at), zone)).toBe(minutes)
})

test('a zone is one that is known by its name', () => {
  expect(['Asia/Tokyo', 'Mars/Base', '', 7, null].map(isTimeZone)).toEqual([true, false, false, false, false])
})
