import type { Item } from './types.ts'

/** What a learner has right of what they were asked that counts. */
type Total = { readonly right: number; readonly asked: number }

export const totalsOf = (items: readonly Item[]): Map<string, Total> => {
  const totals = new Map<string, Total>()
  for (const { counts, taken } of items) {
    if (!counts) continue
    for (const { takerId, share } of taken) {
      const { right, asked } = totals.get(takerId) ?? { right: 0, asked: 0 }
      totals.set(takerId, { right: right + share, asked: asked + 1 })
    }
  }
  return totals
}

/** Those of an item's takers who were asked something else too: what they have right of it, and of the rest. */
export type Beside = {
  readonly shares: readonly number[]
  readonly rests: readonly number[]
  readonly at: readonly number[]
}

/**
 * An item beside the rest of what the same people were asked. The item itself is left out of the rest, or it would correlate
 * with itself: Henrysson (1963), "Correction of item-total correlations in item analysis", Psychometrika 28. Where questions
 * are drawn, the rest is the share right of those that each was asked, which stands in for a total that they do not share.
 * `at` holds the places of these people in `taken`.
 */
export const besideRest = ({ counts, taken }: Item, totals: ReadonlyMap<string, Total>): Beside => {
  const [shares, rests, at]: [number[], number[], number[]] = [[], [], []]
  taken.forEach(({ takerId, share }, place) => {
    const total = totals.get(takerId)
    const asked = (total?.asked ?? 0) - (counts ? 1 : 0)
    if (!total || asked < 1) return
    shares.push(share)
    rests.push((total.right - (counts ? share : 0)) / asked)
    at.push(place)
  })
  return { shares, rests, at }
}
