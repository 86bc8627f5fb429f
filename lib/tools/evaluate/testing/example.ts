import type { Generated, GeneratedQuestion } from '#lib/questions/index.ts'
import type { Subject } from '../subject.ts'

const TEXT = 'The bridge opened in 1878. It fell in a storm in 1879. =Ships passed | under it.'
const quote = (exact: string) => ({ start: TEXT.indexOf(exact), end: TEXT.indexOf(exact) + exact.length, exact })
const fact = (id: string, exact: string) => ({
  id,
  statement: exact,
  quote: quote(exact),
  kind: 'event',
  confidence: 0.9,
})

export const question = (own: Partial<GeneratedQuestion>): GeneratedQuestion => ({
  id: 'id',
  factId: own.factIds?.[0] ?? 'opened',
  factIds: ['opened'],
  form: 'typed',
  stem: 'When did the bridge open?',
  key: '1878',
  accepted: [[own.key ?? '1878']].flat(2),
  rationale: 'The bridge opened in 1878.',
  tier: 'A',
  lints: [],
  ...own,
})

const SECTIONS = [
  { heading: 'Opening', start: 0, end: 27 },
  { heading: 'A storm', start: 27, end: TEXT.length },
]

/** Three sentences of 17 words, with a fact each, and the questions given. */
const generated = (questions: GeneratedQuestion[]): Generated => ({
  document: { title: 'A bridge', language: 'en', words: 17, text: TEXT, sections: SECTIONS },
  facts: [
    fact('opened', 'The bridge opened in 1878.'),
    fact('fell', 'It fell in a storm in 1879.'),
    fact('ships', '=Ships passed | under it.'),
  ],
  questions,
  aliases: [],
  skipped: [{ start: 0, end: 5, reason: '“the bridge” has no antecedent' }],
})

export const spansOf = (exact: string) => [{ start: TEXT.indexOf(exact), end: TEXT.indexOf(exact) + exact.length }]

export const subject = (questions: GeneratedQuestion[], own: Partial<Subject> = {}): Subject => ({
  name: 'bridge',
  half: 'worked',
  domain: 'history',
  generated: generated(questions),
  seconds: 0.5,
  facts: [],
  traps: [],
  ...own,
})
