import 'server-only'
import { db, type Tx, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { consume } from '../limits.ts'
import { mailWorks } from '../mail.ts'
import type { Viewer } from '../viewer.ts'
import { t } from '../words.ts'
import { addressesOf, mailNotice } from './notice-mail.ts'
import type { PeopleInput } from './people-input.ts'
import { signalIn } from './signal.ts'
import { requireIn } from './write.ts'

/** What became of a notice. */
export type Told = {
  readonly noticeId: string
  /** To how many learners it went. */
  readonly to: number
  /** Letters that went so far, of how many; `going`: the rest is under way. Null: none were asked for. */
  readonly mail: { readonly sent: number; readonly of: number; readonly going: boolean } | null
}

/** How long whoever writes waits for the letters; the rest goes without them. */
const PATIENCE_MS = 10_000

/** The learners it is for. Throws `not-found` for whoever is none of the class's, `conflict` where there are none. */
const addressees = async (tx: Tx, classId: string, toIds: readonly string[] | null): Promise<string[]> => {
  const learners = await tx.classMember.findMany({ where: { classId, role: 'learner' }, select: { userId: true } })
  const all = new Set(learners.map(({ userId }) => userId))
  if (all.size === 0) throw new Refusal('conflict', t('notices.nobody'))
  const wanted = [...new Set(toIds ?? all)]
  if (wanted.some((userId) => !all.has(userId))) throw new Refusal('not-found')
  return wanted
}

/** Throws unless it is an assignment of the class that learners can see. */
const requireSeen = async (tx: Tx, classId: string, assignmentId: string, now: Date): Promise<void> => {
  const found = await tx.assignment.findFirst({ where: { id: assignmentId, classId } })
  if (!found) throw new Refusal('not-found')
  if (found.draft || (found.opensAt !== null && found.opensAt > now))
    throw new Refusal('conflict', t('notices.notSeenYet'))
}

const mailed = async (
  said: Parameters<typeof mailNotice>[0],
  addresses: readonly string[],
): Promise<NonNullable<Told['mail']>> => {
  const mailing = await mailNotice(said, addresses)
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<'going'>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, 'going')
  })
  const going = (await Promise.race([mailing.done, patience])) === 'going'
  clearTimeout(timer)
  return { sent: mailing.sent, of: mailing.of, going }
}

/**
 * Tells a class something, or some of its learners, here and, where that is asked for and mail is set up, by e-mail. What the
 * mail server does afterwards changes nothing about the notice. Throws `not-found`, `not-allowed`, `conflict` for a class that is
 * over or has no learners and for what learners cannot see yet, `too-many`.
 */
export const writeNotice = async (
  viewer: Viewer,
  { classId, text, toIds, assignmentId, mail }: PeopleInput<'notice'>,
  now = new Date(),
): Promise<Told> => {
  await requireIn(db(), viewer, classId, 'teach')
  await consume('notices', viewer.userId)
  const byMail = mail && mailWorks()
  const made = await transaction(async (tx) => {
    await requireIn(tx, viewer, classId, 'teach')
    const { archivedAt } = await tx.class.findUniqueOrThrow({ where: { id: classId }, select: { archivedAt: true } })
    if (archivedAt !== null) throw new Refusal('conflict', t('classes.isOver'))
    const to = await addressees(tx, classId, toIds)
    if (assignmentId !== null) await requireSeen(tx, classId, assignmentId, now)
    const about = { ...(toIds === null ? {} : { toIds: to }), ...(assignmentId === null ? {} : { assignmentId }) }
    const { id: noticeId, author } = await tx.notice.create({
      data: { classId, authorId: viewer.userId, text, ...about, ...(byMail ? { mailed: 0 } : {}), at: now },
      select: { id: true, author: { select: { name: true } } },
    })
    await signalIn(tx, classId, 'notices', assignmentId ?? undefined)
    return {
      noticeId,
      to: to.length,
      author: author?.name ?? null,
      addresses: byMail ? await addressesOf(tx, classId, to) : [],
    }
  })
  const { noticeId, to, author, addresses } = made
  return { noticeId, to, mail: byMail ? await mailed({ noticeId, classId, text, author }, addresses) : null }
}

/** Takes a notice back: by who wrote it and still teaches there, or who leads the class. Throws `not-found`, `not-allowed`. */
export const deleteNotice = async (viewer: Viewer, { noticeId }: PeopleInput<'one'>): Promise<void> => {
  await transaction(async (tx) => {
    const found = await tx.notice.findUnique({ where: { id: noticeId }, select: { classId: true, authorId: true } })
    if (!found) throw new Refusal('not-found')
    const { classId, authorId } = found
    await requireIn(tx, viewer, classId, authorId === viewer.userId ? 'teach' : 'change')
    await tx.notice.delete({ where: { id: noticeId } })
    await signalIn(tx, classId, 'notices')
  })
}

/** Whether what a class is told comes to the viewer by e-mail too. Throws `not-found`. */
export const setLetters = async (viewer: Viewer, { classId, on }: PeopleInput<'letters'>): Promise<void> => {
  await requireIn(db(), viewer, classId, 'read')
  await db().classMember.updateMany({ where: { classId, userId: viewer.userId }, data: { letters: on } })
}
