import { type Random, seededRandom, shuffled } from '#lib/base/index.ts'
import { type CardState, cardKey, type Direction, type Form } from '#lib/log/index.ts'
import { isLikelyGuess, type Pack, type PackFact, type PackQuestion, questionsOf } from '#lib/session/index.ts'

/** What a practice test is to be like. */
export type TestOptions = {
  readonly questions: number
  readonly forms: readonly Form[]
  /** Null: as long as it takes. */
  readonly limitMinutes: number | null
  readonly order: 'mixed' | 'text'
  /** Whether each answer is told of at once, or all when it is handed in. */
  readonly feedback: 'each' | 'end'
}

/** A question of a test. `entryId`: of the log entry that its answer will be, so that handing in twice is once. */
export type TestItem = {
  readonly setId: string
  readonly questionId: string
  readonly factIds: readonly string[]
  readonly direction: Direction
  readonly form: Form
  readonly entryId: string
  /** A right answer is as likely guessed as known. */
  readonly guess: boolean
}

export type Bank = {
  readonly packs: readonly Pack[]
  readonly cards: ReadonlyMap<string, CardState>
  /** What a card counts, by its key: 0 leaves it out. */
  readonly weightOf: (key: string) => number
  /** Study day. */
  readonly today: number
}

type Asking = { pack: Pack; fact: PackFact; direction: Direction; questions: PackQuestion[] }

/** Every fact that can be asked in these forms, in the order of the sets and their texts; joint questions under their first fact. */
const askings = ({ packs, weightOf }: Bank, forms: ReadonlySet<Form>): Asking[] =>
  packs.flatMap((pack) => {
    const joint = pack.questions.filter(({ factIds, form }) => factIds.length > 1 && forms.has(form))
    return [...pack.facts]
      .sort((a, b) => a.number - b.number)
      .flatMap((fact) =>
        fact.directions.flatMap((direction): Asking[] => {
          if (weightOf(cardKey(fact.id, direction)) <= 0) return []
          const own = questionsOf(pack, fact, direction).filter(({ form }) => forms.has(form))
          const joined = joint.filter((question) => question.direction === direction && question.factIds[0] === fact.id)
          const questions = [...own, ...joined]
          return questions.length > 0 ? [{ pack, fact, direction, questions }] : []
        }),
      )
  })

/** Some of all, each as likely as it weighs, none twice (Efraimidis and Spirakis, 2006: the largest u^(1/w)). */
const sampled = (all: readonly Asking[], count: number, { weightOf }: Bank, random: Random): ReadonlySet<Asking> => {
  const ranked = all.map((one) => {
    const weight = weightOf(cardKey(one.fact.id, one.direction))
    return { one, rank: -Math.log(1 - random()) / weight }
  })
  ranked.sort((a, b) => a.rank - b.rank)
  return new Set(ranked.slice(0, count).map(({ one }) => one))
}

/** How many questions a test in these forms can have at most. */
export const questionsIn = (bank: Bank, forms: readonly Form[]): number => askings(bank, new Set(forms)).length

/** The questions of a test: facts drawn by what they count, asked in all the forms by turns. The same seed draws the same. */
export const drawTest = (bank: Bank, options: TestOptions, seed: string, newId: () => string): TestItem[] => {
  const random = seededRandom(seed)
  const all = askings(bank, new Set(options.forms))
  const chosen = sampled(all, options.questions, bank, random)
  const used = new Map<Form, number>()
  const asked = new Set<string>()
  const items = all.flatMap((one): TestItem[] => {
    if (!chosen.has(one)) return []
    // A joint question that asks a fact which another has asked already would ask it twice.
    const open = shuffled(one.questions, random).filter(({ factIds }) => !factIds.some((id) => asked.has(id)))
    const [question] = open.sort((a, b) => (used.get(a.form) ?? 0) - (used.get(b.form) ?? 0))
    if (!question) return []
    used.set(question.form, (used.get(question.form) ?? 0) + 1)
    for (const id of question.factIds) asked.add(id)
    const { id: questionId, factIds, direction, form } = question
    const guess = isLikelyGuess(bank.cards.get(cardKey(one.fact.id, direction)), question, bank.today)
    return [{ setId: one.pack.setId, questionId, factIds, direction, form, entryId: newId(), guess }]
  })
  return options.order === 'mixed' ? shuffled(items, random) : items
}
