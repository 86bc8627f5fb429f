import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import * as signals from '#app/api/classes/[class]/signals/route.ts'
import type { Outcome } from '#lib/server/act.ts'
import { db } from '#lib/server/db.ts'
import { statusOf } from '#lib/server/errors.ts'
import { endSession } from '#lib/server/login-sessions.ts'
import { hashPassword } from '#lib/server/passwords.ts'
import { assignQuiz } from '#lib/server/quizzes/assign.ts'
import { beginQuiz } from '#lib/server/quizzes/attempt.ts'
import { startLiveFrom } from '#lib/server/quizzes/live/from.ts'
import { newSet } from '#lib/testing/drafts.ts'
import { newBrowser, newDatabase, newPerson, type Person } from '#lib/testing/people.ts'
import { asking } from './asking.ts'

/**
 * Who may call what, over HTTP. `owner` has a document, a set and an account of their own; the others come to the same
 * things with the same requests. `ended` has a session that was ended, `suspended` a live one of an account that is kept out.
 */
export const ACTORS = ['anonymous', 'guest', 'owner', 'other', 'operator', 'ended', 'suspended'] as const
export type Actor = (typeof ACTORS)[number]
/** Status codes, in the order of ACTORS. */
export type Statuses = readonly [number, number, number, number, number, number, number]
export type Row = {
  readonly entrance: string
  /** What is asked for there. */
  readonly what: string
  readonly call: (as: Person | null) => Promise<number>
  readonly expected: Statuses
}

export const FEED = 'f'.repeat(32)
export const PUSH = {
  ...{ endpoint: 'https://push.example.org/one', hour: 18, timeZone: 'Asia/Tokyo', language: 'en' },
  keys: { p256dh: 'k'.repeat(87), auth: 'a'.repeat(22) },
}
export const OWNED_SET = 'owners-set'
export const SHIPPED_SET = 'shipped-set'
export const SHARE_KEY = 'share-key'
/** A set made of a text of the owner’s and open to whoever has its link, with a fact of it and that one’s question. */
export let theirs = { setId: '', factId: '', questionId: '' }
/** Classes that the owner leads; the second is there to be deleted. */
export const CLASS = 'owners-class'
export const OTHER_CLASS = 'owners-other-class'
export const CLASS_CODE = 'BCDFGHJK'
/** A quiz in the owner’s class, with an attempt at previewing it. */
export let quiz = { assignmentId: '', attemptId: '' }
/** Of the first: a learner who has never been in, what it was assigned and told. */
export const ENLISTED = 'owners-learner'
export const ASSIGNMENT = 'owners-assignment'
export const KEPT_NOTICE = 'owners-kept-notice'
/** One that somebody else leads. */
export const OTHERS_CLASS = 'others-class'
/** A live round there. */
export let round = { assignmentId: '' }
export const PASSWORD = 'fig vine amber'
export const people = new Map<Actor, Person | null>()

/** Makes everybody and everything that is asked for; returns how to end that. */
export const setUp = async (): Promise<() => Promise<void>> => {
  const { end } = await newDatabase()
  const build = mkdtempSync(join(tmpdir(), 'footnote-build-'))
  writeFileSync(join(build, 'sw.js'), '')
  vi.stubEnv('FOOTNOTE_DIST_DIR', build)
  const passwordHash = await hashPassword(PASSWORD)
  const owner = await newPerson({ email: 'owner@example.org', passwordHash })
  const version = { version: 1, title: 'A set', language: 'en', aliases: [], contentHash: 'c', packHash: 'p' }
  for (const data of [
    { id: OWNED_SET, visibility: 'private' as const, ownerId: owner.viewer.userId },
    { id: SHIPPED_SET, visibility: 'public' as const },
  ]) {
    await db().questionSet.create({ data: { ...data, versions: { create: version } } })
  }
  await db().enrolment.create({ data: { userId: owner.viewer.userId, setId: OWNED_SET, addedAt: new Date() } })
  await db().calendarFeed.create({ data: { userId: (await newPerson()).viewer.userId, key: FEED } })
  theirs = await newDesk(owner.viewer.userId)
  for (const [id, joinCode] of [
    [CLASS, CLASS_CODE],
    [OTHER_CLASS, null],
  ] as const) {
    const leads = { userId: owner.viewer.userId, role: 'instructor' as const, joinedAt: new Date() }
    await db().class.create({ data: { id, title: 'Tides', joinCode, members: { create: leads } } })
  }
  quiz = await newQuiz(owner)
  const now = new Date()
  await db().user.create({
    data: {
      ...{ id: ENLISTED, kind: 'member', login: 'enlisted', name: 'Enlisted', createdAt: now, lastSeenAt: now },
      classes: { create: { classId: CLASS, role: 'learner', joinedAt: now } },
    },
  })
  await db().assignment.create({ data: { id: ASSIGNMENT, classId: CLASS, setId: SHIPPED_SET, kind: 'quiz' } })
  await db().notice.create({ data: { id: KEPT_NOTICE, classId: CLASS, text: 'Welcome.' } })
  round = await startLiveFrom(owner.viewer, { classId: CLASS, setId: theirs.setId, factIds: [theirs.factId] })
  people.set('anonymous', null)
  people.set('guest', await newPerson({ kind: 'guest' }))
  people.set('owner', owner)
  people.set('other', await newPerson({ email: 'other@example.org', passwordHash }))
  const elsewhere = { userId: idOf('other'), role: 'instructor' as const, joinedAt: new Date() }
  await db().class.create({ data: { id: OTHERS_CLASS, title: 'Reefs', members: { create: elsewhere } } })
  people.set('operator', await newPerson({ email: 'operator@example.org', passwordHash, role: 'operator' }))
  const ended = await newPerson({ email: 'ended@example.org', passwordHash })
  await endSession(ended.viewer.sessionId)
  people.set('ended', ended)
  const suspended = await newPerson({ email: 'suspended@example.org', passwordHash })
  await db().user.update({ where: { id: suspended.viewer.userId }, data: { suspendedAt: new Date() } })
  people.set('suspended', suspended)
  return end
}

