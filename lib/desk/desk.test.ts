import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acceptBest,
  before,
  coverageOf,
  type DeskFact,
  type DeskQuestion,
  isAsked,
  isIn,
  judged,
  nextToJudge,
  published,
  sentencesAround,
  skipOf,
  tiersAsked,
  withGap,
  writtenQuestion,
} from './index.ts'

const question = (id: string, change: Partial<DeskQuestion> = {}): DeskQuestion => ({
  ...{
    id,
    version: 1,
    form: 'cloze',
    stem: '____ opened in 1702.',
    key: 'It',
    accepted: ['It'],
    left: [],
    options: [],
  },
  ...{ unit: null, tier: 'A', lints: [], asked: null, byHand: false, flags: [], factIds: ['f'] },
  ...change,
})
const fact = (n: number, change: Partial<DeskFact> = {}): DeskFact => ({
  ...{
    id: `f${n}`,
    number: n,
    version: 1,
    kind: 'event',
    statement: `Fact ${n}`,
    start: n * 10,
    end: n * 10 + 9,
    quote: '',
    verdict: null,
  },
  ...{ reason: null, byHand: false, questions: [question(`q${n}`, { factIds: [`f${n}`] })] },
  ...change,
})
const weak = (n: number, change: Partial<DeskFact> = {}) =>
  fact(n, { questions: [question(`q${n}`, { tier: 'B', lints: ['stem-length'], factIds: [`f${n}`] })], ...change })
const many = [1, 2, 3, 4, 5].map((n) => fact(n))
const all = { onlyAccepted: false, forms: null }
const numbers = (facts: readonly DeskFact[]) => facts.map(({ number }) => number)

describe('what is asked', () => {
  it('is tier A, and tier B where there is too little of it', () => {
    expect(tiersAsked(many.flatMap(({ questions }) => questions))).toEqual(['A'])
    expect(tiersAsked([question('q')])).toEqual(['A', 'B'])
  })

  it.each([
    ['left to its tier', { tier: 'A', asked: null }, null, true],
    ['of tier B', { tier: 'B', asked: null }, null, false],
    ['of tier B whose fact was accepted', { tier: 'B', asked: null }, 'accepted', true],
    ['hidden', { tier: 'C', asked: null }, 'accepted', false],
    ['left out by its owner', { tier: 'A', asked: false }, 'accepted', false],
    ['wanted by its owner', { tier: 'B', asked: true }, null, true],
  ] as const)('%s', (_what, change, verdict, asked) => {
    const one = question('q', change)
    expect(isAsked(one, { verdict, questions: [one] }, ['A'])).toBe(asked)
  })

  it('leaves the second-best alone where a better one asks', () => {
    const questions = [question('a'), question('b', { tier: 'B' })] as const
    expect(isAsked(questions[1], { verdict: 'accepted', questions }, ['A'])).toBe(false)
  })
})

describe('what is published', () => {
  it('is what was accepted and what asks by itself, never what was rejected', () => {
    const facts = [...many, weak(6), weak(7, { verdict: 'accepted' }), fact(8, { verdict: 'rejected' })]
    expect(numbers(published(facts, all))).toEqual([1, 2, 3, 4, 5, 7])
    expect(numbers(published(facts, { ...all, onlyAccepted: true }))).toEqual([7])
  })

  it('keeps to the forms allowed and leaves out a fact without any', () => {
    const facts = [fact(1), fact(2, { questions: [question('c', { form: 'choice' })] })]
    expect(numbers(published(facts, { ...all, forms: ['choice'] }))).toEqual([2])
  })
})

describe('judging', () => {
  const anyFacts = fc.array(fc.constantFrom(null, 'accepted' as const, 'rejected' as const), { minLength: 1 })

  it('is undone to how it was', () => {
    fc.assert(
      fc.property(anyFacts, (verdicts) => {
        const facts = verdicts.map((verdict, n) => fact(n, { verdict }))
        const best = acceptBest(facts)
        expect(judged(judged(facts, best), before(facts, best))).toEqual(facts)
      }),
    )
  })

  it('comes by every fact of a state once', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('all' as const, 'open' as const, 'look' as const), (verdicts, state) => {
        let facts = verdicts.map((verdict, n) => (n % 3 === 0 ? weak : fact)(n, { verdict }))
        const due = facts.filter((one) => one.verdict === null && isIn(state, one)).length
        let met = 0
        let from: string | null = null
        for (let next = nextToJudge(facts, state, from); next; next = nextToJudge(facts, state, from)) {
          facts = judged(facts, [{ factId: next.id, verdict: 'accepted', reason: null }])
          from = next.id
          met++
        }
        expect(met).toBe(due)
      }),
    )
  })

  it('goes on from the fact in hand and round to the beginning', () => {
    const facts = [fact(1), fact(2, { verdict: 'accepted' }), fact(3)]
    expect(nextToJudge(facts, 'all', 'f1')?.number).toBe(3)
    expect(nextToJudge(facts, 'all', 'f3')?.number).toBe(1)
    expect(nextToJudge([fact(1)], 'all', 'f1')).toBeNull()
  })

  it('accepts in one go only what asks by itself and was not judged', () =>
    expect(acceptBest([fact(1), weak(2), fact(3, { verdict: 'rejected' })]).map(({ factId }) => factId)).toEqual([
      'f1',
    ]))

  it('tells what needs a look', () => {
    expect([fact(1), weak(2), weak(3, { verdict: 'accepted' })].map((one) => isIn('look', one))).toEqual([
      false,
      true,
      false,
    ])
  })
})

