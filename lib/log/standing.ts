import { cardKey } from './card.ts'
import type { Grade, ReviewEntry, StoredEntry } from './entry.ts'
import { compareEntries } from './order.ts'

/** Of two copies of one entry the acknowledged one counts; otherwise the earlier in the order. */
const better = (a: StoredEntry, b: StoredEntry): StoredEntry => {
  if ((a.serverSeq === undefined) !== (b.serverSeq === undefined)) return a.serverSeq === undefined ? b : a
  return compareEntries(a, b) <= 0 ? a : b
}

type Told = { byId: Map<string, StoredEntry>; undos: StoredEntry[]; regrades: StoredEntry[] }

/** Every entry once, and those that speak of others: one pass, since a long log is dear to walk. */
const once = (entries: Iterable<StoredEntry>): Told => {
  const told: Told = { byId: new Map(), undos: [], regrades: [] }
  for (const entry of entries) {
    const known = told.byId.get(entry.id)
    told.byId.set(entry.id, known ? better(known, entry) : entry)
    if (entry.kind === 'undo') told.undos.push(entry)
    if (entry.kind === 'regrade') told.regrades.push(entry)
  }
  return told
}

const FINAL = new Set(['undo', 'settings', 'invalidate', 'regrade'])

/** Ids of the entries that are taken back. Only what a learner's device appends can be, and never an undo. */
const takenBack = ({ byId, undos }: Told): Set<string> => {
  const ids = new Set<string>()
  for (const undo of undos) {
    const target = undo.kind === 'undo' ? byId.get(undo.target) : undefined
    if (target && !FINAL.has(target.kind)) ids.add(target.id)
  }
  return ids
}

/** The grades that count in the end, by the answer they speak of and by card. */
const lastGrades = ({ regrades }: Told): Map<string, Map<string, Grade>> => {
  const grades = new Map<string, Map<string, Grade>>()
  for (const entry of regrades.sort(compareEntries)) {
    if (entry.kind !== 'regrade') continue
    const ofTarget = grades.get(entry.target) ?? new Map<string, Grade>()
    for (const grade of entry.grades) ofTarget.set(cardKey(grade.factId, grade.direction), grade)
    grades.set(entry.target, ofTarget)
  }
  return grades
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
  const told = once(entries)
  const undone = takenBack(told)
  const grades = lastGrades(told)
  const standing: StoredEntry[] = []
  let inOrder = true
  let last: StoredEntry | null = null
  for (const entry of told.byId.values()) {
    if (entry.kind === 'undo' || entry.kind === 'regrade' || undone.has(entry.id)) continue
    const later = entry.kind === 'review' ? grades.get(entry.id) : undefined
    standing.push(entry.kind === 'review' && later ? { ...entry, grades: regraded(entry, later) } : entry)
    inOrder &&= last === null || compareEntries(last, entry) < 0
    last = entry
  }
  return inOrder ? standing : standing.sort(compareEntries)
}

/** An answer as the log keeps it. */
export type StoredReview = ReviewEntry & { effectiveAt: number; serverSeq?: number }

/** The answers that stand, in order, practice among them. */
export const standingReviews = (entries: Iterable<StoredEntry>): StoredReview[] =>
  standingEntries(entries).filter((entry) => entry.kind === 'review')
