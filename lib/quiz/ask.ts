import { type Random, shuffled } from '#lib/base/index.ts'
import { optionsOf, type Pack, type PackQuestion } from '#lib/session/index.ts'
import type { QuizRules } from './rules.ts'

/** A question as whoever answers it gets it: without its key, what else counts, why, or an id by which to look it up. */
export type QuizItem = Pick<PackQuestion, 'form' | 'stem' | 'direction' | 'left' | 'unit' | 'image' | 'sound'> & {
  readonly place: number
  readonly options: readonly string[]
}

/** Which questions of the bank an attempt asks, and in which order: their places in the bank. */
export const orderOf = (
  bank: Pack,
  { draw, shuffle }: Pick<QuizRules, 'draw' | 'shuffle'>,
  random: Random,
): number[] => {
  const all = bank.questions.map((_, at) => at)
  const drawn = draw === null || draw >= all.length ? all : shuffled(all, random).slice(0, draw)
  return shuffle ? shuffled(drawn, random) : [...drawn].sort((a, b) => a - b)
}

/** What an attempt asks; options are mixed by `seed`, the same at every look. */
export const itemsOf = (bank: Pack, order: readonly number[], seed: string): QuizItem[] =>
  order.flatMap((at, place) => {
    const question = bank.questions[at]
    if (!question) return []
    const { form, stem, direction, left, unit, image, sound } = question
    const said = { ...(left ? { left } : {}), ...(unit ? { unit } : {}) }
    const beside = { ...(image ? { image } : {}), ...(sound ? { sound } : {}) }
    // The statement of a true or false names its right answer among its options.
    const options =
      form === 'true-false'
        ? []
        : form === 'choice' || form === 'order' || form === 'match'
          ? optionsOf(question, `${seed}|${question.id}`)
          : []
    return [{ place, form, stem, direction, ...said, ...beside, options }]
  })
