import 'server-only'
import type { AssignmentKind } from '#lib/generated/sqlite/client.ts'
import { db } from '../db.ts'
import { Refusal } from '../errors.ts'
import { jsonList } from '../json-rows.ts'
import type { Viewer } from '../viewer.ts'
import { formatDate, t } from '../words.ts'
import { assignedFacts } from './assigned-facts.ts'
import { type Told, writeNotice } from './notices.ts'
import { titleOf } from './notices-read.ts'
import type { PeopleInput } from './people-input.ts'
import { requireIn } from './write.ts'

/** Learners who have answered nothing of some facts since they joined, other than in practice. */
const metNothing = async (classId: string, factIds: readonly string[]): Promise<string[]> => {
  const rows = await db().$queryRaw<{ userId: string }[]>`SELECT m."userId" FROM "ClassMember" m
    WHERE m."classId" = ${classId} AND CAST(m."role" AS TEXT) = ${'learner'} AND NOT EXISTS (SELECT 1 FROM "Grade" g
      JOIN "Entry" e ON e."userId" = g."userId" AND e."id" = g."entryId" AND e."kind" = ${'review'}
        AND e."body" NOT LIKE ${'%"context":"practice"%'}
      WHERE g."userId" = m."userId" AND g."factId" IN ${jsonList(factIds)} AND g."rating" IS NOT NULL
        AND g."effectiveAt" >= m."joinedAt"
        AND NOT EXISTS (SELECT 1 FROM "Entry" u WHERE u."userId" = e."userId" AND u."target" = e."id" AND u."kind" = ${'undo'}))
    ORDER BY m."userId"`
  return rows.map(({ userId }) => userId)
}

/** Learners who have handed in no attempt of a quiz; a preview is none. */
const notHandedIn = async (classId: string, assignmentId: string): Promise<string[]> => {
  const handedIn = { assignmentId, number: { gt: 0 }, handedInAt: { not: null } }
  const rows = await db().classMember.findMany({
    where: { classId, role: 'learner', user: { quizzes: { none: handedIn } } },
    orderBy: { userId: 'asc' },
    select: { userId: true },
  })
  return rows.map(({ userId }) => userId)
}

type Found = {
  readonly id: string
  readonly classId: string
  readonly setId: string
  readonly kind: AssignmentKind
  readonly sections: unknown
  readonly toIds: unknown
}

const waitedFor = async ({ id, classId, setId, kind, sections, toIds }: Found): Promise<string[]> => {
  const open =
    kind === 'quiz'
      ? await notHandedIn(classId, id)
      : await metNothing(classId, (await assignedFacts([{ id, setId, sections }])).get(id)?.factIds ?? [])
  const meant = toIds === null ? null : new Set(toIds as string[])
  return open.filter((userId) => meant === null || meant.has(userId))
}

/**
 * Reminds of what was assigned whoever has not handed in or, where it is to be studied, has met nothing of it. Throws
 * `not-found`, `not-allowed`, `bad-request` for a live round, `conflict` where nobody is left, and as `writeNotice`.
 */
export const remind = async (viewer: Viewer, { assignmentId }: PeopleInput<'remind'>): Promise<Told> => {
  const versions = { orderBy: { version: 'desc' as const }, take: 1, select: { title: true } }
  const found = await db().assignment.findUnique({
    where: { id: assignmentId },
    include: { set: { select: { versions } } },
  })
  if (!found) throw new Refusal('not-found')
  const { classId, kind, dueDate } = found
  await requireIn(db(), viewer, classId, 'teach')
  if (kind === 'live') throw new Refusal('bad-request')
  const toIds = await waitedFor(found)
  if (toIds.length === 0) throw new Refusal('conflict', t('notices.allBegun'))
  const title = titleOf(found)
  const date = dueDate === null ? null : formatDate(Date.parse(`${dueDate}T00:00:00Z`), 'whole', 'UTC')
  const text =
    kind === 'quiz' || date === null ? t('notices.remindQuiz', { title }) : t('notices.remindStudy', { title, date })
  return writeNotice(viewer, { classId, text, toIds, assignmentId, mail: true })
}
