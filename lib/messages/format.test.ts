import { describe, expect, it } from 'vitest'
import { formatsIn } from './format.ts'

const { formatDate, formatNumber, formatPercent, formatRelative, formatWhen } = formatsIn('en-GB')

const MINUTE = 60_000
const DAY = 86_400_000
/** Tuesday 24 November 2026, 09:00 in London. */
const NOW = Date.UTC(2026, 10, 24, 9)

describe('dates and numbers', () => {
  it('writes dates as the texts do, on the learner’s own clock', () => {
    expect(formatDate(NOW, 'long', 'Europe/London')).toBe('Tuesday 24 November')
    expect(formatDate(NOW, 'day', 'Europe/London')).toBe('Tue 24')
    expect(formatDate(NOW, 'time', 'Asia/Tokyo')).toBe('18:00')
    expect(formatDate(Date.UTC(2026, 10, 24, 20), 'long', 'Asia/Tokyo')).toBe('Wednesday 25 November')
  })

  it('groups thousands and rounds shares', () => {
    expect(formatNumber(12345)).toBe('12,345')
    expect(formatPercent(0.913)).toBe('91%')
  })

  it.each([
    [10 * MINUTE, 'in 10 minutes'],
    [20_000, 'in 1 minute'],
    [-20_000, 'this minute'],
    [3 * 60 * MINUTE, 'in 3 hours'],
    [DAY, 'tomorrow'],
    [6 * DAY, 'in 6 days'],
    [90 * DAY, 'in 3 months'],
    [-DAY, 'yesterday'],
  ])('says %d ms as %s', (away, words) => expect(formatRelative(NOW + away, NOW)).toBe(words))

  it.each([
    [7 * 60 * MINUTE, '16:00'],
    [16 * 60 * MINUTE, 'tomorrow'],
    [3 * DAY, 'Friday'],
    [7 * DAY, '1 December'],
    [-MINUTE, '8:59'],
  ])('names the moment %d ms away %s', (away, words) =>
    expect(formatWhen(NOW + away, NOW, 'Europe/London')).toBe(words),
  )
})