describe('coverage', () => {
  const sections = [
    { id: 'a', heading: 'A', start: 15, end: 40 },
    { id: 'b', heading: 'B', start: 40, end: 50 },
  ]
  it('counts by section what was judged and what was not asked', () =>
    expect(
      coverageOf(
        sections,
        [fact(1), fact(2, { verdict: 'accepted' }), fact(3)],
        [{ start: 36, end: 39, reason: 'x' }],
      ).map(({ section, facts, accepted, skipped }) => [section?.heading ?? null, facts, accepted, skipped]),
    ).toEqual([
      [null, 1, 0, 0],
      ['A', 2, 1, 1],
    ]))
})

describe('why nothing was asked', () => {
  it.each([
    ['“they” has no antecedent', 'unnamed', 'they'],
    ['“above” points outside', 'outside', 'above'],
    ['“however” leans on the sentence before', 'leans', 'however'],
    ['nothing certain to ask', 'nothing', null],
    ['too short', 'piece', null],
    ['something new', 'other', null],
  ])('%s', (reason, skip, word) => expect(skipOf(reason)).toEqual({ skip, word }))
})

describe('a question by hand', () => {
  const wording = { stem: 'The lock was built by ____.', answers: ['Marta Quill', 'Quill'], wrong: [] }

  it('is a cloze with a gap, typed without, a choice with wrong ones', () => {
    expect(writtenQuestion(wording)).toMatchObject({ value: { form: 'cloze', key: 'Marta Quill' } })
    expect(writtenQuestion({ ...wording, stem: 'Who built it?' })).toMatchObject({ value: { form: 'typed' } })
    expect(writtenQuestion({ ...wording, wrong: ['Ann Bell'] })).toMatchObject({
      value: { form: 'choice', options: [{ text: 'Marta Quill' }, { text: 'Ann Bell' }] },
    })
  })

  it.each([
    ['stem', 'empty', { ...wording, stem: ' \n' }],
    ['stem', 'long', { ...wording, stem: 'x'.repeat(601) }],
    ['answers', 'empty', { ...wording, answers: ['', ' '] }],
    ['answers', 'long', { ...wording, answers: ['x'.repeat(201)] }],
    ['wrong', 'same', { ...wording, wrong: ['marta  quill'] }],
    ['wrong', 'same', { ...wording, wrong: ['Ann', 'ann'] }],
    ['wrong', 'many', { ...wording, wrong: ['a', 'b', 'c', 'd', 'e', 'f'] }],
    ['stem', 'answer-in-stem', { ...wording, stem: 'Did Marta Quill build it?' }],
  ])('is refused for its %s: %s', (field, problem, given) =>
    expect(writtenQuestion(given)).toEqual({ ok: false, error: { field, problem } }),
  )

  it('keeps the form of the one it words anew, where that asks for more', () => {
    const trueFalse = { form: 'true-false', unit: null }
    const number = { form: 'number', unit: 'metres' }
    expect(writtenQuestion({ ...wording, answers: ['false'] }, trueFalse)).toMatchObject({
      value: { form: 'true-false', key: 'false', accepted: ['false'] },
    })
    expect(writtenQuestion(wording, trueFalse)).toMatchObject({ error: { problem: 'not-true-false' } })
    expect(writtenQuestion({ ...wording, answers: ['12'] }, number)).toMatchObject({ value: { unit: 'metres' } })
    expect(writtenQuestion(wording, number)).toMatchObject({ error: { problem: 'not-a-number' } })
  })

  it('is first worded as its sentence with a gap for what was selected', () => {
    const text = 'It opened. Its lock was built by Marta Quill.'
    const sentences = [
      { start: 0, end: 10 },
      { start: 11, end: 45 },
    ]
    const start = text.indexOf(' Marta')
    const around = sentencesAround(text, sentences, { start, end: start + 12 })
    expect(around).toEqual({ quote: { start: 11, end: 45 }, answer: { start: start + 1, end: start + 12 } })
    const sentence = text.slice(11)
    expect(withGap(sentence, start + 1 - 11, start + 12 - 11)).toEqual({
      stem: 'Its lock was built by ____.',
      answers: ['Marta Quill'],
      wrong: [],
    })
    expect(sentencesAround(text, sentences, { start: 10, end: 11 })).toBeNull()
    expect(sentencesAround(text, sentences, { start: 4, end: 20 })?.quote).toEqual({ start: 0, end: 45 })
  })
})
