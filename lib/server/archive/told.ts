import 'server-only'
import type { Row, TOLD } from '#lib/interchange/index.ts'
import { db } from '../db.ts'
import { few, ownedAfter, paged, personsAfter, type Rows, rowsOf } from './pages.ts'

/** Whoever ran the installation is somebody else: that it was they is told, which of them is not. */
const withoutOthers = (detail: unknown): unknown => {
  if (typeof detail !== 'object' || detail === null || !('by' in detail)) return detail
  return { ...detail, by: 'an operator' }
}

async function* events(userId: string): Rows {
  for await (const page of paged((after) => db().securityEvent.findMany(personsAfter(userId, after))))
    for (const event of page) yield { ...event, detail: withoutOthers(event.detail) }
}

// Until a quiz may be talked about, an archive tells no more of it than its pages: not what was right.

const attempts = async (userId: string): Promise<Row[]> => {
  const rows = await db().quizAttempt.findMany({ where: { userId }, orderBy: { id: 'asc' } })
  return rows.map((row) => (row.loggedAt === null ? { ...row, points: null, outOf: null } : row))
}

const quizAnswers = async (userId: string): Promise<Row[]> => {
  const rows = await db().quizAnswer.findMany({
    where: { attempt: { userId } },
    orderBy: [{ attemptId: 'asc' }, { place: 'asc' }],
    include: { attempt: { select: { loggedAt: true } } },
  })
  return rows.map(({ attempt, ...row }) => (attempt.loggedAt === null ? { ...row, share: null } : row))
}

const publicHalf = (key: Row): Row => ({
  ...key,
  publicKey: Buffer.from(key.publicKey as Uint8Array).toString('base64url'),
  counter: String(key.counter),
})

/** What else is known of a person, to be read: by file, row by row. */
export const TOLD_OF: Readonly<Record<keyof typeof TOLD, (userId: string) => Rows>> = {
  profile: (id) => few(db().user.findMany({ where: { id }, omit: { passwordHash: true } })),
  rejected: (userId) => few(db().rejectedEntry.findMany({ where: { userId }, orderBy: { receivedAt: 'asc' } })),
  devices: (userId) => few(db().device.findMany({ where: { userId }, orderBy: { firstSeenAt: 'asc' } })),
  sessions: (userId) => rowsOf(paged((after) => db().loginSession.findMany(personsAfter(userId, after)))),
  identities: (userId) => few(db().identity.findMany({ where: { userId } })),
  passkeys: (userId) =>
    few(
      db()
        .passkey.findMany({ where: { userId } })
        .then((keys) => keys.map(publicHalf)),
    ),
  links: (userId) => few(db().oneTimeLink.findMany({ where: { userId }, omit: { tokenHash: true } })),
  events,
  flags: (userId) => rowsOf(paged((after) => db().flag.findMany(personsAfter(userId, after)))),
  feed: (userId) => few(db().calendarFeed.findMany({ where: { userId } })),
  pushes: (userId) => few(db().pushSubscription.findMany({ where: { userId } })),
  setReports: (userId) => few(db().setReport.findMany({ where: { userId }, orderBy: { id: 'asc' } })),
  classes: (userId) => few(db().classMember.findMany({ where: { userId }, orderBy: { joinedAt: 'asc' } })),
  classEvents: (userId) =>
    few(db().classEvent.findMany({ where: { OR: [{ actorId: userId }, { userId }] }, orderBy: { id: 'asc' } })),
  quizAttempts: (userId) => few(attempts(userId)),
  quizAnswers: (userId) => few(quizAnswers(userId)),
  extensions: (userId) => few(db().extension.findMany({ where: { userId }, orderBy: { assignmentId: 'asc' } })),
  notices: (authorId) => few(db().notice.findMany({ where: { authorId }, orderBy: { id: 'asc' } })),
  mends: (byId) => few(db().mend.findMany({ where: { byId }, orderBy: { id: 'asc' } })),
  jobs: (ownerId) => rowsOf(paged((after) => db().job.findMany(ownedAfter(ownerId, after)))),
}
