export type PartVerdict = 'right' | 'wrong'

/** Lengths of the longest rising run that ends at each place; run backwards on the mirror it gives those that start. */
const risingTo = (ranks: readonly number[]): number[] => {
  const lengths: number[] = []
  for (const [i, rank] of ranks.entries()) {
    let best = 0
    for (let j = 0; j < i; j++) if ((ranks[j] ?? 0) < rank) best = Math.max(best, lengths[j] ?? 0)
    lengths.push(best + 1)
  }
  return lengths
}

/**
 * A verdict for each item of `key`: right where the item belongs to every longest rightly ordered selection of what was
 * given. One item out of place costs that item alone; of two that changed places neither is known to be right. An item
 * left out is wrong; one given twice counts where it first stands.
 */
export const markOrder = (key: readonly string[], given: readonly string[]): PartVerdict[] => {
  const first = [...new Set(given)].filter((text) => key.includes(text))
  const ranks = first.map((text) => key.indexOf(text))
  const to = risingTo(ranks)
  const from = risingTo(ranks.map((rank) => -rank).reverse()).reverse()
  const longest = Math.max(0, ...to)
  const through = ranks.map((_, i) => (to[i] ?? 0) + (from[i] ?? 0) - 1 === longest)
  const atStep = (step: number) => through.filter((on, i) => on && to[i] === step).length
  const right = new Set(first.filter((_, i) => through[i] && atStep(to[i] ?? 0) === 1))
  return key.map((text) => (right.has(text) ? 'right' : 'wrong'))
}

/** A verdict for each item of the left side: `given` holds the chosen texts in the order of `key`. */
export const markMatch = (key: readonly string[], given: readonly string[]): PartVerdict[] =>
  key.map((text, i) => (given[i] === text ? 'right' : 'wrong'))
