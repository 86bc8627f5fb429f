import type { Item, Taken } from '#lib/items/index.ts'

/** People from p0 on, with what each has right of a question. */
export const takenBy = (shares: readonly number[], given: (place: number) => Taken['given'] = () => 'x'): Taken[] =>
  shares.map((share, place) => ({ takerId: `p${place}`, share, given: given(place) }))

/** A question that is answered in writing. */
export const itemOf = (itemId: string, taken: readonly Taken[], change: Partial<Item> = {}): Item => ({
  ...{ itemId, counts: true, options: null, taken },
  ...change,
})
