import { describe, expect, it } from 'vitest'
import { readDocument } from '#lib/source/index.ts'
import { reviewedFrom } from './reviewed.ts'

const opened = readDocument({
  text: '# Anset\n\nThe harbour of Anset opened in 1702. Its lock was built by Marta Quill. The ferry to Loe was ended in 1921.',
  format: 'markdown',
})
if (!opened.ok) throw new Error(opened.error.message)
const document = opened.value

const typed = { form: 'typed', stem: 'Who built the lock at Anset?', answers: ['Marta Quill', 'Quill'] }
const fact = { n: 2, statement: 'Marta Quill built the lock at Anset.', kind: 'entity', quote: 'built by Marta Quill' }
const of = (...questions: object[]) => reviewedFrom(document, [], { facts: [{ ...fact, questions }], exercises: [] })

describe('what people wrote of a document', () => {
  it('is drafted like what the generator writes, quoting the whole sentence', () => {
    const made = of(typed)
    if (!made.ok) throw new Error(made.error.message)
    const [one] = made.value.facts
    expect(one?.quote.exact).toBe('Its lock was built by Marta Quill.')
    expect(document.text.slice(one?.quote.start, one?.quote.end)).toBe(one?.quote.exact)
    expect(made.value.questions).toMatchObject([
      { form: 'typed', key: 'Marta Quill', accepted: ['Marta Quill', 'Quill'], tier: 'A', rationale: fact.statement },
    ])
  })

  it('offers the right answer among the wrong ones, each with its reason, always in the same place', () => {
    const wrong = ['Ann Bell', 'Tom Garrow', 'Edward Loe'].map((text) => ({ text, because: `${text} did not.` }))
    const options = () => {
      const made = of({ ...typed, form: 'choice', wrong })
      return made.ok ? made.value.questions[0]?.options : []
    }
    expect(options()?.filter(({ wrongBecause }) => !wrongBecause)).toEqual([{ text: 'Marta Quill' }])
    expect(options()).toHaveLength(4)
    expect(options()).toEqual(options())
  })

  it('asks exercises of several facts', () => {
    const facts = ['opened in 1702', 'built by Marta Quill', 'ended in 1921'].map((quote, at) => ({
      ...{ n: at + 1, statement: quote, kind: 'date', quote, questions: [typed] },
    }))
    const order = { form: 'order', stem: 'In order, the earliest first.', key: ['a', 'b', 'c'], facts: [1, 2, 3] }
    expect(reviewedFrom(document, [], { facts, exercises: [order] })).toMatchObject({
      value: { questions: [{}, {}, {}, { form: 'order', factIds: ['reviewed-1', 'reviewed-2', 'reviewed-3'] }] },
    })
    expect(reviewedFrom(document, [], { facts, exercises: [{ ...order, facts: [1, 2, 9] }] }).ok).toBe(false)
  })

  it.each([
    ['no questions', () => of(), /^facts\.0\.questions: /],
    ['a form that is none', () => of({ ...typed, form: 'essay' }), /form/],
    ['a cloze without a gap', () => of({ ...typed, form: 'cloze' }), /^fact 2: .*0 gaps/],
    ['a number that is none', () => of({ ...typed, form: 'number' }), /is no number/],
    [
      'an answer offered twice',
      () => of({ ...typed, form: 'choice', wrong: ['marta quill', 'x'].map((text) => ({ text, because: 'no' })) }),
      /twice/,
    ],
    [
      'a quote that is not there',
      () => reviewedFrom(document, [], { facts: [{ ...fact, quote: 'the', questions: [typed] }], exercises: [] }),
      /not in exactly one sentence/,
    ],
  ])('is refused with the line that holds %s', (_what, made, said) => {
    const result = made()
    expect(result.ok ? '' : result.error.message).toMatch(said)
  })
})
