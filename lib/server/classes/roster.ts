import 'server-only'
import { signInBase, signInNames } from '#lib/classes/index.ts'
import { judgeRoster, type LineProblem } from '#lib/lists/index.ts'
import { isIn } from '../admission.ts'
import { db, type Tx, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { newId } from '../ids.ts'
import { readRules } from '../installation.ts'
import { consume } from '../limits.ts'
import { enrolInShipped } from '../newcomer.ts'
import { note } from '../security-log.ts'
import { plainLogin } from '../sign-up-form.ts'
import type { Viewer } from '../viewer.ts'
import { t } from '../words.ts'
import { noteIn } from './events.ts'
import type { PeopleInput } from './people-input.ts'
import { signalIn } from './signal.ts'
import { requireIn } from './write.ts'

/** `inClass`: somebody of this name or address is in it; `hasAccount`: their account is theirs, they join by the code. */
export type RosterProblem = LineProblem | 'inClass' | 'hasAccount' | 'domain'

export type RosterRow = {
  readonly name: string
  readonly email: string | null
  /** What they would sign in with; null where a problem is in the way. */
  readonly login: string | null
  readonly problem: RosterProblem | null
}

/** Whether the viewer may make accounts for others here: where anybody may make one, and operators everywhere. */
export const mayEnlist = async (viewer: Viewer, tx: Tx = db()): Promise<boolean> =>
  viewer.role === 'operator' || (await readRules(tx)).signUp === 'open'

/** A name for everybody that nobody signs in with yet, in a few looks however many are taken. */
const freeLogins = async (tx: Tx, names: readonly string[]): Promise<string[]> => {
  const refused = new Map<string, number>()
  for (;;) {
    const logins = signInNames(names, refused)
    const found = await tx.user.findMany({ where: { login: { in: logins } }, select: { login: true } })
    if (found.length === 0) return logins
    const taken = new Set(found.map(({ login }) => login))
    const bases = new Set(names.filter((_, at) => taken.has(logins[at] ?? '')).map(signInBase))
    for (const base of bases) refused.set(base, (refused.get(base) ?? 0) + 1)
  }
}

type Rows = PeopleInput<'roster'>['rows']

/** Each row with what it would come to. */
const planned = async (tx: Tx, viewer: Viewer, classId: string, rows: Rows): Promise<RosterRow[]> => {
  const lines = judgeRoster(rows)
  const domains = viewer.role === 'operator' ? [] : (await readRules(tx)).domains
  const emails = lines.flatMap(({ email }) => email ?? [])
  const select = { email: true, classes: { where: { classId }, select: { classId: true } } } as const
  const accounts = await tx.user.findMany({ where: { email: { in: emails } }, select })
  const known = new Map(accounts.map(({ email, classes }) => [email, classes.length > 0] as const))
  const members = await tx.classMember.findMany({ where: { classId }, select: { user: { select: { name: true } } } })
  const here = new Set(members.map(({ user }) => plainLogin(user.name ?? '')))
  const problemOf = ({ name, email, problem }: (typeof lines)[number]): RosterProblem | null => {
    if (problem) return problem
    if (email !== null && known.has(email)) return known.get(email) ? 'inClass' : 'hasAccount'
    if (email === null && here.has(plainLogin(name))) return 'inClass'
    return isIn(domains, email) ? null : 'domain'
  }
  const judged = lines.map((line) => ({ ...line, problem: problemOf(line) }))
  const fine = judged.filter(({ problem }) => problem === null)
  const logins = await freeLogins(
    tx,
    fine.map(({ name }) => name),
  )
  const loginOf = new Map(fine.map(({ line }, at) => [line, logins[at] ?? null] as const))
  return judged.map(({ line, name, email, problem }) => ({ name, email, login: loginOf.get(line) ?? null, problem }))
}

const requireOpen = async (tx: Tx, viewer: Viewer, classId: string): Promise<void> => {
  await requireIn(tx, viewer, classId, 'enlist')
  if (!(await mayEnlist(viewer, tx))) throw new Refusal('sign-up-closed', t('roster.closed'))
  const { archivedAt } = await tx.class.findUniqueOrThrow({ where: { id: classId }, select: { archivedAt: true } })
  if (archivedAt !== null) throw new Refusal('conflict', t('classes.isOver'))
}

/**
 * What a roster would come to, row by row; nothing is made. Throws `not-found`, `not-allowed`, `sign-up-closed`, `conflict` for a
 * class that is over, `too-many`.
 */
export const lookRoster = async (viewer: Viewer, { classId, rows }: PeopleInput<'roster'>): Promise<RosterRow[]> => {
  await requireOpen(db(), viewer, classId)
  await consume('roster', viewer.userId, rows.length)
  return planned(db(), viewer, classId, rows)
}

/** The accounts themselves, in the class; they take up what it was assigned when they first come. Nobody can sign in to them before they get a slip. */
const make = async (tx: Tx, classId: string, rows: readonly RosterRow[], now: Date): Promise<void> => {
  const people = rows.map(({ name, email, login }) => ({ id: newId(now.getTime()), name, email, login }))
  const userIds = people.map(({ id }) => id)
  const seen = { createdAt: now, lastSeenAt: now }
  await tx.user.createMany({ data: people.map((person) => ({ ...person, kind: 'member' as const, ...seen })) })
  const role = 'learner' as const
  await tx.classMember.createMany({ data: userIds.map((userId) => ({ classId, userId, role, joinedAt: now })) })
  await enrolInShipped(tx, userIds)
}

/**
 * Makes an account for every row without a problem, and a learner of the class; all of them or, where that fails, none. Returns
 * how many. Throws as `lookRoster`, and `conflict` where somebody took one of the names at that moment.
 */
export const enlist = async (
  viewer: Viewer,
  { classId, rows }: PeopleInput<'roster'>,
  now = new Date(),
): Promise<{ readonly made: number }> => {
  await requireOpen(db(), viewer, classId)
  await consume('roster', viewer.userId, rows.length)
  const made = await transaction(async (tx) => {
    await requireOpen(tx, viewer, classId)
    const fine = (await planned(tx, viewer, classId, rows)).filter(({ problem }) => problem === null)
    if (fine.length === 0) return 0
    await make(tx, classId, fine, now)
    await noteIn(tx, { classId, kind: 'enrolled', actorId: viewer.userId, detail: { number: fine.length } })
    await signalIn(tx, classId, 'roster')
    return fine.length
  }).catch((thrown: unknown) => {
    throw (thrown as { code?: unknown }).code === 'P2002' ? new Refusal('conflict', t('roster.takenMeanwhile')) : thrown
  })
  if (made > 0) await note('accounts-made', { by: viewer, detail: { accounts: made } })
  return { made }
}
