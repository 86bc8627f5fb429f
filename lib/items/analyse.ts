import { wilson } from '#lib/base/index.ts'
import { correlationOf, correlationWithin, meanOf } from './correlation.ts'
import { flagsOf } from './flags.ts'
import { groupsOf } from './groups.ts'
import { efficiencyOf, optionsOf } from './options.ts'
import { wholeOf } from './reliability.ts'
import { besideRest, totalsOf } from './rest.ts'
import type { Estimate, Item, ItemAnalysis, WholeAnalysis } from './types.ts'
import { unansweredIn, wrongIn } from './wrong.ts'

const facilityOf = (shares: readonly number[]): Estimate => {
  if (shares.length === 0) return { value: null, low: null, high: null }
  const sum = shares.reduce((total, share) => total + share, 0)
  return { value: meanOf(shares), ...wilson(sum, shares.length) }
}

/**
 * What the answers to a quiz say of its questions, in their order, and of the quiz as a whole. Facility is the mean share right,
 * discrimination the correlation of an item with the rest of what its takers were asked; what was asked and not answered is
 * wrong. An item that does not count is measured like any other and is in nobody's rest.
 */
export const analyse = (
  items: readonly Item[],
): { readonly items: readonly ItemAnalysis[]; readonly whole: WholeAnalysis } => {
  const totals = totalsOf(items)
  const one = (item: Item): ItemAnalysis => {
    const { itemId, counts, taken } = item
    const beside = besideRest(item, totals)
    const groups = groupsOf(beside.rests)
    const options = optionsOf(item, beside, groups)
    const right = taken.filter(({ share }) => share >= 1).length
    const found = {
      ...{ itemId, counts, asked: taken.length, right, missed: taken.length - right, options },
      unanswered: unansweredIn(taken),
      facility: facilityOf(taken.map(({ share }) => share)),
      discrimination: correlationWithin(correlationOf(beside.shares, beside.rests), beside.shares.length),
      efficiency: efficiencyOf(options),
      groupSize: groups?.size ?? null,
      wrong: wrongIn(taken),
    }
    return { ...found, flags: flagsOf(found) }
  }
  return { items: items.map(one), whole: wholeOf(items) }
}
