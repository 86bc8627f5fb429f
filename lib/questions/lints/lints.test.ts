import { describe, expect, test } from 'vitest'
import type { Fact } from '#lib/facts/index.ts'
import type { Draft, Surroundings } from '../draft.ts'
import { failedLints, lints, setLints } from './index.ts'

const TEXT = 'In 1904 the engineer Ada Brown built the Marlow Bridge across the Severn. Ann Grey drew it.'
const EXACT = 'In 1904 the engineer Ada Brown built the Marlow Bridge across the Severn.'

const date = (year: number) => ({
  start: 3,
  end: 7,
  granularity: 'year' as const,
  year,
  month: null,
  day: null,
  yearSpan: { start: 3, end: 7 },
  normal: String(year),
  order: year * 372,
  misspelt: null,
})

const factOf = (more: Partial<Fact> = {}): Fact => ({
  id: 'f1',
  kind: 'entity',
  statement: EXACT,
  quote: { start: 0, end: EXACT.length, exact: EXACT },
  sentence: 0,
  section: -1,
  slot: { start: 21, end: 30, kind: 'entity', answer: 'Ada Brown', accepted: ['Ada Brown', 'Brown'], hint: 'person' },
  edits: [],
  turn: null,
  mentions: [],
  dates: [date(1904)],
  subject: 'engineer Ada Brown',
  relation: 'build',
  confidence: 0.8,
  ...more,
})

const yearFact = factOf({
  kind: 'date',
  slot: {
    start: 3,
    end: 7,
    kind: 'date',
    answer: '1904',
    accepted: ['1904'],
    hint: 'year',
    date: date(1904),
    exclusive: true,
  },
})

const around: Surroundings = {
  text: TEXT,
  alsoTrue: (_, option) => option === 'Rose Bell',
  sameThing: (a, b) => a === b || [a, b].sort().join() === 'Ann Gray,Ann Grey',
}

const base = (facts: Fact[], contextLine = 'Bridges'): Omit<Draft, 'question'> => ({
  facts,
  statement: EXACT,
  contextLine,
  telling: [],
  score: 0.8,
})
const named = { id: 'q', factId: 'f1', factIds: ['f1'], rationale: EXACT, tier: 'C' as const, lints: [] }

const cloze = (): Draft => ({
  ...base([factOf()]),
  telling: ['Ada Brown', 'Brown'],
  question: {
    ...named,
    form: 'cloze',
    stem: 'In 1904 the engineer ____ (person) built the Marlow Bridge across the Severn.',
    key: 'Ada Brown',
    accepted: ['Ada Brown', 'Brown'],
  },
})

const choice = (): Draft => ({
  ...base([factOf()]),
  telling: ['Ada Brown', 'Brown'],
  optionTypes: ['person', 'person', 'person', 'person'],
  question: {
    ...named,
    form: 'choice',
    stem: 'Who built the Marlow Bridge across the Severn in 1904?',
    key: 'Ada Brown',
    accepted: ['Ada Brown'],
    options: [
      { text: 'Ann Grey', wrongBecause: 'drew it' },
      { text: 'Ada Brown' },
      { text: 'Eve Stone', wrongBecause: 'later' },
      { text: 'Joan Hill', wrongBecause: 'elsewhere' },
    ],
  },
})

const years = (): Draft => ({
  ...base([yearFact]),
  telling: ['1904'],
  optionTypes: ['date', 'date', 'date', 'date'],
  question: {
    ...named,
    form: 'choice',
    stem: 'In which year did Ada Brown build the Marlow Bridge across the Severn?',
    key: '1904',
    accepted: ['1904'],
    options: [
      { text: '1901', wrongBecause: 'no' },
      { text: '1904' },
      { text: '1907', wrongBecause: 'no' },
      { text: '1911', wrongBecause: 'no' },
    ],
  },
})

const statement = (): Draft => ({
  ...base([yearFact]),
  replaced: { from: '1904', to: '1907' },
  question: { ...named, form: 'true-false', stem: EXACT.replace('1904', '1907'), key: 'false', accepted: ['false'] },
})

const order = (): Draft => {
  const facts = [1904, 1910, 1920].map((year, i) =>
    factOf({ id: `f${i}`, slot: { ...yearFact.slot, date: date(year) } }),
  )
  const key = [
    'Ada Brown built the Marlow Bridge',
    'Ann Grey painted the Marlow Bridge',
    'A flood destroyed the Marlow Bridge',
  ]
  return {
    ...base(facts),
    orders: [1904, 1910, 1920],
    question: {
      ...named,
      form: 'order',
      stem: 'Put these events in order, from the earliest to the latest.',
      key,
      accepted: key,
      options: [...key].reverse().map((text) => ({ text })),
    },
  }
}

const match = (): Draft => {
  const key = ['pier', 'span', 'deck']
  return {
    ...base([factOf()]),
    question: {
      ...named,
      form: 'match',
      stem: 'Match each description to the term that it describes.',
      left: ['upright that carries the load', 'stretch between two supports', 'surface that carries the road'],
      key,
      accepted: key,
      options: [...key].reverse().map((text) => ({ text })),
    },
  }
}

type Change = (draft: Draft) => void
const stem =
  (text: string): Change =>
  (draft) => {
    draft.question.stem = text
  }
const option =
  (index: number, text: string): Change =>
  (draft) => {
    const options = draft.question.options ?? []
    options[index] = { ...options[index], text }
  }

