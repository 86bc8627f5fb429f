import {
  applyEntry,
  type CardState,
  cardKey,
  cardKeysOf,
  compareEntries,
  type Direction,
  foldCards,
  type LogSettings,
  logSettings,
  replayCards,
  type StoredEntry,
} from '#lib/log/index.ts'
import type { CardRow, EntryRow, Writing } from './database.ts'

/** Settings name no card; they are found under this key instead. */
const SETTINGS = 'settings'

export const rowOf = (entry: StoredEntry): EntryRow => ({
  id: entry.id,
  effectiveAt: entry.effectiveAt,
  keys: entry.kind === 'settings' ? [SETTINGS] : cardKeysOf(entry),
  ...('target' in entry ? { target: entry.target } : {}),
  entry,
})

type Named = { key: string; factId: string; direction: Direction }

const namedBy = (entry: StoredEntry): Named[] => {
  if (entry.kind === 'review')
    return entry.grades.map(({ factId, direction }) => ({ key: cardKey(factId, direction), factId, direction }))
  if ('direction' in entry) {
    const { factId, direction } = entry
    return [{ key: cardKey(factId, direction), factId, direction }]
  }
  return []
}

const entriesUnder = async (tx: Writing, key: string): Promise<StoredEntry[]> =>
  (await tx.objectStore('entries').index('keys').getAll(key)).map((row) => row.entry)

const targeting = async (tx: Writing, id: string): Promise<StoredEntry[]> =>
  (await tx.objectStore('entries').index('target').getAll(id)).map((row) => row.entry)

const replay = async (tx: Writing, keys: ReadonlySet<string>, settings: readonly StoredEntry[]): Promise<void> => {
  const cards = tx.objectStore('cards')
  for (const key of keys) {
    const named = await entriesUnder(tx, key)
    const speakingOf = await Promise.all(named.map((entry) => targeting(tx, entry.id)))
    const state = replayCards([key], [...named, ...speakingOf.flat(), ...settings]).get(key)
    const through = Math.max(0, ...named.map((entry) => entry.effectiveAt))
    if (state) await cards.put({ key, state, through })
    else await cards.delete(key)
  }
}

/** Makes every card of the log anew. */
export const foldAll = async (tx: Writing): Promise<void> => {
  const all = (await tx.objectStore('entries').getAll()).map((row) => row.entry)
  const through = new Map<string, number>()
  for (const entry of all)
    for (const key of cardKeysOf(entry)) through.set(key, Math.max(through.get(key) ?? 0, entry.effectiveAt))
  const cards = tx.objectStore('cards')
  await cards.clear()
  for (const [key, state] of foldCards(all)) await cards.put({ key, state, through: through.get(key) ?? 0 })
}

/** Applies an entry that comes after everything its cards hold; false, with nothing changed, where it does not. */
const applyInOrder = async (tx: Writing, entry: StoredEntry, settings: LogSettings): Promise<boolean> => {
  const named = namedBy(entry)
  if (named.length === 0) return false
  if ((await tx.objectStore('entries').index('target').count(entry.id)) > 0) return false
  const cards = tx.objectStore('cards')
  const rows = await Promise.all(named.map(({ key }) => cards.get(key)))
  const places = await Promise.all(
    named.map(async ({ key }, i) => {
      const row = rows[i]
      // Without a card there may still be entries that made none, such as a changed answer that waits for one.
      return row ? row.through < entry.effectiveAt : (await tx.objectStore('entries').index('keys').count(key)) === 1
    }),
  )
  if (!places.every(Boolean)) return false
  for (const [i, { key, factId, direction }] of named.entries()) {
    const state: CardState | undefined = applyEntry(rows[i]?.state, entry, factId, direction, settings)
    const row: CardRow | null = state ? { key, state, through: entry.effectiveAt } : null
    if (row) await cards.put(row)
  }
  return true
}

/** The keys of the cards that an entry changes: an undo's are those of what it takes back, where that is known. */
export const disturbedBy = async (tx: Writing, entry: StoredEntry): Promise<string[]> => {
  if (entry.kind !== 'undo') return cardKeysOf(entry)
  return (await tx.objectStore('entries').get(entry.target))?.keys ?? []
}

/**
 * Brings the cards up to date with entries that have just been written to the same transaction: `fresh` ones are applied
 * where they come in order, else their cards are replayed; so are those of `moved` ones, which were folded already and
 * have changed or gone. The result is always that of a full fold.
 */
export const foldIn = async (
  tx: Writing,
  fresh: readonly StoredEntry[],
  moved: readonly StoredEntry[] = [],
): Promise<void> => {
  if ([...fresh, ...moved].some((entry) => entry.kind === 'settings')) return foldAll(tx)
  const settingsEntries = await entriesUnder(tx, SETTINGS)
  const settings = logSettings(settingsEntries)
  const dirty = new Set<string>()
  for (const entry of moved) for (const key of await disturbedBy(tx, entry)) dirty.add(key)
  for (const entry of [...fresh].sort(compareEntries)) {
    const keys = await disturbedBy(tx, entry)
    const clean = entry.kind !== 'undo' && entry.kind !== 'regrade' && !keys.some((key) => dirty.has(key))
    if (clean && (await applyInOrder(tx, entry, settings))) continue
    for (const key of keys) dirty.add(key)
  }
  await replay(tx, dirty, settingsEntries)
}
