import { wilson } from '#lib/base/index.ts'
import { PEOPLE_FOR_GROUPS } from './groups.ts'
import { WORKS_FROM } from './options.ts'
import type { Flag, ItemAnalysis, OptionTally } from './types.ts'

/** What presses most first. That everyone had it right is good to know and needs no look. */
export const PRESSING: readonly Flag['kind'][] = [
  ...(['everyone-missed', 'wrong-key-suspected', 'nearly-everyone-missed'] as const),
  ...(['hard', 'does-not-tell-apart', 'dead-options', 'everyone-right'] as const),
]
/** Of one person, "everyone" is no news. */
const EVERYONE_FROM = 2
/** Fewer answers than these tell nothing beyond that everyone missed it, or nobody. */
const PEOPLE_MIN = PEOPLE_FOR_GROUPS
/** Share up to which nearly nobody has it right, and beyond the rest of which nearly nobody misses it. */
const NEARLY_NOBODY = 0.1
/** Facility from which items tell most about differences: Allen and Yen (1979), "Introduction to Measurement Theory". */
const HARD_BELOW = 0.3
const HALF = 0.5
/**
 * Below this an item is poor: Ebel and Frisbie (1991), "Essentials of Educational Measurement", 5th edition, for the
 * difference between the groups, which is read in the same way where items are correlated.
 */
const POOR_BELOW = 0.2

type Judged = Omit<ItemAnalysis, 'flags'>

const byFacility = ({ asked, facility: { value, high } }: Judged): Flag[] => {
  if (value === null || high === null || asked < EVERYONE_FROM) return []
  if (value === 0) return [{ kind: 'everyone-missed' }]
  if (value === 1) return [{ kind: 'everyone-right' }]
  if (asked < PEOPLE_MIN) return []
  if (value <= NEARLY_NOBODY) return [{ kind: 'nearly-everyone-missed' }]
  return value < HARD_BELOW && high < HALF ? [{ kind: 'hard' }] : []
}

/** The distractor that the strong group prefers to the key by more than chance, if there is one. */
const preferred = (options: readonly OptionTally[] | null, groupSize: number | null): string | null => {
  if (!options || groupSize === null) return null
  const size = groupSize
  const strongOn = (some: readonly OptionTally[]) => some.reduce((sum, { strong }) => sum + (strong ?? 0), 0) * size
  const key = strongOn(options.filter(({ isKey }) => isKey))
  const found = options
    .filter(({ isKey }) => !isKey)
    .map((option) => ({ text: option.text, chosen: strongOn([option]) }))
    .sort((a, b) => b.chosen - a.chosen)[0]
  if (!found || found.chosen <= key) return null
  return wilson(found.chosen, found.chosen + key).low > HALF ? found.text : null
}

/** Where nearly all or nearly none have it right, an item has nobody to tell apart. */
const couldTell = (facility: number): boolean => facility > NEARLY_NOBODY && facility < 1 - NEARLY_NOBODY

const byDiscrimination = ({ asked, facility, discrimination: { low, high }, options, groupSize }: Judged): Flag[] => {
  if (asked < PEOPLE_MIN) return []
  const option = preferred(options, groupSize)
  if (option !== null) return [{ kind: 'wrong-key-suspected', by: 'strong', option }]
  if (low === null || high === null) return []
  if (high < 0) return [{ kind: 'wrong-key-suspected', by: 'discrimination' }]
  return high < POOR_BELOW && couldTell(facility.value ?? 0) ? [{ kind: 'does-not-tell-apart' }] : []
}

/** Distractors of which it is sure that they do not work; none where too few missed the item for all of them to. */
const byOptions = ({ asked, facility, options }: Judged): Flag[] => {
  const distractors = options?.filter(({ isKey }) => !isKey) ?? []
  if (asked < PEOPLE_MIN || 1 - (facility.value ?? 1) < WORKS_FROM * distractors.length) return []
  const dead = distractors.filter(({ chosen }) => wilson(chosen, asked).high < WORKS_FROM).map(({ text }) => text)
  return dead.length > 0 ? [{ kind: 'dead-options', options: dead }] : []
}

/**
 * What needs a look, the most pressing first. A flag that infers something is raised only where the whole 95 % interval says
 * so: of 28 people none may have chosen an option that one in nine would choose.
 */
export const flagsOf = (item: Judged): Flag[] =>
  [...byFacility(item), ...byDiscrimination(item), ...byOptions(item)].sort(
    (a, b) => PRESSING.indexOf(a.kind) - PRESSING.indexOf(b.kind),
  )
