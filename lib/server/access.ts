import 'server-only'
import type { Tx } from './db.ts'
import { jsonList } from './json-rows.ts'

/**
 * Of some facts those in a set that the user may answer: shipped, public, their own, or one they are enrolled in. A set that
 * was withheld meanwhile is still answered: what a phone asked before it heard of that was learned.
 */
export const readableFacts = async (tx: Tx, userId: string, factIds: readonly string[]): Promise<Set<string>> => {
  if (factIds.length === 0) return new Set()
  const rows = await tx.$queryRaw<{ factId: string }[]>`
    SELECT DISTINCT i."factId" FROM "SetItem" i
    JOIN "SetVersion" v ON v."id" = i."setVersionId" JOIN "QuestionSet" s ON s."id" = v."setId"
    WHERE i."factId" IN ${jsonList([...new Set(factIds)])} AND (s."ownerId" IS NULL OR s."visibility" = 'public'
      OR s."ownerId" = ${userId} OR EXISTS (SELECT 1 FROM "Enrolment" e WHERE e."userId" = ${userId} AND e."setId" = s."id"))`
  return new Set(rows.map(({ factId }) => factId))
}
