import 'server-only'
import { closesFor, mayBegin, NO_ALLOWANCE } from '#lib/quiz/index.ts'
import type { QuizDue } from '#lib/sync/index.ts'
import { isFor } from '../classes/assigned.ts'
import { db } from '../db.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { allowanceIn } from './quiz.ts'
import { newestFaces, type VersionFace } from './versions.ts'

/** What has closed stays in the list this long. */
const AFTER_MS = 7 * 86_400_000

const rowsFor = (userId: string, now: number) =>
  db().assignment.findMany({
    where: {
      ...{ kind: { in: ['quiz', 'live'] }, draft: false },
      class: { archivedAt: null, members: { some: { userId, role: 'learner' } } },
      OR: [{ closesAt: null }, { closesAt: { gt: new Date(now - AFTER_MS) } }, { extended: { some: { userId } } }],
      // A round has no hour at which it closes: it is over.
      NOT: { round: { is: { phase: 'over', since: { lt: new Date(now - AFTER_MS) } } } },
    },
    orderBy: { id: 'asc' },
    include: {
      round: { select: { phase: true } },
      extended: { where: { userId } },
      attempts: { where: { userId, number: { gt: 0 } }, select: { handedInAt: true } },
      class: {
        select: {
          title: true,
          members: {
            where: { role: 'instructor' },
            orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }],
            take: 1,
            select: { user: { select: { name: true } } },
          },
        },
      },
    },
  })

type Row = Awaited<ReturnType<typeof rowsFor>>[number]

const dueOf = (row: Row, { rules, title, language, questions }: VersionFace, now: number): QuizDue | null => {
  if (row.kind === 'study') return null
  const [extended] = row.extended
  const allowance = extended ? allowanceIn(extended) : NO_ALLOWANCE
  const opening = {
    ...{ draft: row.draft, opensAt: row.opensAt?.getTime() ?? null, closesAt: row.closesAt?.getTime() ?? null },
  }
  const may = mayBegin(opening, rules, allowance, row.attempts.length, now)
  const isOver = row.kind === 'live' && row.round?.phase === 'over'
  const runs = row.attempts.some(({ handedInAt }) => handedInAt === null)
  const begun = row.attempts.length > 0
  const state = isOver
    ? begun
      ? 'done'
      : 'closed'
    : runs
      ? 'under-way'
      : may === 'yes'
        ? 'open'
        : may === 'used-up'
          ? 'done'
          : may
  return {
    ...{ assignmentId: row.id, classId: row.classId, kind: row.kind, title: row.title ?? title },
    ...{ language, classTitle: row.class.title, from: row.class.members[0]?.user.name ?? null },
    questions: Math.min(questions, rules.draw ?? Number.POSITIVE_INFINITY),
    limitMinutes: rules.limitMinutes === null ? null : rules.limitMinutes + allowance.extraMinutes,
    opensAt: opening.opensAt,
    closesAt: closesFor(opening, allowance),
    state: state === 'closed' && begun ? 'done' : state,
  }
}

const FOR_GOOD = Number.MAX_SAFE_INTEGER

/** The quizzes and live rounds that a learner's classes are set, the first to close first. */
export const quizzesDue = async (viewer: Viewer, now = Date.now()): Promise<QuizDue[]> => {
  authorise(viewer, 'read', { kind: 'learning', userId: viewer.userId })
  const rows = (await rowsFor(viewer.userId, now)).filter((row) => isFor(row, viewer.userId))
  const faces = await newestFaces(
    db(),
    rows.map(({ id }) => id),
  )
  const due = rows.flatMap((row) => {
    const face = faces.get(row.id)
    return (face && dueOf(row, face, now)) || []
  })
  return due.sort((a, b) => (a.closesAt ?? FOR_GOOD) - (b.closesAt ?? FOR_GOOD))
}
