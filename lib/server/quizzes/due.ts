import 'server-only'
import { closesFor, mayBegin, NO_ALLOWANCE } from '#lib/quiz/index.ts'
import type { QuizDue } from '#lib/sync/index.ts'
import { db } from '../db.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { allowanceIn } from './quiz.ts'
import { versionOf } from './versions.ts'

/** What has closed stays in the list this long. */
const AFTER_MS = 7 * 86_400_000

const rowsFor = (userId: string, now: number) =>
  db().assignment.findMany({
    where: {
      ...{ kind: { in: ['quiz', 'live'] }, draft: false },
      class: { archivedAt: null, members: { some: { userId, role: 'learner' } } },
      OR: [{ closesAt: null }, { closesAt: { gt: new Date(now - AFTER_MS) } }, { extended: { some: { userId } } }],
    },
    orderBy: { id: 'asc' },
    include: {
      round: { select: { phase: true } },
      versions: { orderBy: { version: 'desc' }, take: 1, select: { id: true } },
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

const dueOf = async (row: Row, now: number): Promise<QuizDue | null> => {
  const [newest] = row.versions
  if (!newest || row.kind === 'study') return null
  const { rules, bank } = await versionOf(db(), newest.id)
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
    ...{ assignmentId: row.id, classId: row.classId, kind: row.kind, title: row.title ?? bank.title },
    ...{ language: bank.language, classTitle: row.class.title, from: row.class.members[0]?.user.name ?? null },
    questions: Math.min(bank.questions.length, rules.draw ?? Number.POSITIVE_INFINITY),
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
  const due: QuizDue[] = []
  for (const row of await rowsFor(viewer.userId, now)) {
    if (row.toIds !== null && !(row.toIds as string[]).includes(viewer.userId)) continue
    const one = await dueOf(row, now)
    if (one) due.push(one)
  }
  return due.sort((a, b) => (a.closesAt ?? FOR_GOOD) - (b.closesAt ?? FOR_GOOD))
}