/** Each planted defect fires exactly the check that it is named after. */
const planted: [string, () => Draft, Change][] = [
  [
    'span-exact',
    cloze,
    (draft) => {
      draft.facts = [factOf({ quote: { start: 1, end: EXACT.length, exact: EXACT } })]
    },
  ],
  [
    'answer-in-quote',
    cloze,
    (draft) => {
      Object.assign(draft.question, { key: 'Mary Vale', accepted: ['Mary Vale'] })
      draft.facts = [factOf({ slot: { ...factOf().slot, answer: 'Mary Vale', accepted: ['Mary Vale'] } })]
    },
  ],
  [
    'answer-leak',
    cloze,
    stem('In 1904 the engineer ____ (person) built the Marlow Bridge, and Brown then crossed the Severn.'),
  ],
  [
    'context-leak',
    cloze,
    (draft) => {
      draft.contextLine = 'Bridges › Ada Brown'
    },
  ],
  ['abbreviation-leak', cloze, stem('In 1904 the engineer ____ (person), called AB, built the Marlow Bridge.')],
  [
    'one-key',
    cloze,
    (draft) => {
      draft.question.accepted = ['Brown']
    },
  ],
  [
    'vague-answer',
    cloze,
    (draft) => {
      Object.assign(draft.question, { key: 'thing', accepted: ['thing', 'Ada Brown'] })
    },
  ],
  ['unstated-granularity', years, stem('When did Ada Brown build the Marlow Bridge across the Severn?')],
  ['article-cue', cloze, stem('In 1904 an ____ built the Marlow Bridge across the Severn.')],
  ['stem-length', cloze, stem('____ built the Marlow Bridge.')],
  ['stem-quotes', cloze, stem('In 1904 the engineer ____ (person) built the “Marlow Bridge across the Severn.')],
  ['stem-case', cloze, stem('in 1904 the engineer ____ (person) built the Marlow Bridge across the Severn.')],
  ['stem-clauses', cloze, stem('In 1904 the engineer ____ (person) built the bridge. Marlow paid for all of it.')],
  ['one-blank', cloze, stem('In 1904 the engineer ____ (person) built the ____ across the Severn.')],
  ['points-outside', cloze, stem('In 1904 the engineer ____ (person) built this bridge across the Severn.')],
  ['open-pronoun', choice, stem('It was built in 1904 across the Severn by which engineer?')],
  ['dangling-definite', cloze, stem('The project was finished in 1904 by the engineer ____ (person).')],
  ['options-distinct', choice, option(2, 'Ann Gray')],
  [
    'option-type',
    choice,
    (draft) => {
      draft.optionTypes = ['person', 'person', 'city', 'person']
    },
  ],
  ['option-article', choice, option(2, 'The Eve Stone')],
  ['option-granularity', years, option(3, 'May 1911')],
  ['option-name-form', choice, option(2, 'Stone')],
  ['option-length', choice, option(2, 'Eve Wilhelmina Stone of Lower Marlow')],
  [
    'distractor-in-source',
    choice,
    (draft) => {
      draft.facts = [factOf({ quote: { start: 0, end: TEXT.length, exact: TEXT } })]
    },
  ],
  ['distractor-true-elsewhere', choice, option(2, 'Rose Bell')],
  [
    'distractor-reason',
    choice,
    (draft) => {
      draft.question.options = (draft.question.options ?? []).map(({ text }) => ({ text }))
    },
  ],
  [
    'distractor-chronology',
    years,
    (draft) => {
      draft.facts = [{ ...yearFact, dates: [date(1904), date(1902)] }]
    },
  ],
  ['false-one-slot', statement, stem(EXACT.replace('1904', '1907').replace('Severn', 'Thames'))],
  [
    'order-dates',
    order,
    (draft) => {
      draft.orders = [1904, 1910, 1910]
    },
  ],
  [
    'match-bijection',
    match,
    (draft) => {
      draft.question.left = ['upright that carries the load', 'stretch between two supports']
    },
  ],
]

describe('lints', () => {
  test.each([cloze, choice, years, statement, order, match].map((make) => [make.name, make] as const))(
    'a clean %s fires none',
    (_, make) => {
      expect(failedLints(make(), around)).toEqual([])
    },
  )

  test.each(planted)('%s fires on its planted defect, and alone', (name, make, change) => {
    const draft = make()
    change(draft)
    expect(failedLints(draft, around)).toEqual([name])
  })

  test('every lint has a planted defect', () => {
    expect(planted.map(([name]) => name).sort()).toEqual(Object.keys(lints).sort())
  })
})

const many = (make: (i: number) => Draft, count: number): Draft[] => Array.from({ length: count }, (_, i) => make(i))
const rotated = (i: number): Draft => {
  const draft = choice()
  const options = draft.question.options ?? []
  draft.question.options = [...options.slice(i % 4), ...options.slice(0, i % 4)]
  return draft
}
const truth = (yes: boolean): Draft => {
  const draft = statement()
  draft.question.key = String(yes)
  return draft
}

describe('lints of a whole set', () => {
  const run = (drafts: Draft[]) => Object.keys(setLints).filter((name) => (setLints[name]?.(drafts) ?? []).length > 0)

  test('a balanced set fires none', () => {
    expect(run([...many(rotated, 20), ...many((i) => truth(i % 2 === 0), 10)])).toEqual([])
  })

  test('true-false-balance fires on eight true of ten', () => {
    expect(run(many((i) => truth(i < 8), 10))).toEqual(['true-false-balance'])
  })

  test('key-position fires where the key always stands second', () => {
    expect(run(many(choice, 12))).toEqual(['key-position'])
  })

  test('key-stands-out fires where the key is always the longest option', () => {
    const longest = (i: number) => {
      const draft = rotated(i)
      draft.question.key = 'Adelaide Brown'
      draft.question.options = (draft.question.options ?? []).map((one) =>
        one.text === 'Ada Brown' ? { text: 'Adelaide Brown' } : one,
      )
      return draft
    }
    expect(run(many(longest, 12))).toEqual(['key-stands-out'])
  })
})
