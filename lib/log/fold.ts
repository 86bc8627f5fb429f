import { DEFAULT_RETENTION, nextSchedule, studyDay, type Weights } from '#lib/scheduling/index.ts'
import { type CardState, cardKey, touchedCards } from './card.ts'
import type { Direction, StoredEntry } from './entry.ts'
import { compareEntries } from './order.ts'
import { standingEntries } from './standing.ts'

/**
 * What the settings in the log say. `weights` are those of the last settings entry and hold for the whole replay (a
 * stability is only comparable under the weights that made it); the desired retention holds from its entry onwards.
 */
export type LogSettings = {
  weights: Weights
  desiredRetentionAt: (entry: StoredEntry) => number
}

export const logSettings = (entries: Iterable<StoredEntry>): LogSettings => {
  const changes = standingEntries([...entries].filter((entry) => entry.kind === 'settings')).filter(
    (entry) => entry.kind === 'settings',
  )
  return {
    weights: changes.at(-1)?.weights ?? null,
    desiredRetentionAt: (entry) =>
      changes.findLast((change) => compareEntries(change, entry) < 0)?.desiredRetention ?? DEFAULT_RETENTION,
  }
}

/** A card that was never answered, as the first entry of any kind finds it. */
export const newCard = (factId: string, direction: Direction): CardState => ({
  factId,
  direction,
  factVersion: 0,
  state: 'new',
  memory: null,
  due: 0,
  lastAt: 0,
  lastDay: 0,
  reps: 0,
  lapses: 0,
  suspended: false,
  buriedDay: null,
})

/**
 * One card after one entry that stands and comes after all that the state holds. An entry that does not concern the card
 * (practice among them) leaves it as it is.
 */
export const applyEntry = (
  state: CardState | undefined,
  entry: StoredEntry,
  factId: string,
  direction: Direction,
  settings: LogSettings,
): CardState | undefined => {
  const at = entry.effectiveAt
  const card = state ?? newCard(factId, direction)
  const moved = (change: Partial<CardState>): CardState => ({ ...card, ...change, lastAt: at })
  switch (entry.kind) {
    case 'review': {
      if (entry.context === 'practice') return state
      const grade = entry.grades.find((one) => one.factId === factId && one.direction === direction)
      if (!grade) return state
      const { tzOffsetMin } = entry
      const desiredRetention = settings.desiredRetentionAt(entry)
      const next = nextSchedule(card, grade.rating, at, { desiredRetention, tzOffsetMin, weights: settings.weights })
      return moved({ ...next, factVersion: grade.factVersion })
    }
    case 'suspend':
    case 'unsuspend':
      return moved({ suspended: entry.kind === 'suspend' })
    case 'bury':
      return moved({ buriedDay: studyDay(at, entry.tzOffsetMin) })
    case 'reset':
      return moved({ state: 'new', memory: null, due: at, lastDay: 0, reps: 0, lapses: 0 })
    case 'invalidate':
      // The old answer is void: ask at once, and let a first miss of the new one count as no lapse.
      if (!state) return state
      return moved(
        state.memory && state.factVersion < entry.factVersion
          ? { state: 'relearning', due: Math.min(card.due, at) }
          : {},
      )
    default:
      return state
  }
}

/** The cards an entry may move, as fact and direction. */
const places = (entry: StoredEntry): { factId: string; direction: Direction }[] => {
  if (entry.kind === 'review') return entry.grades
  if (entry.kind === 'invalidate') {
    return [
      { factId: entry.factId, direction: 'forward' },
      { factId: entry.factId, direction: 'backward' },
    ]
  }
  return 'direction' in entry ? [entry] : []
}

const replay = (standing: readonly StoredEntry[], settings: LogSettings, only?: ReadonlySet<string>) => {
  const cards = new Map<string, CardState>()
  for (const entry of standing) {
    for (const { factId, direction } of places(entry)) {
      const key = cardKey(factId, direction)
      if (only && !only.has(key)) continue
      const next = applyEntry(cards.get(key), entry, factId, direction, settings)
      if (next) cards.set(key, next)
    }
  }
  return cards
}

/** Every card of a learner, from the whole log in any order, with repeats: the same log gives the same cards. */
export const foldCards = (entries: Iterable<StoredEntry>): Map<string, CardState> => {
  const all = [...entries]
  return replay(standingEntries(all), logSettings(all))
}

/**
 * Some cards from scratch. `entries` must hold every entry that names one of `keys`, every undo and regrade that targets
 * one of those, and every settings entry; more does no harm. Null: no entry stands, the card is gone.
 */
export const replayCards = (keys: Iterable<string>, entries: Iterable<StoredEntry>): Map<string, CardState | null> => {
  const wanted = new Set(keys)
  const all = [...entries]
  const cards = replay(standingEntries(all), logSettings(all), wanted)
  return new Map([...wanted].map((key) => [key, cards.get(key) ?? null]))
}

/** Whether an entry comes after everything that a card's state holds, so that it can be applied without the history. */
export const isLater = (card: CardState | undefined, entry: StoredEntry): card is CardState =>
  card !== undefined && entry.effectiveAt > card.lastAt

const MOVES_ITS_CARDS_ONLY = new Set(['review', 'suspend', 'unsuspend', 'bury', 'reset'])

/** Keys of the cards that must be replayed whole, because `fresh` reaches into their past. */
const keysToReplay = (cards: ReadonlyMap<string, CardState>, known: StoredEntry[], fresh: readonly StoredEntry[]) => {
  const byId = new Map([...known, ...fresh].map((entry) => [entry.id, entry]))
  const targeted = new Set([...byId.values()].map((entry) => ('target' in entry ? entry.target : '')))
  const keys = new Set<string>()
  for (const entry of fresh) {
    if (entry.kind === 'settings') for (const key of cards.keys()) keys.add(key)
    if (MOVES_ITS_CARDS_ONLY.has(entry.kind) && !targeted.has(entry.id)) continue
    const target = 'target' in entry ? (byId.get(entry.target) ?? null) : null
    for (const key of touchedCards(entry, target)) keys.add(key)
  }
  return keys
}

/**
 * The cards that change when `fresh` joins a log that is folded into `cards`; null: the card is gone. Equal to a full
 * replay. `known` must hold every settings entry, every undo and regrade that targets one of `fresh`, the targets of
 * undos in `fresh`, and, for every touched card that some of `fresh` is not `isLater` than (or that an undo, a regrade
 * or an invalidation touches), what `replayCards` asks for. A settings entry in `fresh` touches every card.
 */
export const applyEntries = (
  cards: ReadonlyMap<string, CardState>,
  known: Iterable<StoredEntry>,
  fresh: readonly StoredEntry[],
): Map<string, CardState | null> => {
  const before = [...known]
  const all = [...before, ...fresh]
  const settings = logSettings(all)
  const slow = keysToReplay(cards, before, fresh)
  const changed = new Map<string, CardState | null>()
  for (const entry of [...fresh].sort(compareEntries)) {
    if (!MOVES_ITS_CARDS_ONLY.has(entry.kind)) continue
    for (const { factId, direction } of places(entry)) {
      const key = cardKey(factId, direction)
      const card = changed.get(key) ?? cards.get(key)
      if (!isLater(card, entry)) slow.add(key)
      if (slow.has(key)) continue
      const next = applyEntry(card, entry, factId, direction, settings)
      if (next && next !== card) changed.set(key, next)
    }
  }
  for (const [key, card] of slow.size > 0 ? replayCards(slow, all) : []) changed.set(key, card)
  return changed
}
