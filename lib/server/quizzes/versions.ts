import 'server-only'
import type { Mending, QuizRules } from '#lib/quiz/index.ts'
import type { Pack } from '#lib/session/index.ts'
import type { Tx } from '../db.ts'
import { Refusal } from '../errors.ts'

export type QuizVersion = {
  readonly id: string
  readonly assignmentId: string
  readonly version: number
  readonly rules: QuizRules
  readonly bank: Pack
}

/** Versions never change: the last few that were asked for are kept, since a whole class starts on one. */
const KEPT = 64
const known = globalThis as { footnoteQuizVersions?: Map<string, QuizVersion> }

const keep = (version: QuizVersion): QuizVersion => {
  known.footnoteQuizVersions ??= new Map()
  const kept = known.footnoteQuizVersions
  kept.set(version.id, version)
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
  }
  return version
}

/** One version of a quiz. Throws `not-found`. */
export const versionOf = async (tx: Tx, versionId: string): Promise<QuizVersion> => {
  const kept = known.footnoteQuizVersions?.get(versionId)
  if (kept) return kept
  const row = await tx.quizVersion.findUnique({ where: { id: versionId } })
  if (!row) throw new Refusal('not-found')
  const { id, assignmentId, version } = row
  return keep({
    ...{ id, assignmentId, version },
    ...{ rules: row.rules as unknown as QuizRules, bank: row.bank as unknown as Pack },
  })
}

/** The version by which a quiz is begun now. Throws `not-found`. */
export const newestVersion = async (tx: Tx, assignmentId: string): Promise<QuizVersion> => {
  const row = await tx.quizVersion.findFirst({
    where: { assignmentId },
    orderBy: { version: 'desc' },
    select: { id: true },
  })
  if (!row) throw new Refusal('not-found')
  return versionOf(tx, row.id)
}

/** What was put right in a quiz and not taken back, the first first. */
export const mendsOf = async (tx: Tx, assignmentId: string): Promise<Mending[]> => {
  const rows = await tx.mend.findMany({ where: { assignmentId, undoneAt: null }, orderBy: { id: 'asc' } })
  return rows.map(({ questionId, kind, answer }) => ({
    ...{ questionId, kind: kind as Mending['kind'], answer: answer as Mending['answer'] },
  }))
}
