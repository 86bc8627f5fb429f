import { seededRandom } from '#lib/base/index.ts'
import type { Draft, Fact, Surroundings } from './draft.ts'
import { falseDraft, trueDraft } from './forms/trueFalse.ts'
import { failedLints } from './lints/index.ts'
import type { Pool } from './pool.ts'
import { tierOf } from './tier.ts'

type Around = { pool: Pool; around: Surroundings; contextOf: (fact: Fact) => string }
type Answer = 'true' | 'false'

/** What a fact can be asked as; drafts of a long text are too many to be kept until it is settled which are asked. */
type Can = { fact: Fact; yes: Fitness; no: Fitness }
type Fitness = 'none' | 'review' | 'publish'

/** Kinds of which a false statement rests on the slot's own value; a name put in another's place is the weaker trick. */
const FALSE_WELL = /^(?:date|quantity|definition|naming|term|relation)$/

/** A fact as a statement that is true or false, with the lints that it fails; null where it cannot be one. */
export const statementOf = (fact: Fact, answer: Answer, { pool, around, contextOf }: Around): Draft | null => {
  const context = contextOf(fact)
  const draft =
    answer === 'true' ? trueDraft(fact, context) : falseDraft(fact, pool, context, seededRandom(`${fact.id}|false`))
  if (draft) draft.question.lints = failedLints(draft, around)
  return draft
}

const fitness = (draft: Draft | null): Fitness =>
  draft === null ? 'none' : tierOf(draft) === 'A' ? 'publish' : 'review'

/** The better of two facts of one sentence to be asked as a statement. */
const better = (one: Can, two: Can): Can => {
  const worth = ({ yes, no }: Can) => (no === 'publish' ? 2 : 0) + (yes === 'publish' ? 1 : 0)
  return worth(two) > worth(one) ? two : one
}

/**
 * Which facts are asked as statements, one a sentence, and whether true or false. As many are true as are false, as far as
 * both can be had, so that neither answer is the likelier one; where there is a choice, those are false whose false form is
 * the fairer.
 */
export const answersOf = (facts: readonly Fact[], around: Around): ReadonlyMap<Fact, Answer> => {
  const bySentence = new Map<number, Can>()
  for (const fact of facts) {
    if (fact.attribution || fact.sentence < 0) continue
    const [yes, no] = [fitness(statementOf(fact, 'true', around)), fitness(statementOf(fact, 'false', around))]
    const before = bySentence.get(fact.quote.start)
    bySentence.set(fact.quote.start, before ? better(before, { fact, yes, no }) : { fact, yes, no })
  }
  const all = [...bySentence.values()]
  const chosen = new Map<Fact, Answer>()
  for (const { fact, yes, no } of all) {
    if (no === 'publish' && yes !== 'publish') chosen.set(fact, 'false')
    else if (yes === 'publish' && no !== 'publish') chosen.set(fact, 'true')
    else if (no === 'review' || yes === 'review') chosen.set(fact, no === 'review' ? 'false' : 'true')
  }
  const published = (answer: Answer) =>
    all.filter(({ fact, yes, no }) => chosen.get(fact) === answer && (yes === 'publish' || no === 'publish')).length
  let [trues, falses] = [published('true'), published('false')]
  const free = all.filter(({ yes, no }) => yes === 'publish' && no === 'publish')
  const fair = free.filter(({ fact }) => FALSE_WELL.test(fact.kind))
  const last = free.filter(({ fact }) => !FALSE_WELL.test(fact.kind))
  for (const { fact } of [...fair, ...last]) {
    const answer = falses <= trues ? 'false' : 'true'
    if (answer === 'false') falses++
    else trues++
    chosen.set(fact, answer)
  }
  return chosen
}
