import { describe, expect, it } from 'vitest'
import { analyse, type Item } from '#lib/items/index.ts'
import type { AskedQuestion } from '#lib/server/quizzes/asked.ts'
import { answerText, flagWords, instead, numberWithin, shareWithin } from './words.ts'

const asked = (change: Partial<AskedQuestion> = {}): AskedQuestion => ({
  ...{ form: 'choice', stem: 'Which?', key: 'A', sources: [], mended: null },
  options: ['A', 'B', 'C'].map((text) => ({ text, isKey: text === 'A' })),
  ...change,
})
const said = (letters: string, question = asked()): string[] => {
  const item: Item = {
    ...{ itemId: 'q', counts: true, options: question.options },
    taken: [...letters].map((letter, at) => ({
      ...{ takerId: `p${at}`, share: Number(letter === 'A'), given: letter === '.' ? null : letter },
    })),
  }
  const [analysis] = analyse([item]).items
  if (!analysis) return []
  const most = instead(analysis, question)
  return [...analysis.flags.map((flag) => flagWords(flag, question)), ...(most ? [most] : [])]
}
const MISSED = 'Everyone missed this.'

describe('what is said of a question', () => {
  it.each<[string, string[]]>([
    ['BBC', [MISSED, 'Most who missed it chose “B”.']],
    ['BBBCC..', [MISSED, 'The wrong option chosen most: “B”.']],
    ['BBCC', [MISSED]],
    ['BC', [MISSED]],
    ['B...', [MISSED, 'Most who missed it gave no answer.']],
    ['AAA', ['Everyone had this right.']],
    ['ABBB', []],
  ])('%s', (letters, words) => expect(said(letters)).toEqual(words))

  it('names what was written, and passes over the other of two', () => {
    const written = asked({ form: 'cloze', options: null })
    expect(said('BBC', written)).toEqual([MISSED, 'Most who missed it wrote “B”.'])
    expect(said('BBC', asked({ form: 'true-false' }))).toEqual([MISSED])
  })

  it('names options that hardly anyone chose', () => {
    const question = asked()
    expect(flagWords({ kind: 'dead-options', options: ['B', 'C'] }, question)).toBe('Hardly anyone chose “B”, “C”.')
    const trueFalse = asked({ form: 'true-false' })
    expect(flagWords({ kind: 'wrong-key-suspected', by: 'strong', option: 'false' }, trueFalse)).toContain('“False”')
  })
})

it('answers read as their learners saw them', () => {
  expect(answerText(asked({ form: 'match', left: ['one', 'two'] }), ['1', '2'])).toBe('one: 1; two: 2')
  expect(answerText(asked({ form: 'order' }), ['b', 'a'])).toBe('b → a')
  expect(answerText(asked({ form: 'number', unit: 'km' }), '12')).toBe('12 km')
})

it('figures carry their intervals, where there are any', () => {
  expect(shareWithin({ value: 0.43, low: 0.26, high: 0.61 })).toBe('43% (26% to 61%)')
  expect(numberWithin({ value: -0.1, low: -0.456, high: 0.3 })).toBe('−0.10 (−0.46 to 0.30)')
  expect(numberWithin({ value: 1, low: null, high: null })).toBe('1.00')
  expect(numberWithin({ value: null, low: null, high: null })).toBe('not known')
})
