import type { Common, Given, Taken } from './types.ts'

/** How many different wrong answers are told. */
const TOLD = 5

/** Writings that differ in nothing but case, spaces and how characters are composed are one answer. */
const sameAs = (given: NonNullable<Given>): string =>
  typeof given === 'string' ? given.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase() : JSON.stringify(given)

const isEmpty = (given: Given): given is null => given === null || given.length === 0

/** How many gave nothing. */
export const unansweredIn = (taken: readonly Taken[]): number => taken.filter(({ given }) => isEmpty(given)).length

/** What those who missed it gave, the most frequent first, each as most of them wrote it. */
export const wrongIn = (taken: readonly Taken[]): Common[] => {
  const found = new Map<string, Map<string, Common>>()
  for (const { share, given } of taken) {
    if (share >= 1 || isEmpty(given)) continue
    const key = sameAs(given)
    const written = found.get(key) ?? new Map<string, Common>()
    const as = JSON.stringify(given)
    written.set(as, { given, count: (written.get(as)?.count ?? 0) + 1 })
    found.set(key, written)
  }
  return [...found]
    .map(([key, written]) => {
      const ways = [...written].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
      const count = ways.reduce((sum, [, way]) => sum + way.count, 0)
      return { key, given: ways[0]?.[1].given ?? '', count }
    })
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .slice(0, TOLD)
    .map(({ given, count }) => ({ given, count }))
}
