import type { Groups } from './groups.ts'
import type { Beside } from './rest.ts'
import type { Item, OptionTally } from './types.ts'

/**
 * Share of those asked from which a distractor works. Haladyna and Downing (1993), "How many options is enough for a
 * multiple-choice test item?", Educ. Psychol. Meas. 53.
 */
export const WORKS_FROM = 0.05

/** How often each option was chosen, by all and by the two groups; null where there are none to choose from. */
export const optionsOf = ({ options, taken }: Item, { at }: Beside, groups: Groups | null): OptionTally[] | null => {
  if (options === null) return null
  const asked = taken.length
  const partOf = (text: string, weights: readonly number[], size: number): number =>
    at.reduce((sum, place, nth) => sum + (taken[place]?.given === text ? (weights[nth] ?? 0) : 0), 0) / size
  return options.map(({ text, isKey }) => {
    const chosen = taken.filter(({ given }) => given === text).length
    const share = asked === 0 ? 0 : chosen / asked
    return {
      ...{ text, isKey, chosen, share },
      strong: groups && partOf(text, groups.strong, groups.size),
      weak: groups && partOf(text, groups.weak, groups.size),
      works: isKey || asked === 0 ? null : share >= WORKS_FROM,
    }
  })
}

/** Share of the distractors that work; null where there are none, or nobody was asked. */
export const efficiencyOf = (options: readonly OptionTally[] | null): number | null => {
  const distractors = options?.filter(({ isKey }) => !isKey) ?? []
  if (distractors.every(({ works }) => works === null)) return null
  return distractors.filter(({ works }) => works).length / distractors.length
}
