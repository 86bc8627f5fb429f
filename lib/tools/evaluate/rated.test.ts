import { describe, expect, test } from 'vitest'
import { LINES, STEM_LINES } from './columns.ts'
import { summaryOf } from './rated.ts'
import { agreementLine, ratedTables, warningOf } from './rated-tables.ts'
import type { Key, KeyRow } from './sheet.ts'
import { readRated } from './verdict.ts'

const row = (origin: KeyRow['origin'], form = 'typed', domain = 'law'): KeyRow => ({ origin, form, domain })
const key = (rows: Key['rows']): Key => ({ seed: '1', date: '2026-01-02', commit: 'abc', rows })
/** Each row's answers as letters in the order of the rubric: "yyyyyn". A dot is an empty cell. */
const sheet = (rows: Record<string, string>, lines: readonly string[] = LINES): string =>
  [
    ['id', ...lines].join(','),
    ...Object.entries(rows).map(([id, answers]) => [id, ...answers].join(',').replaceAll('.', '')),
  ].join('\n')
const rated = (rows: Record<string, string>, by: Key) => readRated({ name: 'A', sheet: sheet(rows) }, by)

describe('a rated row', () => {
  const one = (answers: string, form = 'typed') => rated({ q1: answers }, key({ q1: row('generated', form) }))

  test('is accepted where every line is yes, else refused by the lines with no', () => {
    expect(one('yyyyyy').verdicts[0]?.refused).toEqual([])
    expect(one('yynyyn').verdicts[0]?.refused).toEqual(['3 one right answer', '6 options or answers'])
    expect(one('1Y1y11').verdicts[0]?.refused).toEqual([])
  })

  test('needs no line on options where the form has none', () => {
    expect(one('yyyyy.', 'true-false').verdicts).toHaveLength(1)
    expect(one('yyyyy-', 'order').verdicts).toHaveLength(1)
    expect(one('yyyyy.', 'choice').problems).toEqual(['A, row q1: has no answer to “6 options or answers”.'])
  })

  test.each([
    ['y.yy.y', 'A, row q1: has no answer to “2 self-contained”, “5 worth asking”.'],
    ['......', 'A, row q1: is not rated.'],
    ['yy?yyy', 'A, row q1: “3 one right answer” says “?”; write y or n.'],
  ])('like %s is told and left out', (answers, message) => {
    expect(one(answers)).toEqual({ verdicts: [], problems: [message] })
  })

  test('that is missing, unknown or there twice is told and left out', () => {
    const text = `${sheet({ q1: 'yyyyyy', q9: 'yyyyyy' })}\nq1,n,n,n,n,n,n`
    const { verdicts, problems } = readRated({ name: 'A', sheet: text }, key({ q1: row('hand'), q2: row('hand') }))
    expect(verdicts).toEqual([])
    expect(problems).toEqual([
      'A, row q9: the key does not know it.',
      'A, row q1: stands there twice.',
      'A, row q2: is missing.',
    ])
  })

  test('counts what was said of the stem before the source was seen', () => {
    const by = key({ q1: row('generated'), q2: row('generated') })
    const stems = sheet({ q1: 'yn', q2: '..' }, STEM_LINES)
    const { verdicts } = readRated({ name: 'A', sheet: sheet({ q1: 'yyyyyy', q2: 'nyyyyy' }), stems }, by)
    expect(verdicts.map(({ refused }) => refused)).toEqual([['2 self-contained'], ['1 grammatical']])
  })
})

describe('a summary', () => {
  const by = key({
    ...{ q1: row('generated'), q2: row('generated', 'cloze'), q3: row('generated', 'cloze', 'history') },
    ...{ q4: row('hand'), q5: row('planted'), q6: row('planted') },
  })
  const yes = 'yyyyyy'
  const good = rated({ q1: yes, q2: yes, q3: 'ynyyyy', q4: yes, q5: 'nyyyyy', q6: 'yyynyy' }, by)
  const blind = rated({ q1: yes, q2: 'yyyyny', q3: 'yyyyny', q4: 'y', q5: 'nyyyyy', q6: yes }, by)

  test('counts generated questions, by form and domain, and the rest apart', () => {
    const [a] = summaryOf([good], by).raters
    expect(a?.all).toMatchObject({ n: 3, yes: 2 })
    expect(a?.forms).toMatchObject({ cloze: { n: 2, yes: 1 }, typed: { n: 1, yes: 1 } })
    expect(a?.domains).toMatchObject({ history: { n: 1, yes: 0 }, law: { n: 2, yes: 2 } })
    expect(a).toMatchObject({ hand: { n: 1, yes: 1 }, caught: { n: 2, yes: 2 }, excluded: 0 })
    expect(a?.refused).toEqual({ '2 self-contained': 1 })
  })

  test('compares two raters: both accept 1 of 3, and agree on 2 of 3', () => {
    const { both, raters } = summaryOf([good, blind], by)
    expect(both?.all).toMatchObject({ n: 3, yes: 1 })
    // By chance 2/3 · 1/3 + 1/3 · 2/3 = 4/9; (2/3 − 4/9) / (5/9) = 0.4.
    expect(both?.agreement).toEqual({ n: 3, share: 2 / 3, kappa: expect.closeTo(0.4, 10) })
    expect(raters[1]).toMatchObject({ excluded: 1, hand: { n: 0 } })
  })

  test('is void where either rater caught under four fifths of the planted rows, and says so loudly', () => {
    expect(summaryOf([good], by).void).toBe(false)
    const summary = summaryOf([good, blind], by)
    expect(summary.void).toBe(true)
    expect(warningOf(summary)).toMatch(/^VOID/)
    expect(warningOf(summaryOf([good], by))).toBeNull()
    expect(summaryOf([rated({ q1: yes }, by)], by).void).toBe(true)
  })

  test('warns where nothing was planted', () => {
    const plain = key({ q1: row('generated') })
    expect(warningOf(summaryOf([rated({ q1: yes }, plain)], plain))).toMatch(/No bad rows were planted/)
  })

  test('is told in tables with bounds', () => {
    const summary = summaryOf([good, blind], by)
    const [accepted, raters] = ratedTables(summary)
    expect(accepted?.head).toEqual(['questions', 'rater A', 'rater B', 'both'])
    expect(accepted?.rows[0]).toEqual([
      'all',
      ...['2/3 (67 %), 21 % to 94 %', '1/3 (33 %), 6 % to 79 %', '1/3 (33 %), 6 % to 79 %'],
    ])
    expect(raters?.rows).toContainEqual(['rows left out', '0', '1'])
    expect(agreementLine(summary)).toBe('Agreement of the two raters: 67 % of 3 questions, Cohen’s kappa 0.40.')
  })
})
