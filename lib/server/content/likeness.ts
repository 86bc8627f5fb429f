/** Pairs of neighbouring letters in a text, with how often each comes. */
const pairsOf = (text: string): Map<string, number> => {
  const plain = text.toLowerCase().replace(/\s+/g, ' ')
  const pairs = new Map<string, number>()
  for (let at = 0; at < plain.length - 1; at++) {
    const pair = plain.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

const sizeOf = (pairs: ReadonlyMap<string, number>): number => [...pairs.values()].reduce((sum, n) => sum + n, 0)

/** How alike two texts are by their pairs of letters, 0–1 (Dice, "Measures of the amount of ecologic association", 1945). */
const likeness = (a: string, b: string): number => {
  const [one, other] = [pairsOf(a), pairsOf(b)]
  const both = [...one].reduce((sum, [pair, n]) => sum + Math.min(n, other.get(pair) ?? 0), 0)
  const all = sizeOf(one) + sizeOf(other)
  return all === 0 ? 0 : (2 * both) / all
}

/** Words of each text that are looked up: the longest, which few others share. */
const LOOKED_UP = 4
/** Texts that share one of those words: more are not compared, or a long list of like sentences would take for ever. */
const COMPARED = 20

const telling = (text: string): string[] =>
  [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]
    .sort((a, b) => b.length - a.length)
    .slice(0, LOOKED_UP)

/** Pairs each text with the one most like it, each at most once, the most alike first; none below `least`. */
export const likest = <A, B>(
  fresh: readonly A[],
  known: readonly B[],
  textOf: { readonly fresh: (one: A) => string; readonly known: (one: B) => string },
  least: number,
): [A, B][] => {
  const byWord = new Map<string, B[]>()
  for (const one of known)
    for (const word of telling(textOf.known(one))) {
      const sharing = byWord.get(word)
      if (!sharing) byWord.set(word, [one])
      else if (sharing.length < COMPARED) sharing.push(one)
    }
  const scored = fresh.flatMap((a) => {
    const text = textOf.fresh(a)
    const near = new Set(telling(text).flatMap((word) => byWord.get(word) ?? []))
    return [...near].map((b) => ({ a, b, score: likeness(text, textOf.known(b)) }))
  })
  const [takenA, takenB] = [new Set<A>(), new Set<B>()]
  return scored
    .filter(({ score }) => score >= least)
    .sort((one, other) => other.score - one.score)
    .flatMap(({ a, b }): [A, B][] => {
      if (takenA.has(a) || takenB.has(b)) return []
      takenA.add(a)
      takenB.add(b)
      return [[a, b]]
    })
}
