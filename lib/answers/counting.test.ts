import { expect, test } from 'vitest'
import { type Counting, type Markable, mark } from './index.ts'

const DE = { language: 'de' }
/** [what counts, answer, given, verdict] */
const CASES: [Counting, string, string, 'right' | 'wrong'][] = [
  [{}, 'año', 'ano', 'right'],
  [{ accents: true }, 'año', 'ano', 'wrong'],
  [{ accents: true }, 'año', 'Año', 'right'],
  [{ accents: true }, 'ano', 'año', 'wrong'],
  [{ accents: true }, 'Wärter', 'Warter', 'wrong'],
  [{ accents: true }, 'Leuchtturmwärter', 'Leuchtumwärter', 'right'],
  [{ accents: true }, 'der Wärter', 'Wärter', 'wrong'],
  [{ accents: true, ...DE }, 'der Wärter', 'Wärter', 'right'],
  [{ accents: true, ...DE }, 'der Wärter', 'Warter', 'wrong'],
  [{ accents: true }, 'The Müller', 'Müller', 'right'],
  [{ accents: true }, '15 December 2016', 'Dec 15, 2016', 'right'],
  [{ articles: true }, 'the Hague', 'Hague', 'wrong'],
  [{ articles: true }, 'the Hague', 'The Hague', 'right'],
  [{}, 'the Hague', 'Hague', 'right'],
  [DE, 'der Hund', 'Hund', 'right'],
  [DE, 'Hund', 'der Hund', 'right'],
  [DE, 'der Hund', 'die Hund', 'right'],
  [{ ...DE, articles: true }, 'der Hund', 'die Hund', 'wrong'],
  [{ ...DE, articles: true }, 'der Hund', 'Hund', 'wrong'],
  [{ ...DE, articles: true }, 'der Hund', 'der hund', 'right'],
  [{ language: 'fr' }, 'l’eau', 'eau', 'right'],
  [{ language: 'fr', articles: true }, 'l’eau', 'eau', 'wrong'],
  [{ language: 'fr' }, 'le', 'la', 'wrong'],
  [{ language: 'pl', articles: true, accents: true }, 'żółw', 'zolw', 'wrong'],
]

test.each(CASES)('where %o counts, for “%s” typed “%s” is %s', (counting, key, given, verdict) => {
  const question: Markable = { form: 'typed', key, accepted: [key] }
  expect(mark(question, given, [], [], counting).verdict).toBe(verdict)
})

test('what is not typed is marked by the letter, whatever counts', () => {
  const question: Markable = {
    form: 'choice',
    key: 'año',
    accepted: ['año'],
    options: [{ text: 'año' }, { text: 'ano' }],
  }
  expect(mark(question, 'año', [], [], { accents: true }).verdict).toBe('right')
})
