import { raised } from '#lib/facts/index.ts'
import { type Lint, optionTexts, type SetLint, wordsOf } from './lint.ts'

/** A false statement is its true one with exactly one part exchanged. */
export const falseOneSlot: Lint = ({ question, statement, replaced }) => {
  if (question.form !== 'true-false') return false
  if (question.key === 'true') return replaced !== undefined || question.stem !== statement
  if (!replaced || replaced.from === replaced.to) return true
  return ![...indexesOf(statement, replaced.from)].some(
    (at) =>
      statement.slice(0, at) +
        (at === 0 ? raised(replaced.to) : replaced.to) +
        statement.slice(at + replaced.from.length) ===
      question.stem,
  )
}

function* indexesOf(text: string, part: string): Generator<number> {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) yield at
}

/** Events to be ordered have distinct dates of one granularity, and labels without dates. */
export const orderDates: Lint = ({ question, orders = [], facts }) => {
  if (question.form !== 'order') return false
  const key = Array.isArray(question.key) ? question.key : []
  const rising = orders.every((value, i) => i === 0 || value > (orders[i - 1] ?? value))
  const years = facts.map((fact) => fact.slot.date?.year)
  return (
    key.length < 3 ||
    orders.length !== key.length ||
    !rising ||
    new Set(years).size !== years.length ||
    key.some((label) => /\b(?:1\d|20)\d\d\b/.test(label) || wordsOf(label).length < 3)
  )
}

/** The options of a match are the key in another order, each once, one for each on the left. */
export const matchBijection: Lint = (draft) => {
  if (draft.question.form !== 'match') return false
  const { key, left = [] } = draft.question
  const keys = Array.isArray(key) ? key : []
  const options = optionTexts(draft)
  return (
    keys.length < 3 ||
    keys.length !== left.length ||
    new Set(keys).size !== keys.length ||
    new Set(left).size !== left.length ||
    [...keys].sort().join('|') !== [...options].sort().join('|')
  )
}

const LEAST_OF_SET = 10
/** Share of true statements among all must lie between these. */
const TRUE_LEAST = 0.4
const TRUE_MOST = 0.6

/** Too many or too few statements are true; the surplus fails, from the end. */
export const trueFalseBalance: SetLint = (drafts) => {
  const statements = drafts.filter((draft) => draft.question.form === 'true-false')
  const yes = statements.filter((draft) => draft.question.key === 'true')
  const no = statements.filter((draft) => draft.question.key === 'false')
  if (statements.length < 2) return []
  const [more, fewer] = yes.length >= no.length ? [yes, no] : [no, yes]
  const allowed = Math.max(1, Math.floor((fewer.length * TRUE_MOST) / TRUE_LEAST))
  return more.length > allowed ? more.slice(allowed) : []
}

/** Whether the key measures more than every other option, or lies in their middle. */
const keyRank = (draft: Draft, measure: (text: string) => number): { most: boolean; median: boolean } => {
  const texts = optionTexts(draft)
  const own = measure(String(draft.question.key))
  const smaller = texts.filter((text) => measure(text) < own).length
  const larger = texts.filter((text) => measure(text) > own).length
  return { most: smaller === texts.length - 1, median: smaller > 0 && larger > 0 && Math.abs(smaller - larger) <= 1 }
}

type Draft = Parameters<Lint>[0]

/** In a set of choices the key is neither nearly always the longest option nor nearly always the middle number. */
export const keyStandsOut: SetLint = (drafts) => {
  const choices = drafts.filter((draft) => draft.question.form === 'choice')
  if (choices.length < LEAST_OF_SET) return []
  const words = choices.filter((draft) => !/^[\d.,]+$/.test(String(draft.question.key)))
  const numbers = choices.filter((draft) => /^[\d.,]+$/.test(String(draft.question.key)))
  const longest = words.filter((draft) => keyRank(draft, (text) => text.length).most)
  const median = numbers.filter((draft) => keyRank(draft, (text) => Number(text.replaceAll(',', ''))).median)
  return [
    ...(words.length >= LEAST_OF_SET && longest.length > words.length * 0.6 ? longest : []),
    ...(numbers.length >= LEAST_OF_SET && median.length > numbers.length * 0.8 ? median : []),
  ]
}

/** The place of the key among the options is not nearly always the same. */
export const keyPosition: SetLint = (drafts) => {
  const choices = drafts.filter((draft) => draft.question.form === 'choice')
  if (choices.length < LEAST_OF_SET) return []
  const places = new Map<number, Draft[]>()
  for (const draft of choices) {
    const place = optionTexts(draft).indexOf(String(draft.question.key))
    const list = places.get(place)
    if (list) list.push(draft)
    else places.set(place, [draft])
  }
  return [...places.values()].filter((list) => list.length > choices.length * 0.6).flat()
}
