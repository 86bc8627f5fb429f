import type { CardState, Direction, Form, Mode } from '#lib/log/index.ts'
import type { Pack, PackFact, PackQuestion } from './pack.ts'

/** How much a form asks of memory: 0 to recognise, 1 to fill in, 2 to produce. Order and match ask several facts. */
export type Level = 0 | 1 | 2
const LEVELS: Readonly<Record<Form, Level>> = {
  choice: 0,
  'true-false': 0,
  order: 0,
  match: 0,
  cloze: 1,
  typed: 2,
  number: 2,
}
export const levelOf = (form: Form): Level => LEVELS[form]

/** Stability from which a memory is asked to fill in, and from which to produce, in days. */
const FILL_IN_FROM_DAYS = 4
const PRODUCE_FROM_DAYS = 15

/** What to ask of a memory of this age: it gets harder as stability grows, and easier after a miss. */
export const levelFor = (card: CardState | undefined): Level => {
  if (!card?.memory || card.state !== 'review') return 0
  const { stability } = card.memory
  return stability < FILL_IN_FROM_DAYS ? 0 : stability < PRODUCE_FROM_DAYS ? 1 : 2
}

const ASKING_ONE = new WeakMap<Pack, Map<string, PackQuestion[]>>()

const placeOf = (factId: string, direction: Direction): string => `${direction}|${factId}`

const questionsByFact = (pack: Pack): Map<string, PackQuestion[]> => {
  const known = ASKING_ONE.get(pack)
  if (known) return known
  const byFact = new Map<string, PackQuestion[]>()
  for (const question of pack.questions) {
    const [factId] = question.factIds
    if (question.factIds.length !== 1 || factId === undefined) continue
    const place = placeOf(factId, question.direction)
    byFact.set(place, [...(byFact.get(place) ?? []), question])
  }
  ASKING_ONE.set(pack, byFact)
  return byFact
}

/** What a row that its owner wrote asks when it has no question of its own: one side for the other. */
const rowQuestion = (fact: PackFact, direction: Direction): PackQuestion[] => {
  if (fact.source.kind !== 'row') return []
  const { front, back, image, sound } = fact.source
  const [stem, key] = direction === 'forward' ? [front, back] : [back, front]
  // They show or say the front: where that is asked for, they would give it away.
  const beside = direction === 'forward' ? { ...(image ? { image } : {}), ...(sound ? { sound } : {}) } : {}
  return [
    {
      id: `${fact.id}:${direction}`,
      version: fact.version,
      factIds: [fact.id],
      direction,
      form: 'typed',
      stem,
      key,
      accepted: [key],
      rationale: fact.statement,
      ...beside,
    },
  ]
}

/** The questions that ask this fact alone, in this direction. */
export const questionsOf = (pack: Pack, fact: PackFact, direction: Direction): PackQuestion[] => {
  const own = questionsByFact(pack).get(placeOf(fact.id, direction)) ?? []
  return own.length > 0 ? own : rowQuestion(fact, direction)
}

/** Whether a fact of the pack can be asked by itself. */
export const askable =
  (pack: Pack) =>
  (fact: PackFact, direction: Direction): boolean =>
    questionsOf(pack, fact, direction).length > 0

/** A question of the pack by its id, a row's own among them; null where the pack has none. */
export const findQuestion = (pack: Pack, questionId: string): PackQuestion | null => {
  const own = pack.questions.find((question) => question.id === questionId)
  if (own) return own
  const fact = pack.facts.find((one) => one.source.kind === 'row' && questionId.startsWith(`${one.id}:`))
  const rows = fact ? fact.directions.flatMap((direction) => rowQuestion(fact, direction)) : []
  return rows.find((question) => question.id === questionId) ?? null
}

const WRITTEN: readonly Form[] = ['cloze', 'typed', 'number']
export const isWritten = (form: Form): boolean => WRITTEN.includes(form)

/** How a form is answered. What is written may be turned over instead: rows always, others where the learner likes it. */
export const modeOf = (form: Form, flip: boolean, isRow: boolean): Mode => {
  if (!isWritten(form)) return 'tap'
  return flip || isRow ? 'flip' : 'type'
}
