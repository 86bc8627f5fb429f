import { describe, expect, it } from 'vitest'
import { offsetMin } from './time.ts'

describe('the offset of a time zone', () => {
  it.each([
    ['Asia/Tokyo', 540],
    ['Asia/Kathmandu', 345],
    ['America/St_Johns', -210],
    ['UTC', 0],
  ])('%s is %d minutes', (zone, minutes) => expect(offsetMin(Date.UTC(2026, 10, 24), zone)).toBe(minutes))

  it('follows summer time', () => expect(offsetMin(Date.UTC(2026, 6, 1), 'Europe/London')).toBe(60))
})
