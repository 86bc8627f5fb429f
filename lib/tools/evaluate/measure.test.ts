import { describe, expect, test } from 'vitest'
import { coverageOf } from './coverage.ts'
import type { GoldFact, GoldTrap } from './gold.ts'
import { measured } from './measure.ts'
import { ratesOf } from './rates.ts'
import { reportOf } from './report.ts'
import { question, spansOf, subject } from './testing/example.ts'
import { fallsOf, readingsOf } from './traps.ts'

const listed = (quote: string, answers: string[], importance: 1 | 2 | 3 = 2): GoldFact => ({
  quote,
  spans: spansOf(quote),
  answers,
  importance,
  about: 'the bridge',
})
const trap = (quote: string, wrong: RegExp | null): GoldTrap => ({
  kind: 'negation',
  quote,
  spans: spansOf(quote),
  wrong,
})

const QUESTIONS = [
  question({ id: 'a' }),
  question({ id: 'b', form: 'cloze', stem: 'The bridge opened in ____.', tier: 'B', lints: ['stem-case', 'one-key'] }),
  question({ id: 'c', form: 'number', factIds: ['fell'], stem: 'It fell in ____.', key: '1879', lints: ['one-key'] }),
]

describe('counts', () => {
  const facts = [listed('opened in 1878', ['in 1878', '1878'], 3), listed('It fell in a storm', ['a storm'], 1)]
  const counts = measured([subject(QUESTIONS, { facts }), subject([], { facts })])

  test('add up over documents', () => {
    expect(counts).toMatchObject({ documents: 2, words: 34, seconds: 1, facts: 2, sentences: 2, questions: 2 })
    expect(counts.forms).toEqual({ 'typed A': 1, 'cloze B': 1, 'number A': 1 })
    expect(counts.lints).toEqual({ 'stem-case': 1, 'one-key': 2 })
    expect(counts).toMatchObject({ listed: { 3: 2, 1: 2 }, answered: { 3: 1 }, asked: { 3: 1, 1: 1 } })
  })

  test('take the words of the text out of a reason', () => {
    expect(counts.skipped).toEqual({ '“…” has no antecedent': 2 })
  })

  test('come to rates: 2 facts and 2 questions in 34 words, 1 of 4 answered, 2 of 4 asked', () => {
    const rates = ratesOf(counts)
    expect(rates).toMatchObject({
      wordsPerFact: 17,
      wordsPerSentence: 17,
      answered: 0.25,
      asked: 0.5,
      wordsPerSecond: 34,
    })
    expect(rates.factsPer100).toBeCloseTo(5.882, 3)
    expect(ratesOf(measured([]))).toMatchObject({ wordsPerFact: null, answered: null, wordsPerSecond: null })
  })
})

describe('coverage', () => {
  const of = (own: Parameters<typeof question>[0], fact: GoldFact) =>
    coverageOf(subject([question(own)], { facts: [fact] }))[0]

  test('folds answers as marking does, and takes no misspelling', () => {
    expect(of({ key: '15 March 1878' }, listed('opened in 1878', ['March 15, 1878']))).toBe('answered')
    expect(of({ key: 'twelve' }, listed('opened in 1878', ['12']))).toBe('answered')
    expect(of({ key: 'the Storm' }, listed('opened in 1878', ['storm']))).toBe('answered')
    expect(of({ key: 'Edinburgh' }, listed('opened in 1878', ['Edinburhg']))).toBe('asked')
    expect(of({ key: 'x', accepted: ['x', '1878'] }, listed('opened in 1878', ['1878']))).toBe('answered')
  })

  test('needs tier A and words in common', () => {
    expect(of({ tier: 'B' }, listed('opened in 1878', ['1878']))).toBe('none')
    expect(of({}, listed('It fell', ['1878']))).toBe('none')
  })

  test('takes no statement for an answer', () => {
    expect(of({ form: 'true-false', key: 'true' }, listed('opened in 1878', ['true']))).toBe('asked')
  })
})

describe('traps', () => {
  const falls = (own: Parameters<typeof question>[0], one: GoldTrap) =>
    fallsOf(subject([question(own)], { traps: [one] })).map(({ question: { id } }) => id)

  test('are fallen into where the span is asked and the pattern matches', () => {
    expect(falls({}, trap('bridge opened', /= 1878$/))).toEqual(['id'])
    expect(falls({}, trap('bridge opened', /= 1879$/))).toEqual([])
    expect(falls({}, trap('It fell', /= 1878$/))).toEqual([])
    expect(falls({ tier: 'B' }, trap('bridge opened', /= 1878$/))).toEqual([])
    expect(falls({}, trap('bridge opened', null))).toEqual(['id'])
    expect(falls({}, { ...trap('bridge opened', null), spans: [] })).toEqual([])
  })

  test('are read in every accepted answer, pair by pair, and in what a statement asserts', () => {
    const readings = (own: Parameters<typeof question>[0]) => {
      const asked = question({ stem: 'S', ...own })
      return readingsOf(asked, subject([asked, question({ id: 'other' })]).generated)
    }
    expect(readings({ accepted: ['1878', 'in 1878'] })).toContain('S = in 1878')
    expect(readings({ form: 'match', key: ['1', '2'], left: ['a', 'b'] })).toEqual(['S = 1 > 2', 'a = 1', 'b = 2'])
    expect(readings({ form: 'true-false', key: 'false' })).toEqual(['S = false', 'The bridge opened in 1878. = 1878'])
  })
})

describe('a report', () => {
  const own = { facts: [listed('It fell in a storm', ['snow'])], traps: [trap('bridge opened', /1878/)] }

  test('names what was fallen into and missed, and words of the worked half only', () => {
    const { documents, halves, domains } = reportOf([
      subject(QUESTIONS, own),
      subject(QUESTIONS, { ...own, half: 'unread', domain: 'law' }),
    ])
    const fall = { trap: 1, kind: 'negation', questionId: 'a', form: 'typed' }
    expect(documents[0]?.fallen).toEqual([{ ...fall, asked: 'When did the bridge open? = 1878' }])
    expect(documents[0]?.missed).toMatchObject([{ quote: 'It fell in a storm', coverage: 'asked' }])
    expect(documents[1]?.fallen).toEqual([fall])
    expect(documents[1]).not.toHaveProperty('missed')
    expect(Object.keys(halves)).toEqual(['worked', 'unread'])
    expect(domains.map(({ half, domain }) => `${half} ${domain}`)).toEqual(['worked history', 'unread law'])
    expect(JSON.stringify(documents[1])).not.toContain('bridge open')
  })
})
