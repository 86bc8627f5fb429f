import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf } from './index.ts'

const STAMP = new Date('2026-05-04T06:07:08.900Z')
const day = { date: '2026-12-31', title: '3 to recall; soon, too', description: 'One line\nand another' }

test('a day is a whole one that ends with the next, its words escaped', () => {
  const lines = calendarOf('Footnote', [day], 'x', STAMP).split('\r\n')
  expect(lines).toContain('DTSTART;VALUE=DATE:20261231')
  expect(lines).toContain('DTEND;VALUE=DATE:20270101')
  expect(lines).toContain('SUMMARY:3 to recall\\; soon\\, too')
  expect(lines).toContain('DESCRIPTION:One line\\nand another')
  expect(lines).toContain('DTSTAMP:20260504T060708Z')
  expect(lines).toContain('UID:2026-12-31-x@footnote')
  expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', ''])
})

test('whatever the words, no line is longer than 75 octets, and unfolded they are what was meant', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const title = text.replace(/[\r\n]/g, '')
      const written = calendarOf('F', [{ ...day, title }], 'x', STAMP)
      for (const line of written.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      const summary = /^SUMMARY:(.*)$/m.exec(written.replaceAll('\r\n ', ''))?.[1] ?? ''
      expect(summary.replace(/\\(.)/g, '$1')).toBe(title)
    }),
  )
})
