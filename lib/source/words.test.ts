import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countWords } from './words.ts'

const bySegmenter = (text: string): number =>
  [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].filter((segment) => segment.isWordLike).length

test('counts as the segmenter alone does', () => {
  const piece = fc.constantFrom(
    'word',
    "don't",
    'Ryswick’s',
    '“Yes,”',
    'well-known',
    '3.5',
    '1,234',
    'A.B.',
    '(see',
    '...',
    '—',
    'naïve',
    '日本語',
    'x86_64',
    '&',
    'end.',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join(' ')
      expect(countWords(text)).toBe(bySegmenter(text))
    }),
  )
})

test('counts any run of marks, letters and digits as the segmenter does', () => {
  const piece = fc.string({ unit: fc.constantFrom(..."aZé1_.,;:'‘’“-–…&<*"), maxLength: 30 })
  fc.assert(
    fc.property(piece, (text) => {
      expect(countWords(text)).toBe(bySegmenter(text))
    }),
    { numRuns: 2_000 },
  )
})
