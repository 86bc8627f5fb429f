import type { CardState, StoredEntry } from '#lib/log/index.ts'

/** FNV-1a over UTF-16 code units, from two offsets: 64 bits that tell accidents apart, and no secret. */
const hashOf = (text: string, offset: number): number => {
  let hash = offset
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** A fingerprint of some lines, whatever their order: how many there are, and two sums of their hashes. */
const digestOf = (lines: Iterable<string>): string => {
  let [count, one, other] = [0, 0, 0]
  for (const line of lines) {
    count += 1
    one = (one + hashOf(line, 0x811c9dc5)) >>> 0
    other = (other + hashOf(line, 0x01234567)) >>> 0
  }
  return `${count}-${one.toString(16)}-${other.toString(16)}`
}

/** What two logs have to agree on: which entries there are, and when each took effect. */
export const digestOfLog = (entries: Iterable<StoredEntry>): string => {
  const lines: string[] = []
  for (const { id, effectiveAt } of entries) lines.push(`${id} ${effectiveAt}`)
  return digestOf(lines)
}

/** Everything that a card says, to the last digit. */
const cardLine = (card: CardState): string => {
  const { factId, direction, factVersion, state, memory, due, lastAt, lastDay, reps, lapses, suspended, buriedDay } =
    card
  const times = [due, lastAt, lastDay, reps, lapses, suspended, buriedDay]
  return JSON.stringify([factId, direction, factVersion, state, memory?.stability, memory?.difficulty, ...times])
}

/** Keys of the cards that are not the same in both, to the last digit. */
export const differingCards = (one: ReadonlyMap<string, CardState>, other: ReadonlyMap<string, CardState>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((key) => {
    const [a, b] = [one.get(key), other.get(key)]
    return !a || !b || cardLine(a) !== cardLine(b)
  })

export const digestOfCards = (cards: Iterable<CardState>): string => {
  const lines: string[] = []
  for (const card of cards) lines.push(cardLine(card))
  return digestOf(lines)
}

/** What the server says of a learner's log after replaying it. */
export type CheckResponse = {
  readonly entries: number
  readonly logDigest: string
  readonly cardsDigest: string
  /** Cards that did not say what the log says, and do now. */
  readonly repaired: number
}
