import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '#lib/testing/runs.ts'
import { generate, generatedFrom, type Written, write } from '../generate.ts'
import { failedLints } from '../lints/index.ts'
import { Proposals } from './proposals.ts'
import type { Candidate } from './types.ts'

const TEXT = `# The river Lune

Ada Brown measured the river Lune in 1821. The bridge at Marlow carried two railways until 12 May 1904, and the town of Marlow
paid for its repair. A weir is a low dam that lets water flow over it. Otto Lenz called the weir of Marlow a mistake.
Salt water is denser than fresh water, so it sinks below the river. Perhaps the dam will be built. Visit us at lune.example now.

## Fish

Three kinds of trout live in the river Lune: brown trout, sea trout and lake trout. Eels reach 90 cm and weigh up to 3.5 kg.
The Marlow Water Act of 1871 made the fishing of salmon an offence. Greta Holm counted 4,500 salmon in October 1932.`

const written: Written = (() => {
  const made = write({ text: TEXT, format: 'markdown' })
  if (!made.ok) throw new Error('The text cannot be read')
  return made.value
})()
const { document } = written
const whole = { start: 0, end: document.text.length }
const floor = JSON.stringify(generatedFrom(written))
const words = document.text.match(/[\p{L}\p{N}.,%-]+/gu) ?? []

const sentence = fc.constantFrom(...document.sentences.map(({ start, end }) => document.text.slice(start, end)))
/** Some words of the text in a row: names, numbers, halves of both. */
const piece = fc
  .tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 4 }))
  .map(([from, length]) => words.slice(from, from + length).join(' '))
const foreign = fc.constantFrom(
  'London',
  '1066',
  'it',
  'the author',
  'evil.example',
  '____',
  'not',
  'Ada Lovelace',
  '7.5',
)
const question = fc
  .tuple(
    fc.constantFrom('Who', 'What', 'In which year did', 'How many', 'Which river', 'Where did', 'Tell me'),
    fc.array(fc.oneof({ weight: 5, arbitrary: piece }, { weight: 1, arbitrary: foreign }), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.constantFrom('?', '?', '?', '.', ''),
  )
  .map(([opener, parts, end]) => `${opener} ${parts.join(' ')}${end}`)
const answer = fc.oneof(
  { weight: 6, arbitrary: piece },
  { weight: 1, arbitrary: foreign },
  { weight: 1, arbitrary: fc.string() },
)
const distractors = fc.array(
  fc.oneof(answer, fc.constantFrom('otter', 'pike', 'barge', 'mill wheel', 'five', 'seven', 'nine')),
  {
    maxLength: 8,
  },
)
const proposal = fc.record({ quote: fc.oneof(sentence, piece), question, answer, distractors })
const n = fc.integer({ min: 1, max: written.extraction.facts.length + 1 })
const wellFormed = fc.record({
  facts: fc.array(proposal, { maxLength: 8 }),
  rewrites: fc.array(fc.record({ fact: n, question }), { maxLength: 4 }),
  options: fc.array(fc.record({ fact: n, distractors }), { maxLength: 4 }),
})
const spoiled = fc.oneof(
  fc.json(),
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .record({ facts: fc.jsonValue(), rewrites: fc.jsonValue(), options: fc.jsonValue() })
    .map((value) => JSON.stringify(value)),
  fc.array(fc.oneof(proposal, fc.jsonValue())).map((facts) => JSON.stringify({ facts, __proto__: null })),
)
const reply = fc.oneof(
  { weight: 3, arbitrary: wellFormed.map((value) => JSON.stringify(value)) },
  { weight: 2, arbitrary: spoiled },
)

/** A second opinion that agrees with everything, so that nothing is held back by it. */
const agreeing = (candidates: readonly Candidate[]) =>
  JSON.stringify({
    answers: candidates.map(({ draft }, i) => ({ n: i + 1, answer: draft.question.key, fits: [draft.question.key] })),
  })

const holds = (proposals: Proposals, candidates: readonly Candidate[]) => {
  const drafts = new Map(candidates.map(({ draft }) => [draft.question.id, draft]))
  const { facts, questions } = proposals.result()
  for (const { quote } of facts) expect(document.text.slice(quote.start, quote.end)).toBe(quote.exact)
  const ids = new Set(written.drafts.map((draft) => draft.question.id))
  for (const one of questions) {
    const draft = drafts.get(one.id)
    expect(draft && failedLints(draft, written.around)).toEqual([])
    expect([one.tier, one.lints, ids.has(one.id)]).toEqual(['B', [], false])
    expect(one.stem).not.toMatch(/London|1066|author|evil|Lovelace|7\.5/)
    ids.add(one.id)
  }
  expect(JSON.stringify(generatedFrom(written))).toBe(floor)
  return questions.length
}

describe('whatever a model says', () => {
  it('nothing throws, no question fails a lint, and the rules’ questions stay as they are', () => {
    let kept = 0
    fc.assert(
      fc.property(fc.array(reply, { minLength: 1, maxLength: 3 }), (replies) => {
        const proposals = new Proposals(written)
        const candidates: Candidate[] = []
        for (const text of replies) {
          const offered = proposals.offer(whole, text)
          candidates.push(...offered)
          proposals.settle(offered, agreeing(offered))
        }
        kept += holds(proposals, candidates)
      }),
      { numRuns: runs(150) },
    )
    // Else the property would say nothing of what is let through.
    expect(kept).toBeGreaterThan(0)
  }, 120_000)

  it('a second opinion of any form throws nothing and keeps nothing that it does not confirm', () => {
    const good = JSON.stringify({
      facts: [
        {
          quote: 'The Marlow Water Act of 1871 made the fishing of salmon an offence.',
          question: 'What did the Marlow Water Act of 1871 make an offence?',
          answer: 'the fishing of salmon',
        },
      ],
      rewrites: [],
      options: [],
    })
    fc.assert(
      fc.property(spoiled, (opinion) => {
        const proposals = new Proposals(written)
        const offered = proposals.offer(whole, good)
        expect(offered.length).toBeGreaterThan(0)
        proposals.settle(offered, opinion)
        expect(proposals.result().questions).toEqual([])
      }),
      { numRuns: runs(100) },
    )
  })

  it('a model that is not asked changes nothing', () => {
    const made = generate({ text: TEXT, format: 'markdown' })
    expect(made.ok && JSON.stringify(made.value)).toBe(floor)
    expect(new Proposals(written).result()).toEqual({ facts: [], questions: [], refused: {} })
  })
})
