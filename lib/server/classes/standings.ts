import 'server-only'
import { type FactMemory, readAnew, type Standing, standingOf } from '#lib/gradebook/index.ts'
import { db, type Tx, transaction } from '../db.ts'
import { asJson, jsonList, rowsAsJson, withRows } from '../json-rows.ts'
import type { AssignedFacts } from './assigned-facts.ts'
import { answersSeen, answersToSome, factsMoved } from './seen-answers.ts'

/** Standings by assignment and by learner. */
export type Standings = ReadonlyMap<string, ReadonlyMap<string, Standing>>

type Key = {
  readonly assignmentId: string
  readonly userId: string
  readonly logSeq: number
  readonly setVersionId: string
}
type Fresh = Key & { readonly standing: Standing }
type IsTheirs = (assignmentId: string, userId: string) => boolean
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
      ${withRows(
        COLUMNS,
        rows.slice(from, from + KEPT_AT_ONCE).map(({ standing, ...key }) => ({ ...key, ...standing })),
      )}
      SELECT r."assignmentId", r."userId", r."logSeq", r."setVersionId", r."memories", r."answers", r."selfRated",
        r."spentMs", r."lastDay" FROM r
      WHERE EXISTS (SELECT 1 FROM "Assignment" a JOIN "ClassMember" m ON m."classId" = a."classId"
        WHERE a."id" = r."assignmentId" AND m."userId" = r."userId")
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

/** What is kept of a learner whose log went on: that of its facts of which nothing was said since still holds. */
type Older = { readonly key: Key; readonly standing: Standing; readonly asked: AssignedFacts }

/** Standings brought up to the learners' logs, by reading only what these have spoken of since; those that changed apart. */
const broughtUp = async (classId: string, older: readonly Older[], logs: ReadonlyMap<string, number>) => {
  const since = new Map<string, number>()
  for (const { key } of older) since.set(key.userId, Math.min(since.get(key.userId) ?? key.logSeq, key.logSeq))
  const spokenOf = await factsMoved(since)
  const wanted = new Map<string, Set<string>>()
  const moved = older.map((one) => {
    const { userId } = one.key
    const factIds = new Set(one.asked.factIds.filter((factId) => spokenOf.get(userId)?.has(factId)))
    wanted.set(userId, new Set([...(wanted.get(userId) ?? []), ...factIds]))
    return { ...one, factIds }
  })
  const answers = await answersToSome(classId, wanted)
  return moved.map(({ key, standing, factIds }) => {
    const theirs = (answers.get(key.userId) ?? []).filter(({ factId }) => factIds.has(factId))
    const now = factIds.size === 0 ? standing : readAnew(standing, factIds, theirs)
    return { before: key.logSeq, changed: factIds.size > 0, ...key, logSeq: logs.get(key.userId) ?? 0, standing: now }
  })
}

type BroughtUp = Awaited<ReturnType<typeof broughtUp>>[number]

/** Notes that standings hold for longer logs. Who wrote one anew meanwhile knew better. */
const stillHold = async (tx: Tx, rows: readonly BroughtUp[]): Promise<void> => {
  if (rows.length === 0) return
  const columns = { assignmentId: 'text', userId: 'text', before: 'integer', logSeq: 'integer' } as const
  await tx.$executeRaw`${withRows<keyof typeof columns>(columns, rows)} UPDATE "StudyStanding" SET "logSeq" = r."logSeq" FROM r
    WHERE "StudyStanding"."assignmentId" = r."assignmentId" AND "StudyStanding"."userId" = r."userId"
      AND "StudyStanding"."logSeq" = r."before"`
}

/**
 * How learners of a class stand with what it was assigned for study, from the answers that those who teach may see. What is kept
 * holds while a learner's log and the set's version are those it was made from. Where a log went on, the facts that it has
 * spoken of since are read anew, of all learners in one go; where there is another version, or nothing, all of them are.
 * `isTheirs`: what is not for somebody tells nothing of them.
 */
export const standingsIn = async (
  classId: string,
  userIds: readonly string[],
  assigned: ReadonlyMap<string, AssignedFacts>,
  isTheirs: IsTheirs,
): Promise<Standings> => {
  const found = new Map([...assigned.keys()].map((id) => [id, new Map<string, Standing>()]))
  if (userIds.length === 0 || assigned.size === 0) return found
  const logs = new Map((await readersOf(userIds)).map(({ userId, logSeq }) => [userId, logSeq]))
  const older: Older[] = []
  for (const kept of await keptFor([...assigned.keys()], userIds)) {
    const [assignmentId, userId, logSeq, setVersionId, memories, answers, selfRated, spentMs, lastDay] = kept
    const asked = assigned.get(assignmentId)
    if (!asked || !isTheirs(assignmentId, userId)) continue
    if (!logs.has(userId) || setVersionId !== asked.setVersionId) continue
    const standing = { memories, answers, selfRated, spentMs, lastDay }
    found.get(assignmentId)?.set(userId, standing)
    if (logSeq !== logs.get(userId))
      older.push({ key: { assignmentId, userId, logSeq, setVersionId }, standing, asked })
  }
  const up = older.length > 0 ? await broughtUp(classId, older, logs) : []
  for (const { assignmentId, userId, standing } of up) found.get(assignmentId)?.set(userId, standing)
  const fresh = await madeAnew(classId, found, assigned, logs, isTheirs)
  for (const { assignmentId, userId, standing } of fresh) found.get(assignmentId)?.set(userId, standing)
  const changed = [...fresh, ...up.filter((one) => one.changed)]
  const same = up.filter((one) => !one.changed)
  if (changed.length + same.length > 0)
    await transaction(async (tx) => {
      await keep(tx, changed)
      await stillHold(tx, same)
    })
  return found
}

/** Standings of which nothing is kept that holds, made of all the answers there are. */
const madeAnew = async (
  classId: string,
  found: Standings,
  assigned: ReadonlyMap<string, AssignedFacts>,
  logs: ReadonlyMap<string, number>,
  isTheirs: IsTheirs,
): Promise<Fresh[]> => {
  const missing = [...found].flatMap(([assignmentId, known]) => {
    const asked = assigned.get(assignmentId)
    const userIds = [...logs.keys()].filter((userId) => !known.has(userId) && isTheirs(assignmentId, userId))
    return asked && userIds.length > 0 ? [{ assignmentId, userIds, ...asked }] : []
  })
  const [learners, facts] = [missing.flatMap((one) => one.userIds), missing.flatMap((one) => one.factIds)]
  const answers = await answersSeen(classId, [...new Set(learners)], [...new Set(facts)])
  return missing.flatMap(({ assignmentId, userIds, factIds, setVersionId }) => {
    const asked = new Set(factIds)
    return userIds.map((userId) => {
      const standing = standingOf((answers.get(userId) ?? []).filter(({ factId }) => asked.has(factId)))
      return { assignmentId, userId, logSeq: logs.get(userId) ?? 0, setVersionId, standing }
    })
  })
}

/** Forgets how somebody stood in a class that they leave: who comes back is seen from then on only. */
export const forgetStandings = async (tx: Tx, classId: string, userId: string): Promise<void> => {
  await tx.studyStanding.deleteMany({ where: { userId, assignment: { classId } } })
}
