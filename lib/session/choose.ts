import { seededRandom } from '#lib/base/index.ts'
import type { CardState, Form } from '#lib/log/index.ts'
import { retrievability, studyDay } from '#lib/scheduling/index.ts'
import { guessOf } from './guess.ts'
import type { PackQuestion } from './pack.ts'
import type { Candidate } from './pool.ts'
import { isWritten, levelFor, levelOf, modeOf, questionsOf } from './questions.ts'
import type { Retry, SessionInput, SessionItem } from './types.ts'

/**
 * What a form costs that has had all the questions so far, against one step too hard and one step too easy. With these
 * a session of new facts comes to about 35 % choice, 35 % true or false, 22 % cloze, 8 % typed; one of old facts to 75 %
 * typed, 25 % cloze.
 */
const USED_ALONE = 3
const STEP_TOO_HARD = 0.4
const STEP_TOO_EASY = 1.5
/** For a form that cannot be turned over, where the learner prefers that. */
const NOT_TURNED = 4

/** A question in the very words of the last comes after those of any other level. */
const SAME_WORDS = 3

const PREFERENCE: readonly Form[] = ['choice', 'true-false', 'cloze', 'typed', 'number', 'order', 'match']

export type Picked = { candidate: Candidate; why: SessionItem['why'] }

const retryOf = (question: PackQuestion, candidate: Candidate): Retry => ({
  factId: candidate.fact.id,
  questionId: question.id,
  form: question.form,
  mode: modeOf(question.form, candidate.flip, candidate.fact.source.kind === 'row'),
})

/** What to ask if `asked` is missed: another question of the fact in other words, the easiest, of another form where there is one. */
export const retryFor = (candidate: Candidate, asked: PackQuestion | null): Retry[] => {
  const others = questionsOf(candidate.pack, candidate.fact, candidate.direction).filter((one) => one.id !== asked?.id)
  const rank = (one: PackQuestion) =>
    levelOf(one.form) + (one.form === asked?.form ? 0.5 : 0) + (one.stem === asked?.stem ? SAME_WORDS : 0)
  const easiest = others.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))[0]
  const retry = easiest ?? asked
  return retry ? [retryOf(retry, candidate)] : []
}

/** Of a memory that nothing is known of yet. */
const KNOWN_BEFORE = 0.5
/** Below this chance that a right answer was known and not guessed, it counts as hard. */
const EVIDENCE_MIN = 0.75

/** Whether a right answer would be more likely guessed than it may be. By Bayes: P(known | right) = R / (R + (1 - R)·g), g the chance to guess right. */
export const isLikelyGuess = (card: CardState | undefined, question: PackQuestion, today: number): boolean => {
  const known = card?.memory ? retrievability(card.memory, today - card.lastDay) : KNOWN_BEFORE
  return (
    known / (known + (1 - known) * guessOf(question.form, question.options?.length ?? 0, question.factIds.length)) <
    EVIDENCE_MIN
  )
}

const itemOf = ({ candidate, why }: Picked, question: PackQuestion, input: SessionInput): SessionItem => {
  const { questionId, form, mode } = retryOf(question, candidate)
  const today = studyDay(input.now, input.tzOffsetMin, input.settings.rolloverHour)
  return {
    setId: candidate.pack.setId,
    factIds: [candidate.fact.id],
    direction: candidate.direction,
    questionId,
    form,
    mode,
    why,
    again: retryFor(candidate, question),
    ...(isLikelyGuess(candidate.card, question, today) ? { guess: true } : {}),
  }
}

/** The questions that may be asked now: not the one that asked this fact last nor its wording, where there is another. */
const inTurn = ({ pack, fact, direction }: Candidate, input: SessionInput): PackQuestion[] => {
  const all = questionsOf(pack, fact, direction)
  const lastId = Object.hasOwn(input.today.lastQuestions, fact.id) ? input.today.lastQuestions[fact.id] : undefined
  const last = all.find(({ id }) => id === lastId)
  if (!last) return all
  const inOtherWords = all.filter(({ stem }) => stem !== last.stem)
  if (inOtherWords.length > 0) return inOtherWords
  const others = all.filter(({ id }) => id !== last.id)
  return others.length > 0 ? others : all
}

type Use = Map<Form, number>

const shareOf = (used: Use, form: Form): number => {
  const all = [...used.values()].reduce((sum, count) => sum + count, 0)
  return (used.get(form) ?? 0) / Math.max(1, all)
}

const cheapest = (candidate: Candidate, input: SessionInput, used: Use): PackQuestion => {
  const random = seededRandom(`${input.seed}|${candidate.key}`)
  const wanted = levelFor(candidate.card)
  const cost = ({ form }: PackQuestion) => {
    const step = levelOf(form) - wanted
    const reach = step > 0 ? step * STEP_TOO_HARD : -step * STEP_TOO_EASY
    return reach + shareOf(used, form) * USED_ALONE + (candidate.flip && !isWritten(form) ? NOT_TURNED : 0)
  }
  const [best] = inTurn(candidate, input)
    .map((question) => ({ question, cost: cost(question), chance: random() }))
    .sort(
      (a, b) =>
        a.cost - b.cost ||
        PREFERENCE.indexOf(a.question.form) - PREFERENCE.indexOf(b.question.form) ||
        a.chance - b.chance,
    )
  if (!best) throw new Error(`No question asks ${candidate.key}`)
  return best.question
}

/** Forms that a session of at least so many young facts shows, where its facts can be asked in so many. */
const FORMS_MIN = 4

/** Brings in forms that did not come up, each in the place of the one used most, until there are enough. */
const vary = (chosen: { pick: Picked; question: PackQuestion }[], input: SessionInput, used: Use): void => {
  for (const form of PREFERENCE) {
    if (used.size >= FORMS_MIN) return
    if (used.has(form)) continue
    const swaps = chosen.flatMap((place) => {
      const spare = (used.get(place.question.form) ?? 0) - 1
      const other = inTurn(place.pick.candidate, input).find((question) => question.form === form)
      return other && !place.pick.candidate.flip && spare > 0 && levelFor(place.pick.candidate.card) === 0
        ? [{ place, other, spare }]
        : []
    })
    // The latest of the most used: the first questions of a session stay easy.
    const swap = swaps.reduce<(typeof swaps)[number] | null>(
      (best, one) => (!best || one.spare >= best.spare ? one : best),
      null,
    )
    if (!swap) continue
    used.set(swap.place.question.form, swap.spare)
    used.set(form, 1)
    swap.place.question = swap.other
  }
}

/**
 * A question for each card in turn. The form follows the age of the memory, but a form that was used often gives way to
 * one that was not, so that even a first session, all of new facts, is varied. `joint`: forms in use already.
 */
export const chooseQuestions = (
  picks: readonly Picked[],
  input: SessionInput,
  joint: readonly Form[],
): SessionItem[] => {
  const used: Use = new Map(joint.map((form) => [form, 1]))
  const chosen = picks.map((pick) => {
    const question = cheapest(pick.candidate, input, used)
    used.set(question.form, (used.get(question.form) ?? 0) + 1)
    return { pick, question }
  })
  vary(chosen, input, used)
  return chosen.map(({ pick, question }) => itemOf(pick, question, input))
}