const newDesk = async (ownerId: string): Promise<typeof theirs> => {
  const { setId } = await newSet({ ownerId, visibility: 'private' })
  await db().questionSet.update({ where: { id: setId }, data: { shareKey: SHARE_KEY } })
  const { factId, questionId } = await db().questionFact.findFirstOrThrow({ where: { fact: { fact: { ownerId } } } })
  return { setId, factId, questionId }
}

export const QUIZ_RULES = {
  ...{ limitMinutes: null, attempts: null, counts: 'best' as const, pass: null, shuffle: false, draw: null },
  ...{ feedback: 'after' as const, graceSeconds: 60 },
}
export const quizFor = (classId: string) => ({
  ...{ kind: 'quiz' as const, setId: theirs.setId, title: null, questionIds: [theirs.questionId], rules: QUIZ_RULES },
  ...{ classes: [{ classId, opensAt: null, closesAt: null }], draft: false, hides: false },
})
export const dropped = () => ({
  assignmentId: quiz.assignmentId,
  questionId: theirs.questionId,
  kind: 'drop',
  answer: null,
})

const newQuiz = async ({ viewer }: Person): Promise<typeof quiz> => {
  const { assignmentIds } = await assignQuiz(viewer, quizFor(CLASS))
  const assignmentId = assignmentIds[0] ?? ''
  return { assignmentId, attemptId: (await beginQuiz(viewer, assignmentId)).attemptId }
}

export type Route<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

/** Opens a class's signals, and leaves. */
export const listening =
  (classId: string) =>
  async (as: Person | null): Promise<number> => {
    const path = `/api/classes/${classId}/signals`
    const [name, value] = (as?.cookie ?? '').split('=')
    const browser = newBrowser('203.0.113.9', new Map(name && value ? [[name, value]] : []))
    const response = await browser.send(signals.GET, path, { class: classId })
    await response.body?.cancel()
    return response.status
  }

/** Calls a route as a browser of that person's would. */
export const route =
  <P>(
    handler: Route<P>,
    path: string,
    params: P,
    sent: { json?: unknown; form?: Record<string, string>; bytes?: Buffer; method?: string } = {},
  ) =>
  async (as: Person | null): Promise<number> => {
    const [name, value] = (as?.cookie ?? '').split('=')
    const jar = new Map(name && value ? [[name, value]] : [])
    return (await newBrowser('203.0.113.9', jar).send(handler, path, params, sent)).status
  }

export const action =
  (run: () => Promise<Outcome<unknown>>) =>
  async (as: Person | null): Promise<number> => {
    asking.current = as
    const outcome = await run()
    return outcome.ok ? 200 : statusOf(outcome.error.code)
  }

export const authRoute = (handler: Route<{ nextauth: string[] }>, path: string, form?: Record<string, string>) =>
  route(handler, `/api/auth/${path}`, { nextauth: path.split('/') }, form ? { form } : {})

export type Query = Readonly<Record<string, string>>
export type Page<P> = (props: {
  params: Promise<P & { lang: string }>
  searchParams: Promise<Query>
}) => Promise<unknown>

/** Opens a page as that person's browser would: 200, or what Next answers where the page ends in a redirect or in nothing. */
export const opening =
  <P = object>(page: Page<P>, params: () => P, query: Query = {}) =>
  async (as: Person | null): Promise<number> => {
    asking.current = as
    const props = { params: Promise.resolve({ lang: 'en', ...params() }), searchParams: Promise.resolve(query) }
    return page(props).then(
      () => 200,
      (thrown: { digest?: string }) => {
        const status = /;(\d{3})(;|$)/.exec(thrown.digest ?? '')?.[1]
        if (status === undefined) throw thrown
        return Number(status)
      },
    )
  }
export const nothing = () => ({})
export const idOf = (actor: Actor): string => people.get(actor)?.viewer.userId ?? ''

export const ACCOUNT_PAGES = 'app/[lang]/(account)'
export const OPERATOR_PAGES = 'app/[lang]/(operator)/operator'
export const CLASSES = 'app/[lang]/(teach)/classes'
/** To anyone but an operator a page that does not exist. */
export const OPERATOR_ONLY: Statuses = [404, 404, 404, 404, 200, 404, 404]
export const NOBODY: Statuses = [404, 404, 404, 404, 404, 404, 404]

export const TEACH = 'app/[lang]/(teach)'
export const DESK = `${TEACH}/desk/actions.ts`
/** What is one's own; to anyone else it does not exist. */
export const OWNERS: Statuses = [401, 404, 200, 404, 404, 401, 401]
export const OWNERS_PAGE: Statuses = [404, 404, 200, 404, 404, 404, 404]
