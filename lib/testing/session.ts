import type { CardState, Form } from '#lib/log/index.ts'
import { cardKey, newCard } from '#lib/log/index.ts'
import { studyDay, studyDayStart } from '#lib/scheduling/index.ts'
import type { Pack, PackFact, PackQuestion, SessionInput } from '#lib/session/index.ts'
import { NOON } from './entries.ts'

/** The forms that ask one fact, one question each. */
export const SINGLE_FORMS: readonly Form[] = ['choice', 'true-false', 'cloze', 'typed']

const singleQuestion = (
  fact: PackFact,
  form: Form,
  direction: PackQuestion['direction'] = 'forward',
): PackQuestion => ({
  id: `${fact.id}-${form}${direction === 'forward' ? '' : '-back'}`,
  version: 1,
  factIds: [fact.id],
  direction,
  form,
  stem: `${form} of ${fact.id}`,
  key: form === 'true-false' ? 'true' : fact.id,
  accepted: [form === 'true-false' ? 'true' : fact.id],
  rationale: '',
  ...(form === 'choice' ? { options: [fact.id, 'one', 'two', 'three'].map((text) => ({ text })) } : {}),
})

/** A pack of `count` facts `<set>-1` …, each asked in every one of `forms`, with `joint` order questions of three. */
export const packOfForms = (count: number, forms: readonly Form[] = SINGLE_FORMS, joint = 0, setId = 's'): Pack => {
  const facts = Array.from(
    { length: count },
    (_, i): PackFact => ({
      id: `${setId}-${i + 1}`,
      version: 2,
      number: i + 1,
      statement: `Statement ${i + 1}`,
      source: { kind: 'span', documentId: `${setId}-d`, start: i, end: i + 1, exact: 'x' },
      sectionId: null,
      directions: ['forward'],
    }),
  )
  const orders = Array.from({ length: joint }, (_, i): PackQuestion => {
    const factIds = facts.slice(i * 3, i * 3 + 3).map((fact) => fact.id)
    return { ...singleQuestion(facts[0] as PackFact, 'order'), id: `${setId}-order-${i + 1}`, factIds, key: factIds }
  })
  const singles = facts.flatMap((fact) => forms.map((form) => singleQuestion(fact, form)))
  return {
    setId,
    version: 3,
    title: setId,
    language: 'en',
    documents: [],
    facts,
    questions: [...singles, ...orders],
    aliases: [],
  }
}

/** Rows that their owner wrote, asked both ways, without questions of their own. */
export const packOfRows = (count: number, setId = 'rows'): Pack => {
  const pack = packOfForms(count, [], 0, setId)
  const row = (fact: PackFact): PackFact => ({
    ...fact,
    source: { kind: 'row', front: `front ${fact.number}`, back: `back ${fact.number}` },
    directions: ['forward', 'backward'],
  })
  return { ...pack, facts: pack.facts.map(row) }
}

/** A card in review with this stability, answered `ago` days before noon, due `overdue` days before it. */
export const cardInReview = (factId: string, stability: number, ago: number, overdue: number): CardState => {
  const today = studyDay(NOON, 0)
  return {
    ...newCard(factId, 'forward'),
    state: 'review',
    memory: { stability, difficulty: 5 },
    lastAt: NOON - ago * 86_400_000,
    lastDay: today - ago,
    due: studyDayStart(today - overdue, 0),
    reps: 3,
    factVersion: 1,
  }
}

export const cardsOf = (...cards: CardState[]): Map<string, CardState> =>
  new Map(cards.map((card) => [cardKey(card.factId, card.direction), card]))

/** A learner at noon, with default settings, enrolled in every pack, with nothing done today. */
export const sessionInputOf = (packs: readonly Pack[], change: Partial<SessionInput> = {}): SessionInput => ({
  packs,
  enrolments: packs.map(({ setId }, i) => ({ setId, addedAt: i, newPerDayMax: null, paused: false })),
  cards: new Map(),
  today: { introduced: [], reviewed: [], lastQuestions: {} },
  settings: { newPerDayMax: 10, reviewsPerDayMax: 200, desiredRetention: 0.9, rolloverHour: 4 },
  now: NOON,
  tzOffsetMin: 0,
  seed: 'seed',
  limits: { items: 20 },
  ...change,
})
