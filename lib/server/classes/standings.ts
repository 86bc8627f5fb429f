import 'server-only'
import { type FactMemory, type Standing, standingOf } from '#lib/gradebook/index.ts'
import { db, type Tx, transaction } from '../db.ts'
import { asJson, jsonList, rowsAsJson, withRows } from '../json-rows.ts'
import type { AssignedFacts } from './assigned-facts.ts'
import { answersSeen } from './seen-answers.ts'

/** Standings by assignment and by learner. */
export type Standings = ReadonlyMap<string, ReadonlyMap<string, Standing>>

type Key = {
  readonly assignmentId: string
  readonly userId: string
  readonly logSeq: number
  readonly setVersionId: string
}
type Fresh = Key & Standing
type Reader = { readonly userId: string; readonly logSeq: number }

/** Of whoever has done nothing. */
export const NOTHING: Standing = { memories: [], answers: 0, selfRated: 0, spentMs: 0, lastDay: null }

const COLUMNS = {
  ...({ assignmentId: 'text', userId: 'text', logSeq: 'integer', setVersionId: 'text', memories: 'jsonb' } as const),
  ...({ answers: 'integer', selfRated: 'integer', spentMs: 'float8', lastDay: 'integer' } as const),
}
const KEPT_AT_ONCE = 500

/** Keeps standings for the next view. Who or what went away meanwhile is passed over. */
const keep = async (tx: Tx, rows: readonly Fresh[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += KEPT_AT_ONCE)
    await tx.$executeRaw`INSERT INTO "StudyStanding"
      ("assignmentId", "userId", "logSeq", "setVersionId", "memories", "answers", "selfRated", "spentMs", "lastDay")
      ${withRows(COLUMNS, rows.slice(from, from + KEPT_AT_ONCE))}
      SELECT r."assignmentId", r."userId", r."logSeq", r."setVersionId", r."memories", r."answers", r."selfRated",
        r."spentMs", r."lastDay" FROM r
      WHERE EXISTS (SELECT 1 FROM "Assignment" a WHERE a."id" = r."assignmentId")
        AND EXISTS (SELECT 1 FROM "User" u WHERE u."id" = r."userId")
      ON CONFLICT ("assignmentId", "userId") DO UPDATE SET "logSeq" = excluded."logSeq",
        "setVersionId" = excluded."setVersionId", "memories" = excluded."memories", "answers" = excluded."answers",
        "selfRated" = excluded."selfRated", "spentMs" = excluded."spentMs", "lastDay" = excluded."lastDay"`
}

/** How far each learner's log goes. Read before the answers: an answer that comes between makes a standing old, never wrong. */
const readersOf = (userIds: readonly string[]): Promise<Reader[]> =>
  db().$queryRaw`SELECT "id" AS "userId", "logSeq" FROM "User" WHERE "id" IN ${jsonList(userIds)} ORDER BY "id"`

type Kept = readonly [
  ...[assignmentId: string, userId: string, logSeq: number, setVersionId: string, memories: FactMemory[]],
  ...[answers: number, selfRated: number, spentMs: number, lastDay: number | null],
]

const keptFor = async (assignmentIds: readonly string[], userIds: readonly string[]): Promise<readonly Kept[]> => {
  const columns = ['"assignmentId"', '"userId"', '"logSeq"', '"setVersionId"', asJson('"memories"')]
  const counts = ['"answers"', '"selfRated"', '"spentMs"', '"lastDay"']
  const rows = await db().$queryRaw<{ kept: string }[]>`SELECT ${rowsAsJson([...columns, ...counts])} AS "kept"
    FROM "StudyStanding" WHERE "assignmentId" IN ${jsonList(assignmentIds)} AND "userId" IN ${jsonList(userIds)}`
  return JSON.parse(rows[0]?.kept ?? '[]')
}

/**
 * How learners of a class stand with what it was assigned for study, from the answers that those who teach may see. What is kept
 * holds while a learner's log and the set's version are those it was made from; who moved is read anew, all of them in one go.
 */
export const standingsIn = async (
  classId: string,
  userIds: readonly string[],
  assigned: ReadonlyMap<string, AssignedFacts>,
): Promise<Standings> => {
  const found = new Map([...assigned.keys()].map((id) => [id, new Map<string, Standing>()]))
  if (userIds.length === 0 || assigned.size === 0) return found
  const logs = new Map((await readersOf(userIds)).map(({ userId, logSeq }) => [userId, logSeq]))
  for (const kept of await keptFor([...assigned.keys()], userIds)) {
    const [assignmentId, userId, logSeq, setVersionId, memories, answers, selfRated, spentMs, lastDay] = kept
    if (logSeq !== logs.get(userId) || setVersionId !== assigned.get(assignmentId)?.setVersionId) continue
    found.get(assignmentId)?.set(userId, { memories, answers, selfRated, spentMs, lastDay })
  }
  // By assignment, those of whom nothing is kept that still holds.
  const old = [...found].flatMap(([assignmentId, known]) => {
    const asked = assigned.get(assignmentId)
    const userIds = [...logs.keys()].filter((userId) => !known.has(userId))
    return asked && userIds.length > 0 ? [{ assignmentId, userIds, ...asked }] : []
  })
  if (old.length === 0) return found
  const [moved, facts] = [old.flatMap((one) => one.userIds), old.flatMap((one) => one.factIds)]
  const answers = await answersSeen(classId, [...new Set(moved)], [...new Set(facts)])
  const fresh: Fresh[] = []
  for (const { assignmentId, userIds, factIds, setVersionId } of old) {
    const asked = new Set(factIds)
    for (const userId of userIds) {
      const standing = standingOf((answers.get(userId) ?? []).filter(({ factId }) => asked.has(factId)))
      found.get(assignmentId)?.set(userId, standing)
      fresh.push({ assignmentId, userId, logSeq: logs.get(userId) ?? 0, setVersionId, ...standing })
    }
  }
  await transaction((tx) => keep(tx, fresh))
  return found
}

/** Forgets how somebody stood in a class that they leave: who comes back is seen from then on only. */
export const forgetStandings = async (tx: Tx, classId: string, userId: string): Promise<void> => {
  await tx.studyStanding.deleteMany({ where: { userId, assignment: { classId } } })
}
