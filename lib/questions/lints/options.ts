import { standsIn } from '#lib/base/index.ts'
import { type Lint, optionTexts, wrongTexts } from './lint.ts'

const RATIO = 1.6
const fold = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/^the /, '').trim()

/** Options are distinct, also after names of one thing are folded. */
export const optionsDistinct: Lint = (draft, { sameThing }) => {
  if (draft.question.form === 'true-false') return false
  const texts = optionTexts(draft)
  return texts.some((a, i) => texts.some((b, j) => j > i && (fold(a) === fold(b) || sameThing(a, b))))
}

const choice = (form: string) => form === 'choice'

export const optionType: Lint = (draft) => choice(draft.question.form) && new Set(draft.optionTypes ?? []).size > 1

export const optionArticle: Lint = (draft) => {
  if (!choice(draft.question.form)) return false
  const kinds = optionTexts(draft).map((text) => /^(?:the|an?) /i.exec(text)?.[0].toLowerCase() ?? '')
  return new Set(kinds).size > 1
}

const shapeOf = (text: string): string =>
  /^\d+$/.test(text)
    ? text.length === 4
      ? 'year-like'
      : 'digits'
    : /^[\d.,]+$/.test(text)
      ? 'digits'
      : /\d{4}$/.test(text)
        ? 'date'
        : 'words'

/** Options are written at one granularity: years beside years, dates beside dates, digits beside digits. */
export const optionGranularity: Lint = (draft) => {
  if (!choice(draft.question.form)) return false
  const quantities = draft.facts[0]?.slot.kind === 'quantity'
  const shapes = optionTexts(draft).map((text) =>
    quantities && shapeOf(text) === 'year-like' ? 'digits' : shapeOf(text),
  )
  return new Set(shapes).size > 1
}

/** Names are all full or all short, all capitalised or none. */
export const optionNameForm: Lint = (draft) => {
  if (!choice(draft.question.form)) return false
  const texts = optionTexts(draft).filter((text) => /^\p{L}/u.test(text))
  const single = texts.map((text) => !text.includes(' '))
  const person = draft.optionTypes?.every((type) => type === 'person')
  return new Set(texts.map((text) => /^\p{Lu}/u.test(text))).size > 1 || (person === true && new Set(single).size > 1)
}

export const optionLength: Lint = (draft) => {
  if (!choice(draft.question.form)) return false
  const lengths = optionTexts(draft).map((text) => text.length)
  if (optionTexts(draft).every((text) => /^[\d.,]+$/.test(text))) return false
  return lengths.length > 0 && Math.max(...lengths) > Math.max(4, RATIO * RATIO * Math.min(...lengths))
}

export const distractorInSource: Lint = (draft) => {
  const [fact] = draft.facts
  if (!choice(draft.question.form) || !fact || fact.sentence < 0) return false
  return wrongTexts(draft).some((text) => standsIn(fact.quote.exact, text))
}

export const distractorTrueElsewhere: Lint = (draft, { alsoTrue }) => {
  const [fact] = draft.facts
  if (!fact || fact.sentence < 0) return false
  if (draft.question.form === 'true-false') return draft.replaced !== undefined && alsoTrue(fact, draft.replaced.to)
  return choice(draft.question.form) && wrongTexts(draft).some((text) => alsoTrue(fact, text))
}

/** Every wrong option says why it is wrong, and there are at least three. */
export const distractorReason: Lint = (draft) => {
  if (!choice(draft.question.form)) return false
  const wrong = (draft.question.options ?? []).filter((option) => option.text !== draft.question.key)
  return wrong.length < 3 || wrong.some((option) => !option.wrongBecause)
}

/** A year offered lies on the side of the stem's other dates on which the right one lies. */
export const distractorChronology: Lint = (draft) => {
  const [fact] = draft.facts
  const year = fact?.slot.date?.year
  if (!choice(draft.question.form) || !fact || year === undefined) return false
  const others = fact.dates.filter((date) => date.year !== year).map((date) => date.year)
  return wrongTexts(draft).some((text) => others.some((other) => Number(text) <= other !== year <= other))
}
