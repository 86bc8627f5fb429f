import { type CardState, cardKey, type Direction, isSlipping } from '#lib/log/index.ts'
import { studyDay } from '#lib/scheduling/index.ts'
import { type Today, todayOf } from './reviews.ts'

/** Where a card stands today. `slipping`: answered wrong again and again after it was known, which repetition alone will not mend. */
export type Standing = 'new' | 'due' | 'slipping' | 'learnt' | 'put-off' | 'suspended'
export const STANDINGS: readonly Standing[] = ['new', 'due', 'slipping', 'learnt', 'put-off', 'suspended']

/** What the shelf needs of a pack; a `Pack` fits. */
export type ShelfPack = {
  setId: string
  title: string
  language: string
  facts: readonly { id: string; version: number; statement: string; directions: readonly Direction[] }[]
}

/** One card of a learner, or one that is still to come. */
export type ShelfRow = {
  readonly key: string
  readonly factId: string
  readonly direction: Direction
  readonly statement: string
  readonly setId: string
  readonly title: string
  readonly language: string
  readonly standing: Standing
  /** When it is next due; null where it was never answered. */
  readonly due: number | null
  readonly lapses: number
}

const standingOf = (
  card: CardState | undefined,
  today: number,
  { now, tzOffsetMin, rolloverHour }: Today,
): Standing => {
  if (card?.suspended) return 'suspended'
  if (card && card.buriedDay !== null && card.buriedDay >= today) return 'put-off'
  if (!card?.memory) return 'new'
  if (isSlipping(card)) return 'slipping'
  const dueToday = card.state === 'review' && studyDay(card.due, tzOffsetMin, rolloverHour) <= today
  return card.due <= now || dueToday ? 'due' : 'learnt'
}

/** Every card of the sets that are studied, set by set in their order; a fact of two sets stands with the first. */
export const shelfOf = (
  packs: readonly ShelfPack[],
  cards: ReadonlyMap<string, CardState>,
  today: Today,
): ShelfRow[] => {
  const day = todayOf(today)
  const seen = new Set<string>()
  const rows: ShelfRow[] = []
  for (const { setId, title, language, facts } of packs)
    for (const { id: factId, statement, directions } of facts)
      for (const direction of directions) {
        const key = cardKey(factId, direction)
        if (seen.has(key)) continue
        seen.add(key)
        const card = cards.get(key)
        const standing = standingOf(card, day, today)
        const due = card?.memory ? card.due : null
        rows.push({
          key,
          factId,
          direction,
          statement,
          setId,
          title,
          language,
          standing,
          due,
          lapses: card?.lapses ?? 0,
        })
      }
  return rows
}

export type ShelfFilter = {
  readonly words: string
  readonly standing: Standing | null
  readonly setId: string | null
  readonly tag: string | null
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * Those of a shelf that hold every word looked for, whatever its case and accents, and stand as asked. `tags`: by the fact that
 * bears them.
 */
export const onShelf = (
  rows: readonly ShelfRow[],
  { words, standing, setId, tag }: ShelfFilter,
  tags: Readonly<Record<string, readonly string[]>> = {},
): ShelfRow[] => {
  const wanted = folded(words).split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    if (standing !== null && row.standing !== standing) return false
    if (setId !== null && row.setId !== setId) return false
    if (tag !== null && !(tags[row.factId] ?? []).includes(tag)) return false
    if (wanted.length === 0) return true
    const text = folded(row.statement)
    return wanted.every((word) => text.includes(word))
  })
}
