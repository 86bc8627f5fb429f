import type { LearningState, Memory } from '#lib/scheduling/index.ts'
import type { Direction, Entry } from './entry.ts'

/**
 * One learner's memory of one fact in one direction: a cache that the log rebuilds at any time.
 * Instants are effective times (the server's clock); days are study days.
 */
export type CardState = {
  factId: string
  direction: Direction
  /** Version of the fact that was last answered. */
  factVersion: number
  state: LearningState
  /** Null until the first answer, and after a reset. */
  memory: Memory | null
  due: number
  /** `effectiveAt` of the last entry that moved this card, of whatever kind. */
  lastAt: number
  /** Study day of the last answer. */
  lastDay: number
  reps: number
  lapses: number
  suspended: boolean
  /** The card stays away while the study day is not past this one. */
  buriedDay: number | null
}

/** The name of a card: unique, and stable for as long as the fact is. */
export const cardKey = (factId: string, direction: Direction): string => `${factId}|${direction}`

/** The keys of the cards an entry names itself. An undo names none: see `touchedCards`. */
export const cardKeysOf = (entry: Entry): string[] => {
  switch (entry.kind) {
    case 'review':
    case 'regrade':
      return entry.grades.map((grade) => cardKey(grade.factId, grade.direction))
    case 'invalidate':
      return [cardKey(entry.factId, 'forward'), cardKey(entry.factId, 'backward')]
    case 'suspend':
    case 'unsuspend':
    case 'bury':
    case 'reset':
      return [cardKey(entry.factId, entry.direction)]
    default:
      return []
  }
}

/**
 * The keys of the cards that may change when `entry` joins the log. For an undo or a regrade `target` is the entry it
 * speaks of, null while that is unknown. `settings` with new weights touch every card: fold anew.
 */
export const touchedCards = (entry: Entry, target: Entry | null): string[] =>
  entry.kind === 'undo' ? (target ? cardKeysOf(target) : []) : cardKeysOf(entry)

/** Misses of something that was known before it counts as slipping: half of what Anki calls a leech, since facts come less often. */
const SLIPS = 4
/** Stability in days from which it holds after all. */
const MENDED_FROM_DAYS = 21

/** Whether a card was missed so often after it was known that repetition alone will not mend it. */
export const isSlipping = (card: CardState | undefined): boolean =>
  card?.memory != null && card.lapses >= SLIPS && card.memory.stability < MENDED_FROM_DAYS
