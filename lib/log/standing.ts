import { cardKey } from './card.ts'
import type { Grade, ReviewEntry, StoredEntry } from './entry.ts'
import { compareEntries } from './order.ts'

/** Of two copies of one entry the acknowledged one counts; otherwise the earlier in the order. */
const better = (a: StoredEntry, b: StoredEntry): StoredEntry => {
  if ((a.serverSeq === undefined) !== (b.serverSeq === undefined)) return a.serverSeq === undefined ? b : a
  return compareEntries(a, b) <= 0 ? a : b
}

const once = (entries: Iterable<StoredEntry>): Map<string, StoredEntry> => {
  const byId = new Map<string, StoredEntry>()
  for (const entry of entries) {
    const known = byId.get(entry.id)
    byId.set(entry.id, known ? better(known, entry) : entry)
  }
  return byId
}

/** Ids of the entries that are taken back. Only what a learner's device appends can be, and never an undo. */
const takenBack = (byId: ReadonlyMap<string, StoredEntry>): Set<string> => {
  const ids = new Set<string>()
  for (const entry of byId.values()) {
    if (entry.kind !== 'undo') continue
    const target = byId.get(entry.target)
    if (target && !['undo', 'settings', 'invalidate', 'regrade'].includes(target.kind)) ids.add(target.id)
  }
  return ids
}

const regraded = (review: ReviewEntry & { effectiveAt: number }, grades: ReadonlyMap<string, Grade>): Grade[] =>
  review.grades.map((grade) => {
    const later = grades.get(cardKey(grade.factId, grade.direction))
    return later ? { ...grade, rating: later.rating } : grade
  })

/**
 * The log as it stands: every entry once, none that was taken back, regrades worked into the answers they speak of, in
 * the total order. Undo and regrade entries themselves are left out; one whose target is unknown waits without effect.
 */
export const standingEntries = (entries: Iterable<StoredEntry>): StoredEntry[] => {
  const byId = once(entries)
  const undone = takenBack(byId)
  const standing = [...byId.values()].filter((entry) => !undone.has(entry.id)).sort(compareEntries)
  const grades = new Map<string, Map<string, Grade>>()
  for (const entry of standing) {
    if (entry.kind !== 'regrade') continue
    const ofTarget = grades.get(entry.target) ?? new Map<string, Grade>()
    for (const grade of entry.grades) ofTarget.set(cardKey(grade.factId, grade.direction), grade)
    grades.set(entry.target, ofTarget)
  }
  return standing
    .filter((entry) => entry.kind !== 'undo' && entry.kind !== 'regrade')
    .map((entry) => {
      const later = entry.kind === 'review' ? grades.get(entry.id) : undefined
      return entry.kind === 'review' && later ? { ...entry, grades: regraded(entry, later) } : entry
    })
}

/** An answer as the log keeps it. */
export type StoredReview = ReviewEntry & { effectiveAt: number; serverSeq?: number }

/** The answers that stand, in order, practice among them. */
export const standingReviews = (entries: Iterable<StoredEntry>): StoredReview[] =>
  standingEntries(entries).filter((entry) => entry.kind === 'review')
