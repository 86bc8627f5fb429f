import type { AttemptEntry, Exam, MinutesEntry, StoredEntry } from './entry.ts'

/** What a log says a learner plans, and the tests that they handed in, the first one first. */
export type Plans = {
  readonly exams: ReadonlyMap<string, Exam>
  /** Null: they have said nothing of their minutes. */
  readonly minutes: Pick<MinutesEntry, 'weekdays' | 'dates'> | null
  readonly sittings: readonly AttemptEntry[]
}

const PLANNING = new Set(['exam', 'minutes', 'attempt', 'undo'])

/** `entries`: the log in its total order, repeats allowed; of what is said twice the last one counts. */
export const plansOf = (entries: readonly StoredEntry[]): Plans => {
  const said = entries.filter(({ kind }) => PLANNING.has(kind))
  const undone = new Set(said.flatMap((entry) => (entry.kind === 'undo' ? [entry.target] : [])))
  const exams = new Map<string, Exam>()
  const sittings = new Map<string, AttemptEntry>()
  let minutes: Plans['minutes'] = null
  for (const entry of said) {
    if (undone.has(entry.id)) continue
    if (entry.kind === 'minutes') minutes = entry
    if (entry.kind === 'attempt') sittings.set(entry.attemptId, entry)
    if (entry.kind !== 'exam') continue
    if (entry.exam) exams.set(entry.examId, entry.exam)
    else exams.delete(entry.examId)
  }
  return { exams, minutes, sittings: [...sittings.values()] }
}
