import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { growthOf, workOf } from '#lib/testing/growth.ts'
import { hostile, inEnglish, moreHostile } from '#lib/testing/hostile.ts'
import { generate } from './index.ts'

/** Fourfold the length, at most so many times the work: 4 is linear, 16 quadratic. */
const GROWTH_MOST = 8
const LENGTH = 16_000
const LONG = process.env.FOOTNOTE_LONG !== undefined
/** Every third text: to make all of them long would take an hour. */
const SOME = Object.entries(hostile).filter((_, i) => i % 3 === 0)

/** A result or a refusal in words; anything that is thrown fails the test. */
const settle = (format: 'text' | 'markdown' | 'html', text: string): void => {
  const done = generate({ format, text })
  if (done.ok) for (const { quote } of done.value.facts) expect(quote.exact.length).toBeGreaterThan(0)
  else expect(done.error.message).toMatch(/\.$/)
}

it.each(Object.entries(LONG ? { ...hostile, ...moreHostile } : hostile))(
  '%s ends in a result or a refusal',
  (_name, { format, text }) => settle(format, inEnglish(text(LENGTH))),
)

if (LONG)
  describe('a text four times as long costs no more than about four times', () => {
    it.each(SOME)(
      '%s',
      (_name, { format, text }) => {
        const work = (length: number) => {
          const made = inEnglish(text(length))
          return () => settle(format, made)
        }
        expect(growthOf(LENGTH, work)).toBeLessThanOrEqual(GROWTH_MOST)
      },
      300_000,
    )
  })

/** Every eighth of these is ten megabytes long, the others one. */
const HUGE = SOME.map(([name, made], i) => [name, i % 8 === 0 ? 10_000_000 : 1_000_000, made] as const)
const MS_PER_CHARACTER = 0.03

if (LONG)
  describe('a huge text ends in a result or a refusal', () => {
    it.each(HUGE)(
      '%s, %i characters',
      (_name, length, { format, text }) => {
        const made = inEnglish(text(length))
        expect(workOf(() => settle(format, made))).toBeLessThan(length * MS_PER_CHARACTER)
      },
      900_000,
    )
  })

it('random text of a hostile alphabet never throws, and each character costs little', () => {
  const unit = fc.constantFrom(
    ...'aZé1 .,;:?!\'"()[]{}<>&*_`~#|\\/-–—“”\n\t',
    ...['\u200b', '\u202e', '\u0301', '\ud800', '\udc00', '\0', '\u00a0', '\u2028', '😀', 'ß', 'İ', '日'],
    ...[
      'and ',
      'The ',
      'Paris ',
      ' 1900',
      ' was ',
      '<p>',
      '</b>',
      '<td>',
      '\n- ',
      '\n# ',
      '\n|',
      '|---|\n',
      '```',
      '&lt;',
      '**',
    ],
  )
  const text = fc.string({ unit, maxLength: 3_000, size: 'max' })
  fc.assert(
    fc.property(text, fc.constantFrom('text' as const, 'markdown' as const, 'html' as const), (made, format) => {
      const shown = inEnglish(made)
      expect(workOf(() => settle(format, shown))).toBeLessThan(500 + shown.length * 0.2)
    }),
    { numRuns: 40 * Number(process.env.FOOTNOTE_RUNS ?? 1) },
  )
}, 600_000)
