import { genericAdjectives, genericNouns } from '../lexicon/common.ts'
import { rarity } from '../lexicon/rarity.ts'
import type { Token } from '../types.ts'
import type { View } from '../view.ts'

/** What a word outside the blank tells: an everyday noun a little, a rare word or a name much. */
const weightOf = (token: Token): number => {
  if (token.pos === 'PROPN' || token.pos === 'NUM') return 0.7
  if (!/^(?:NOUN|ADJ|VERB)$/.test(token.pos)) return 0
  if (genericNouns.has(token.lower) || genericNouns.has(token.lemma) || genericAdjectives.has(token.lower)) return 0.1
  const rare = rarity(token)
  return token.pos === 'VERB' ? rare * 0.7 : 0.25 + rare * 0.75
}

/** Sum of the weights at which a stem tells enough, and the most that it adds to or takes from a score. */
const ENOUGH = 2.2
const STEP = 0.06
const MOST = 0.1
const LEAST = -0.18

/** How far the rest of a sentence determines the words from one token to another: from -0.18, nearly nothing, to 0.1. */
export const informed = (view: View, from: number, to: number): number => {
  const seen = new Set<string>()
  let sum = 0
  view.tokens.forEach((token, i) => {
    if ((i >= from && i <= to) || seen.has(token.lemma)) return
    seen.add(token.lemma)
    sum += weightOf(token)
  })
  return Math.max(LEAST, Math.min(MOST, (sum - ENOUGH) * STEP))
}
