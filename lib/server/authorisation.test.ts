import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as password from '#app/api/account/password/route.ts'
import * as account from '#app/api/account/route.ts'
import * as attempts from '#app/api/attempts/[attempt]/route.ts'
import * as auth from '#app/api/auth/[...nextauth]/route.ts'
import * as calendar from '#app/api/calendar/[key]/route.ts'
import * as checking from '#app/api/check/route.ts'
import * as ahead from '#app/api/classes/[class]/ahead/route.ts'
import * as gradeFile from '#app/api/classes/[class]/grades/route.ts'
import * as signals from '#app/api/classes/[class]/signals/route.ts'
import * as address from '#app/api/documents/address/route.ts'
import * as again from '#app/api/documents/again/route.ts'
import * as file from '#app/api/documents/file/route.ts'
import * as documents from '#app/api/documents/route.ts'
import * as exporting from '#app/api/export/route.ts'
import * as flags from '#app/api/flags/route.ts'
import * as health from '#app/api/health/route.ts'
import * as links from '#app/api/links/route.ts'
import * as live from '#app/api/live/[assignment]/route.ts'
import * as mail from '#app/api/mail/route.ts'
import * as oneMedia from '#app/api/media/[media]/route.ts'
import * as mediaRoute from '#app/api/media/route.ts'
import * as packs from '#app/api/packs/[pack]/route.ts'
import * as passkeys from '#app/api/passkeys/route.ts'
import * as push from '#app/api/push/route.ts'
import * as quizzes from '#app/api/quizzes/[assignment]/route.ts'
import * as reports from '#app/api/reports/route.ts'
import * as restoring from '#app/api/restore/route.ts'
import * as session from '#app/api/session/route.ts'
import * as sync from '#app/api/sync/route.ts'
import * as tags from '#app/api/tags/route.ts'
import * as worker from '#app/sw.js/route.ts'
import '#app/_words/in-english.ts'
import { newSet } from '#lib/testing/drafts.ts'
import { entrancesUnder } from '#lib/testing/entrances.ts'
import { issuerSettings } from '#lib/testing/issuer.ts'
import { newBrowser, newDatabase, newPerson, type Person, SITE } from '#lib/testing/people.ts'
import ArrivePage from '../../app/[lang]/(account)/arrive/page.tsx'
import * as bring from '../../app/[lang]/(account)/bring/actions.ts'
import BringPage from '../../app/[lang]/(account)/bring/page.tsx'
import EnterPage from '../../app/[lang]/(account)/enter/page.tsx'
import ForgotPage from '../../app/[lang]/(account)/forgot/page.tsx'
import * as link from '../../app/[lang]/(account)/link/actions.ts'
import LinkPage from '../../app/[lang]/(account)/link/page.tsx'
import * as move from '../../app/[lang]/(account)/move/actions.ts'
import MovePage from '../../app/[lang]/(account)/move/page.tsx'
import PrivacyPage from '../../app/[lang]/(account)/privacy/page.tsx'
import * as actions from '../../app/[lang]/(account)/settings/actions.ts'
import SettingsPage from '../../app/[lang]/(account)/settings/page.tsx'
import * as passkeyActions from '../../app/[lang]/(account)/settings/passkey-actions.ts'
import * as waysIn from '../../app/[lang]/(account)/settings/ways-in-actions.ts'
import SignInPage from '../../app/[lang]/(account)/sign-in/page.tsx'
import SignUpPage from '../../app/[lang]/(account)/sign-up/page.tsx'
import * as operator from '../../app/[lang]/(operator)/operator/actions.ts'
import LogPage from '../../app/[lang]/(operator)/operator/log/page.tsx'
import OperatorPage from '../../app/[lang]/(operator)/operator/page.tsx'
import PersonPage from '../../app/[lang]/(operator)/operator/people/[person]/page.tsx'
import PeoplePage from '../../app/[lang]/(operator)/operator/people/page.tsx'
import ReportsPage from '../../app/[lang]/(operator)/operator/reports/page.tsx'
import RulesPage from '../../app/[lang]/(operator)/operator/rules/page.tsx'
import SetsPage from '../../app/[lang]/(operator)/operator/sets/page.tsx'
import * as ways from '../../app/[lang]/(study)/documents/actions.ts'
import FactsPage from '../../app/[lang]/(teach)/classes/[class]/facts/[assignment]/page.tsx'
import { setFactsAction } from '../../app/[lang]/(teach)/classes/[class]/facts/actions.ts'
import GradesPage from '../../app/[lang]/(teach)/classes/[class]/grades/page.tsx'
import LearnerPage from '../../app/[lang]/(teach)/classes/[class]/learners/[learner]/page.tsx'
import BigScreenPage from '../../app/[lang]/(teach)/classes/[class]/live/[assignment]/page.tsx'
import * as liveActions from '../../app/[lang]/(teach)/classes/[class]/live/actions.ts'
import * as notices from '../../app/[lang]/(teach)/classes/[class]/notices/actions.ts'
import NoticesPage from '../../app/[lang]/(teach)/classes/[class]/notices/page.tsx'
import ClassPage from '../../app/[lang]/(teach)/classes/[class]/page.tsx'
import * as enlisting from '../../app/[lang]/(teach)/classes/[class]/people/actions.ts'
import ClassPeoplePage from '../../app/[lang]/(teach)/classes/[class]/people/page.tsx'
import SlipsPage from '../../app/[lang]/(teach)/classes/[class]/people/slips/page.tsx'
import EditQuizPage from '../../app/[lang]/(teach)/classes/[class]/quiz/[assignment]/edit/page.tsx'
import QuizResultsPage from '../../app/[lang]/(teach)/classes/[class]/quiz/[assignment]/page.tsx'
import ItemsPage from '../../app/[lang]/(teach)/classes/[class]/quiz/[assignment]/questions/page.tsx'
import NewQuizPage from '../../app/[lang]/(teach)/classes/[class]/quiz/new/page.tsx'
import * as classes from '../../app/[lang]/(teach)/classes/actions.ts'
import ClassesPage from '../../app/[lang]/(teach)/classes/page.tsx'
import * as quizActions from '../../app/[lang]/(teach)/classes/quiz-actions.ts'
import * as compose from '../../app/[lang]/(teach)/compose/actions.ts'
import ComposePage from '../../app/[lang]/(teach)/compose/page.tsx'
import AgainPage from '../../app/[lang]/(teach)/desk/[set]/again/page.tsx'
import JudgePage from '../../app/[lang]/(teach)/desk/[set]/page.tsx'
import PublishPage from '../../app/[lang]/(teach)/desk/[set]/publish/page.tsx'
import * as desk from '../../app/[lang]/(teach)/desk/actions.ts'
import DeskListPage from '../../app/[lang]/(teach)/desk/page.tsx'
import JoinPage from '../../app/[lang]/(teach)/join/[code]/page.tsx'
import LibraryPage from '../../app/[lang]/(teach)/library/page.tsx'
import * as list from '../../app/[lang]/(teach)/list/actions.ts'
import ListPage from '../../app/[lang]/(teach)/list/page.tsx'
import LivePage from '../../app/[lang]/(teach)/live/[assignment]/page.tsx'
import SharedPage from '../../app/[lang]/(teach)/s/[key]/page.tsx'
import * as shared from '../../app/[lang]/(teach)/s/actions.ts'
import type { Outcome } from './act.ts'
import { db } from './db.ts'
import { statusOf } from './errors.ts'
import { endSession } from './login-sessions.ts'
import { hashPassword } from './passwords.ts'
import { assignQuiz } from './quizzes/assign.ts'
import { beginQuiz } from './quizzes/attempt.ts'
import { startLiveFrom } from './quizzes/live/from.ts'

/**
 * Who may call what, over HTTP. `owner` has a document, a set and an account of their own; the others come to the same
 * things with the same requests. `ended` has a session that was ended, `suspended` a live one of an account that is kept out.
 */
const ACTORS = ['anonymous', 'guest', 'owner', 'other', 'operator', 'ended', 'suspended'] as const
type Actor = (typeof ACTORS)[number]
/** Status codes, in the order of ACTORS. */
type Statuses = readonly [number, number, number, number, number, number, number]
type Row = {
  readonly entrance: string
  /** What is asked for there. */
  readonly what: string
  readonly call: (as: Person | null) => Promise<number>
  readonly expected: Statuses
}

let current: Person | null = null
// Outside of a request there is none to wait for.
vi.mock('next/server', async (actual) => ({ ...(await actual<object>()), connection: async () => {} }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ host: new URL(SITE).host, origin: SITE }),
  cookies: async () => ({
    get: (name: string) => {
      const [own, value] = (current?.cookie ?? '').split('=')
      return own === name ? { name, value } : undefined
    },
    delete: () => {},
  }),
}))

const FEED = 'f'.repeat(32)
const PUSH = {
  ...{ endpoint: 'https://push.example.org/one', hour: 18, timeZone: 'Asia/Tokyo', language: 'en' },
  keys: { p256dh: 'k'.repeat(87), auth: 'a'.repeat(22) },
}
const OWNED_SET = 'owners-set'
const SHIPPED_SET = 'shipped-set'
const SHARE_KEY = 'share-key'
/** A set made of a text of the owner’s and open to whoever has its link, with a fact of it and that one’s question. */
let theirs = { setId: '', factId: '', questionId: '' }
/** Classes that the owner leads; the second is there to be deleted. */
const CLASS = 'owners-class'
const OTHER_CLASS = 'owners-other-class'
const CLASS_CODE = 'BCDFGHJK'
/** A quiz in the owner’s class, with an attempt at previewing it. */
let quiz = { assignmentId: '', attemptId: '' }
/** Of the first: a learner who has never been in, what it was assigned and told. */
const ENLISTED = 'owners-learner'
const ASSIGNMENT = 'owners-assignment'
const KEPT_NOTICE = 'owners-kept-notice'
/** One that somebody else leads. */
const OTHERS_CLASS = 'others-class'
/** A live round there. */
let round = { assignmentId: '' }
const PASSWORD = 'fig vine amber'
const people = new Map<Actor, Person | null>()
let end: () => Promise<void>

beforeAll(async () => {
  ;({ end } = await newDatabase())
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
})
afterAll(() => end())

const newDesk = async (ownerId: string): Promise<typeof theirs> => {
  const { setId } = await newSet({ ownerId, visibility: 'private' })
  await db().questionSet.update({ where: { id: setId }, data: { shareKey: SHARE_KEY } })
  const { factId, questionId } = await db().questionFact.findFirstOrThrow({ where: { fact: { fact: { ownerId } } } })
  return { setId, factId, questionId }
}

const QUIZ_RULES = {
  ...{ limitMinutes: null, attempts: null, counts: 'best' as const, pass: null, shuffle: false, draw: null },
  ...{ feedback: 'after' as const, graceSeconds: 60 },
}
const quizFor = (classId: string) => ({
  ...{ kind: 'quiz' as const, setId: theirs.setId, title: null, questionIds: [theirs.questionId], rules: QUIZ_RULES },
  ...{ classes: [{ classId, opensAt: null, closesAt: null }], draft: false, hides: false },
})
const dropped = () => ({ assignmentId: quiz.assignmentId, questionId: theirs.questionId, kind: 'drop', answer: null })

const newQuiz = async ({ viewer }: Person): Promise<typeof quiz> => {
  const { assignmentIds } = await assignQuiz(viewer, quizFor(CLASS))
  const assignmentId = assignmentIds[0] ?? ''
  return { assignmentId, attemptId: (await beginQuiz(viewer, assignmentId)).attemptId }
}

type Route<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

/** Opens a class's signals, and leaves. */
const listening =
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
const route =
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

const action =
  (run: () => Promise<Outcome<unknown>>) =>
  async (as: Person | null): Promise<number> => {
    current = as
    const outcome = await run()
    return outcome.ok ? 200 : statusOf(outcome.error.code)
  }

const authRoute = (handler: Route<{ nextauth: string[] }>, path: string, form?: Record<string, string>) =>
  route(handler, `/api/auth/${path}`, { nextauth: path.split('/') }, form ? { form } : {})

type Query = Readonly<Record<string, string>>
type Page<P> = (props: { params: Promise<P & { lang: string }>; searchParams: Promise<Query> }) => Promise<unknown>

/** Opens a page as that person's browser would: 200, or what Next answers where the page ends in a redirect or in nothing. */
const opening =
  <P = object>(page: Page<P>, params: () => P, query: Query = {}) =>
  async (as: Person | null): Promise<number> => {
    current = as
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
const nothing = () => ({})
const idOf = (actor: Actor): string => people.get(actor)?.viewer.userId ?? ''

const ACCOUNT_PAGES = 'app/[lang]/(account)'
const OPERATOR_PAGES = 'app/[lang]/(operator)/operator'
const CLASSES = 'app/[lang]/(teach)/classes'
/** To anyone but an operator a page that does not exist. */
const OPERATOR_ONLY: Statuses = [404, 404, 404, 404, 200, 404, 404]
const NOBODY: Statuses = [404, 404, 404, 404, 404, 404, 404]

const PAGES: readonly Row[] = [
  {
    entrance: `${ACCOUNT_PAGES}/sign-in/page.tsx page`,
    what: 'the form',
    call: opening(SignInPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${ACCOUNT_PAGES}/sign-up/page.tsx page`,
    what: 'the form; members have an account',
    call: opening(SignUpPage, nothing),
    expected: [200, 200, 307, 307, 307, 200, 200],
  },
  {
    entrance: `${ACCOUNT_PAGES}/bring/page.tsx page`,
    what: 'where the browser holds no guest',
    call: opening(BringPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${ACCOUNT_PAGES}/settings/page.tsx page`,
    what: 'one’s own; nobody is told that nobody has started',
    call: opening(SettingsPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${ACCOUNT_PAGES}/arrive/page.tsx page`,
    what: 'where a sign-in elsewhere ends; nobody is sent to sign in',
    call: opening(ArrivePage, nothing),
    expected: [307, 200, 200, 200, 200, 307, 307],
  },
  {
    entrance: `${ACCOUNT_PAGES}/enter/page.tsx page`,
    what: 'where links lead, before one is read',
    call: opening(EnterPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${ACCOUNT_PAGES}/forgot/page.tsx page`,
    what: 'the way back in',
    call: opening(ForgotPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${ACCOUNT_PAGES}/link/page.tsx page`,
    what: 'where no account elsewhere waits',
    call: opening(LinkPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${ACCOUNT_PAGES}/move/page.tsx page`,
    what: 'a code for another device; for guests alone',
    call: opening(MovePage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${ACCOUNT_PAGES}/privacy/page.tsx page`,
    what: 'what is stored, which anyone may read',
    call: opening(PrivacyPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${OPERATOR_PAGES}/page.tsx page`,
    what: 'the overview',
    call: opening(OperatorPage, nothing),
    expected: OPERATOR_ONLY,
  },
  {
    entrance: `${OPERATOR_PAGES}/rules/page.tsx page`,
    what: 'who may come',
    call: opening(RulesPage, nothing),
    expected: OPERATOR_ONLY,
  },
  {
    entrance: `${OPERATOR_PAGES}/people/page.tsx page`,
    what: 'a search for the owner',
    call: opening(PeoplePage, nothing, { search: 'owner@' }),
    expected: OPERATOR_ONLY,
  },
  {
    entrance: `${OPERATOR_PAGES}/people/[person]/page.tsx page`,
    what: 'the owner',
    call: opening(PersonPage, () => ({ person: idOf('owner') })),
    expected: OPERATOR_ONLY,
  },
  {
    entrance: `${OPERATOR_PAGES}/people/[person]/page.tsx page`,
    what: 'a guest, who is nobody’s business',
    call: opening(PersonPage, () => ({ person: idOf('guest') })),
    expected: NOBODY,
  },
  {
    entrance: `${OPERATOR_PAGES}/people/[person]/page.tsx page`,
    what: 'somebody who does not exist',
    call: opening(PersonPage, () => ({ person: 'nobody' })),
    expected: NOBODY,
  },
  {
    entrance: `${OPERATOR_PAGES}/sets/page.tsx page`,
    what: 'shared sets, after one of the owner’s',
    call: opening(SetsPage, nothing, { after: OWNED_SET }),
    expected: OPERATOR_ONLY,
  },
  {
    entrance: `${OPERATOR_PAGES}/log/page.tsx page`,
    what: 'what the owner did',
    call: (as) => opening(LogPage, nothing, { person: idOf('owner') })(as),
    expected: OPERATOR_ONLY,
  },
]

/** What an operator does to people, each by an id. */
const ON_PEOPLE = [
  ['resetLinkAction', operator.resetLinkAction],
  ['suspendAction', operator.suspendAction],
  ['readmitAction', operator.readmitAction],
  ['endSessionsForAction', operator.endSessionsForAction],
  ['makeOperatorAction', operator.makeOperatorAction],
  ['unmakeOperatorAction', operator.unmakeOperatorAction],
] as const

const BRING = 'app/[lang]/(account)/bring/actions.ts'
const ACTIONS = 'app/[lang]/(account)/settings/actions.ts'
const MOVE = 'app/[lang]/(account)/move/actions.ts'
const OPERATOR = 'app/[lang]/(operator)/operator/actions.ts'

const LINK = 'app/[lang]/(account)/link/actions.ts'
const WAYS_IN = 'app/[lang]/(account)/settings/ways-in-actions.ts'

/** With an issuer set up, at which nobody is. */
const withIssuer = (call: Row['call']) => async (as: Person | null) => {
  for (const [name, value] of Object.entries(issuerSettings(SITE, 'http://127.0.0.1:9'))) vi.stubEnv(name, value)
  vi.spyOn(console, 'error').mockImplementation(() => {})
  try {
    return await call(as)
  } finally {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  }
}

/** Of an account elsewhere that the owner has linked, whoever asks. */
const unlinkOwners = async (as: Person | null): Promise<number> => {
  const account = { provider: 'github', subject: 'the owner there', userId: people.get('owner')?.viewer.userId ?? '' }
  const { provider, subject } = account
  await db().identity.upsert({ where: { provider_subject: { provider, subject } }, create: account, update: {} })
  return action(() => waysIn.unlinkAction({ provider, subject }))(as)
}

/** A sync in the name of the owner, whoever sends it. */
const syncAsOwner = (as: Person | null): Promise<number> => {
  const userId = people.get('owner')?.viewer.userId ?? ''
  const json = { protocol: 1, userId, clientNow: Date.now(), cursor: 0, entries: [] }
  return route(sync.POST, '/api/sync', {}, { json })(as)
}

const pack = (setId: string) => route(packs.GET, `/api/packs/${setId}@1`, { pack: `${setId}@1` })

const PASSKEYS = 'app/[lang]/(account)/settings/passkey-actions.ts'

/** What a browser would send back of a ceremony that nobody began. */
const PASSKEY_ANSWER = JSON.stringify({
  id: 'made-up',
  response: { clientDataJSON: Buffer.from('{"challenge":"guessed"}').toString('base64url') },
})

/** Taking away the owner's passkey, which is there again each time. */
const removeOwnersPasskey = async (as: Person | null): Promise<number> => {
  const userId = people.get('owner')?.viewer.userId ?? ''
  const key = { id: 'owners-key', userId, publicKey: new Uint8Array(), counter: 0, transports: [] }
  await db().passkey.upsert({ where: { id: key.id }, create: key, update: {} })
  return action(() => passkeyActions.removePasskeyAction({ id: key.id }))(as)
}

const PEOPLE = `${CLASSES}/[class]/people/actions.ts`
const NOTICES = `${CLASSES}/[class]/notices/actions.ts`
const ROSTER = { classId: CLASS, rows: [{ name: 'Mila Novak', email: null }] }
const NOTICE = { classId: CLASS, text: 'Bring a pencil.', toIds: null, assignmentId: null, mail: false }

/** A slip for the learner whom the owner’s class waits for. */
const slipForEnlisted = (as: Person | null): Promise<number> =>
  action(() => enlisting.makeSlipsAction({ classId: CLASS, userIds: [ENLISTED] }))(as)

/** Taking back a message to the owner’s class, which is there again each time. */
const deleteOwnersNotice = async (as: Person | null): Promise<number> => {
  const notice = { id: 'owners-notice', classId: CLASS, authorId: idOf('owner'), text: 'Well done.' }
  await db().notice.upsert({ where: { id: notice.id }, create: notice, update: {} })
  return action(() => notices.deleteNoticeAction({ noticeId: notice.id }))(as)
}

const TEACH = 'app/[lang]/(teach)'
const DESK = `${TEACH}/desk/actions.ts`
/** What is one's own; to anyone else it does not exist. */
const OWNERS: Statuses = [401, 404, 200, 404, 404, 401, 401]
const OWNERS_PAGE: Statuses = [404, 404, 200, 404, 404, 404, 404]
const WORDING = { stem: 'When did it open, in ____?', answers: ['1702'], wrong: [] }

const LIST = {
  ...{ setId: null, version: 0, title: 'Harbour words', language: 'en', directions: ['forward'], open: 'private' },
  rows: [{ factId: null, front: 'pier', back: 'molo' }],
}

const COMPOSE = `${TEACH}/compose/actions.ts`
const FULL_SENTENCE = 'Edward Loe founded the Anset Harbour Company in 1744.'
const recipe = (setId: string) => ({
  ...{
    setId: null,
    version: 0,
    title: 'Some',
    parts: [{ setId, sections: null }],
    tags: [],
    leftOut: [],
    takeOver: [],
  },
  ...{ forms: null, excerpts: false, open: 'private' },
})
/** The smallest GIF there is. */
const PICTURE = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')
const PICTURE_ID = createHash('sha256').update(PICTURE).digest('hex')

const DESK_ROWS: readonly Row[] = [
  {
    entrance: `${TEACH}/desk/page.tsx page`,
    what: 'one’s own texts; who has none is told how to add one',
    call: opening(DeskListPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${TEACH}/desk/[set]/page.tsx page`,
    what: 'the owner’s facts',
    call: opening(JudgePage, () => ({ set: theirs.setId })),
    expected: OWNERS_PAGE,
  },
  {
    entrance: `${TEACH}/desk/[set]/publish/page.tsx page`,
    what: 'the owner’s set',
    call: opening(PublishPage, () => ({ set: theirs.setId })),
    expected: OWNERS_PAGE,
  },
  {
    entrance: `${TEACH}/library/page.tsx page`,
    what: 'what people made public, which anyone may see',
    call: opening(LibraryPage, nothing, { q: '100%' }),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${TEACH}/list/page.tsx page`,
    what: 'a new list',
    call: opening(ListPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${TEACH}/list/page.tsx page`,
    what: 'a list that nobody has',
    call: opening(ListPage, nothing, { set: 'no-such-list' }),
    expected: NOBODY,
  },
  {
    entrance: `${TEACH}/list/actions.ts saveListAction`,
    what: 'a list of one’s own',
    call: action(() => list.saveListAction(LIST)),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${TEACH}/list/actions.ts saveListAction`,
    what: 'over a set of the owner’s, which is no list',
    call: (as) => action(() => list.saveListAction({ ...LIST, setId: theirs.setId, version: 1 }))(as),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${TEACH}/desk/[set]/again/page.tsx page`,
    what: 'where the owner’s text is read again',
    call: opening(AgainPage, () => ({ set: theirs.setId })),
    expected: OWNERS_PAGE,
  },
  ...(['POST', 'PUT'] as const).map(
    (method): Row => ({
      entrance: `app/api/documents/again/route.ts ${method}`,
      what: 'the owner’s text, edited till nothing is left to ask: the owner hears that',
      call: (as) => {
        const json = { setId: theirs.setId, text: 'Well, perhaps.', format: 'text' }
        return route(method === 'POST' ? again.POST : again.PUT, '/api/documents/again', {}, { json, method })(as)
      },
      expected: [401, 404, 422, 404, 404, 401, 401],
    }),
  ),
  {
    entrance: `${TEACH}/s/[key]/page.tsx page`,
    what: 'a set by its link, which anyone may have',
    call: opening(SharedPage, () => ({ key: SHARE_KEY })),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${TEACH}/s/[key]/page.tsx page`,
    what: 'a link that nobody made, and that says so',
    call: opening(SharedPage, () => ({ key: 'guessed' })),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${DESK} judgeAction`,
    what: 'the owner’s fact',
    call: (as) => {
      const judgements = [{ factId: theirs.factId, verdict: 'accepted', reason: null }]
      return action(() => desk.judgeAction({ setId: theirs.setId, judgements }))(as)
    },
    expected: OWNERS,
  },
  {
    entrance: `${DESK} judgeAction`,
    what: 'something that is none: those who may send one hear that',
    call: action(() => desk.judgeAction({ setId: theirs.setId, judgements: 'all' })),
    expected: [401, 400, 400, 400, 400, 401, 401],
  },
  {
    entrance: `${DESK} askAction`,
    what: 'the owner’s question',
    call: (as) => action(() => desk.askAction({ setId: theirs.setId, questionId: theirs.questionId, asked: true }))(as),
    expected: OWNERS,
  },
  {
    entrance: `${DESK} closeFlagsAction`,
    what: 'what was reported of the owner’s question',
    call: (as) => action(() => desk.closeFlagsAction({ setId: theirs.setId, questionId: theirs.questionId }))(as),
    expected: OWNERS,
  },
  {
    entrance: 'app/api/flags/route.ts POST',
    what: 'a mistake in a question of the owner’s private set, before anybody else studies it',
    call: (as) => {
      const json = { questionId: theirs.questionId, version: 1, reason: 'unclear' }
      return route(flags.POST, '/api/flags', {}, { json })(as)
    },
    expected: OWNERS,
  },
  {
    entrance: `${DESK} wordQuestionAction`,
    what: 'the owner’s question, worded anew',
    call: (as) => {
      const { questionId } = theirs
      return action(() => desk.wordQuestionAction({ setId: theirs.setId, questionId, version: 1, ...WORDING }))(as)
    },
    expected: OWNERS,
  },
  {
    entrance: `${DESK} rewordFactAction`,
    what: 'the owner’s fact, worded anew from a version that is none: the owner hears that',
    call: (as) => {
      const { setId, factId } = theirs
      return action(() => desk.rewordFactAction({ setId, factId, version: 99, statement: 'Anset is a port.' }))(as)
    },
    expected: [401, 404, 409, 404, 404, 401, 401],
  },
  {
    entrance: `${DESK} addQuestionAction`,
    what: 'a question to the owner’s fact',
    call: (as) => action(() => desk.addQuestionAction({ setId: theirs.setId, factId: theirs.factId, ...WORDING }))(as),
    expected: OWNERS,
  },
  {
    entrance: `${DESK} addFactAction`,
    what: 'a fact of the owner’s text',
    call: action(() => desk.addFactAction({ setId: theirs.setId, start: 4, end: 11, ...WORDING })),
    expected: OWNERS,
  },
  {
    entrance: `${DESK} publishAction`,
    what: 'the owner’s set',
    call: action(() =>
      desk.publishAction({
        ...{
          setId: theirs.setId,
          title: 'The harbour',
          onlyAccepted: false,
          forms: null,
          excerpts: false,
          open: 'link',
        },
      }),
    ),
    expected: OWNERS,
  },
  {
    entrance: 'app/sw.js/route.ts GET',
    what: 'the service worker, which is for anyone',
    call: route(worker.GET, '/sw.js', {}),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: 'app/api/check/route.ts POST',
    what: 'a replay of one’s own log',
    call: route(checking.POST, '/api/check', {}, { json: {} }),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${TEACH}/s/actions.ts copyAction`,
    what: 'a set by its link, to be changed',
    call: action(() => shared.copyAction({ shareKey: SHARE_KEY })),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${TEACH}/s/actions.ts copyAction`,
    what: 'a set by a link that nobody made',
    call: action(() => shared.copyAction({ shareKey: 'guessed' })),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${TEACH}/compose/page.tsx page`,
    what: 'a new set; to someone who is nobody here, that there is nothing to take in',
    call: opening(ComposePage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${TEACH}/compose/page.tsx page`,
    what: 'a set that is not put together of others',
    call: (as) => opening(ComposePage, nothing, { set: theirs.setId })(as),
    expected: NOBODY,
  },
  {
    entrance: `${COMPOSE} saveComposedAction`,
    what: 'the owner’s private set, as a part',
    call: (as) => action(() => compose.saveComposedAction(recipe(theirs.setId)))(as),
    // Those who followed its link above study it.
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${COMPOSE} saveComposedAction`,
    what: 'a set of the owner’s that nobody else studies',
    call: action(() => compose.saveComposedAction(recipe(OWNED_SET))),
    // To its owner: that it asks nothing.
    expected: [401, 404, 422, 404, 404, 401, 401],
  },
  {
    entrance: `${COMPOSE} saveComposedAction`,
    what: 'something that is none',
    call: action(() => compose.saveComposedAction({ parts: 'all' })),
    expected: [401, 400, 400, 400, 400, 401, 401],
  },
  {
    entrance: `${COMPOSE} rewordCopiedAction`,
    what: 'a set that is not put together of others',
    call: (as) => {
      const { setId, factId } = theirs
      return action(() => compose.rewordCopiedAction({ setId, factId, statement: FULL_SENTENCE }))(as)
    },
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${COMPOSE} wordCopiedAction`,
    what: 'a set that is not put together of others',
    call: (as) => {
      const { setId, questionId } = theirs
      return action(() => compose.wordCopiedAction({ setId, questionId, ...WORDING }))(as)
    },
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${DESK} tagAction`,
    what: 'the owner’s fact, in a set that the others have come to study by its link',
    call: (as) => action(() => desk.tagAction({ factIds: [theirs.factId], tag: 'exam', on: true }))(as),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/reports/route.ts POST',
    what: 'a set that a link opens, which anyone may report who was shown it',
    call: route(reports.POST, '/api/reports', {}, { json: { shareKey: SHARE_KEY, reason: 'other' } }),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: 'app/api/reports/route.ts POST',
    what: 'a link that nobody made',
    call: route(reports.POST, '/api/reports', {}, { json: { shareKey: 'guessed', reason: 'other' } }),
    expected: [404, 404, 404, 404, 404, 404, 404],
  },
  {
    entrance: 'app/api/media/route.ts POST',
    what: 'a picture',
    call: route(mediaRoute.POST, '/api/media', {}, { bytes: PICTURE }),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/media/[media]/route.ts GET',
    what: 'a picture by its fingerprint, which only who has it or a set that shows it knows',
    call: route(oneMedia.GET, `/api/media/${PICTURE_ID}`, { media: PICTURE_ID }),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/media/[media]/route.ts GET',
    what: 'what was guessed',
    call: route(oneMedia.GET, '/api/media/guessed', { media: 'guessed' }),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${TEACH}/s/actions.ts takeUpAction`,
    what: 'a set by its link',
    call: action(() => shared.takeUpAction({ shareKey: SHARE_KEY })),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${TEACH}/s/actions.ts takeUpAction`,
    what: 'a set by a link that nobody made',
    call: action(() => shared.takeUpAction({ shareKey: 'guessed' })),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
]

const TABLE: readonly Row[] = [
  ...PAGES,
  ...DESK_ROWS,
  {
    entrance: 'app/api/health/route.ts GET',
    what: 'whether the installation is well',
    call: route(health.GET, '/api/health', {}),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: 'app/api/auth/[...nextauth]/route.ts GET',
    what: 'who one is',
    call: authRoute(auth.GET, 'session'),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: 'app/api/auth/[...nextauth]/route.ts POST',
    what: 'a sign-in without the token that goes with the cookie',
    call: authRoute(auth.POST, 'callback/password', { email: 'owner@example.org', password: PASSWORD }),
    expected: [403, 403, 403, 403, 403, 403, 403],
  },
  {
    entrance: 'app/api/auth/[...nextauth]/route.ts POST',
    what: 'out to a provider that is not set up',
    call: authRoute(auth.POST, 'signin/github', { purpose: 'enter' }),
    expected: [404, 404, 404, 404, 404, 404, 404],
  },
  {
    entrance: 'app/api/auth/[...nextauth]/route.ts GET',
    what: 'back from a provider that is not set up',
    call: authRoute(auth.GET, 'callback/github'),
    expected: [404, 404, 404, 404, 404, 404, 404],
  },
  {
    entrance: 'app/api/auth/[...nextauth]/route.ts POST',
    what: 'out to one that is, without the token that goes with the cookie',
    call: withIssuer(authRoute(auth.POST, 'signin/oidc', { purpose: 'enter' })),
    expected: [403, 403, 403, 403, 403, 403, 403],
  },
  {
    entrance: 'app/api/auth/[...nextauth]/route.ts POST',
    what: 'out to one that is, to link an account there to one’s own',
    call: withIssuer(authRoute(auth.POST, 'signin/oidc', { purpose: 'link' })),
    expected: [401, 401, 403, 403, 403, 401, 401],
  },
  {
    entrance: 'app/api/auth/[...nextauth]/route.ts GET',
    what: 'back from one that is, without having gone out: to the page that says so',
    call: withIssuer(authRoute(auth.GET, 'callback/oidc')),
    expected: [303, 303, 303, 303, 303, 303, 303],
  },
  {
    entrance: `${LINK} linkPendingAction`,
    what: 'linking what waits, where nothing does',
    call: action(() => link.linkPendingAction()),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${LINK} leavePendingAction`,
    what: 'leaving what waits',
    call: action(() => link.leavePendingAction()),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${WAYS_IN} unlinkAction`,
    what: 'taking off what the owner has linked',
    call: unlinkOwners,
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${WAYS_IN} setPasswordAction`,
    what: 'a first password, where there is one; a guest has no use for it',
    call: action(() => waysIn.setPasswordAction({ password: 'harbour lantern' })),
    expected: [401, 403, 409, 409, 409, 401, 401],
  },
  {
    entrance: 'app/api/account/route.ts POST',
    what: 'a sign-up that needs another look; members have an account',
    call: route(account.POST, '/api/account', {}, { json: { email: 'new', password: PASSWORD } }),
    expected: [422, 422, 409, 409, 409, 422, 422],
  },
  {
    entrance: 'app/api/account/password/route.ts POST',
    what: 'a new password by a link that nobody made',
    call: route(password.POST, '/api/account/password', {}, { json: { token: 'guessed', password: PASSWORD } }),
    expected: [410, 410, 410, 410, 410, 410, 410],
  },
  {
    entrance: 'app/api/links/route.ts POST',
    what: 'what a link is for that nobody made',
    call: route(links.POST, '/api/links', {}, { json: { token: 'guessed' } }),
    expected: [410, 410, 410, 410, 410, 410, 410],
  },
  {
    entrance: 'app/api/mail/route.ts POST',
    what: 'a letter, where no mail is set up',
    call: route(mail.POST, '/api/mail', {}, { json: { kind: 'reset', email: 'owner@example.org' } }),
    expected: [404, 404, 404, 404, 404, 404, 404],
  },
  {
    entrance: 'app/api/session/route.ts GET',
    what: 'what is due for oneself',
    call: route(session.GET, '/api/session', {}),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/sync/route.ts POST',
    what: 'an exchange of the owner’s log',
    call: syncAsOwner,
    expected: [401, 409, 200, 409, 409, 401, 401],
  },
  {
    entrance: 'app/api/packs/[pack]/route.ts GET',
    what: 'the owner’s private set',
    call: pack(OWNED_SET),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: 'app/api/packs/[pack]/route.ts GET',
    what: 'the shipped set',
    call: pack(SHIPPED_SET),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/quizzes/[assignment]/route.ts GET',
    what: 'a quiz in the owner’s class',
    call: (as) => route(quizzes.GET, '/api/quizzes/one', { assignment: quiz.assignmentId }, { method: 'GET' })(as),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: 'app/api/quizzes/[assignment]/route.ts POST',
    what: 'an attempt at it',
    call: (as) => route(quizzes.POST, '/api/quizzes/one', { assignment: quiz.assignmentId }, { json: {} })(as),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: 'app/api/attempts/[attempt]/route.ts GET',
    what: 'the owner’s attempt',
    call: (as) => route(attempts.GET, '/api/attempts/one', { attempt: quiz.attemptId }, { method: 'GET' })(as),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: 'app/api/attempts/[attempt]/route.ts POST',
    what: 'answers to the owner’s attempt',
    call: (as) =>
      route(
        attempts.POST,
        '/api/attempts/one',
        { attempt: quiz.attemptId },
        { json: { answers: [], handIn: false } },
      )(as),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: 'app/api/live/[assignment]/route.ts GET',
    what: 'a live round in the owner’s class',
    call: (as) => route(live.GET, '/api/live/one', { assignment: round.assignmentId }, { method: 'GET' })(as),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: 'app/api/live/[assignment]/route.ts POST',
    what: 'an answer to it, which those who teach do not give',
    call: (as) => {
      const json = { place: 0, given: '1702' }
      return route(live.POST, '/api/live/one', { assignment: round.assignmentId }, { json })(as)
    },
    expected: [401, 404, 403, 404, 404, 401, 401],
  },
  {
    entrance: 'app/api/live/[assignment]/route.ts POST',
    what: 'a step of it',
    call: (as) => {
      const json = { step: 'start', place: 0 }
      return route(live.POST, '/api/live/one', { assignment: round.assignmentId }, { json })(as)
    },
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: 'app/api/documents/route.ts POST',
    what: 'a text that is none: those who may send one hear that',
    call: route(documents.POST, '/api/documents', {}, { json: { text: 5 } }),
    expected: [401, 400, 400, 400, 400, 401, 401],
  },
  {
    entrance: 'app/api/documents/file/route.ts POST',
    what: 'a file that is none: those who may send one hear that',
    call: route(file.POST, '/api/documents/file', {}, { bytes: Buffer.from('none') }),
    expected: [401, 422, 422, 422, 422, 401, 401],
  },
  {
    entrance: 'app/api/documents/address/route.ts POST',
    what: 'a page of the server’s own network, which nobody may have it read',
    call: route(address.POST, '/api/documents/address', {}, { json: { address: 'https://127.0.0.1/' } }),
    expected: [401, 422, 422, 422, 422, 401, 401],
  },
  {
    entrance: 'app/api/documents/route.ts GET',
    what: 'which texts of one’s own are being read',
    call: route(documents.GET, '/api/documents', {}),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/documents/route.ts DELETE',
    what: 'the reading of a text that nobody has sent',
    call: route(documents.DELETE, '/api/documents', {}, { json: { id: '01960000-0000-7000-8000-000000000000' } }),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: 'app/api/export/route.ts GET',
    what: 'everything about oneself',
    call: route(exporting.GET, '/api/export', {}),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/restore/route.ts POST',
    what: 'an archive that is none: those who may send one hear that',
    call: route(restoring.POST, '/api/restore', {}, { bytes: Buffer.from('no archive') }),
    expected: [401, 422, 422, 422, 422, 401, 401],
  },
  {
    entrance: `${ACTIONS} saveSettingsAction`,
    what: 'one’s own limits',
    call: action(() => actions.saveSettingsAction({ newPerDayMax: 12 })),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${ACTIONS} renameAction`,
    what: 'one’s own name',
    call: action(() => actions.renameAction({ name: 'Somebody' })),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/[lang]/(study)/documents/actions.ts setWaysAction',
    what: 'how one set is studied, by whoever studies it',
    call: action(() =>
      ways.setWaysAction({
        ...{ setId: OWNED_SET, newPerDayMax: 3, desiredRetention: null, answering: null, paused: false },
      }),
    ),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${ACTIONS} makeFeedAction`,
    what: 'a calendar of one’s own',
    call: action(() => actions.makeFeedAction()),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${ACTIONS} dropFeedAction`,
    what: 'a calendar of one’s own',
    call: action(() => actions.dropFeedAction()),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/calendar/[key]/route.ts GET',
    what: 'the owner’s calendar, by its secret address',
    call: (as) => route(calendar.GET, `/api/calendar/${FEED}.ics`, { key: `${FEED}.ics` })(as),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: 'app/api/calendar/[key]/route.ts GET',
    what: 'a calendar by an address that was never given',
    call: route(calendar.GET, '/api/calendar/guess.ics', { key: 'guess.ics' }),
    expected: [404, 404, 404, 404, 404, 404, 404],
  },
  {
    entrance: 'app/api/tags/route.ts GET',
    what: 'one’s own tags',
    call: route(tags.GET, '/api/tags', {}),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/tags/route.ts POST',
    what: 'a word on a fact that is not one’s own nor studied',
    call: route(tags.POST, '/api/tags', {}, { json: { factIds: ['nowhere'], tag: 'exam', on: true } }),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: 'app/api/push/route.ts GET',
    what: 'the key that browsers ask for',
    call: route(push.GET, '/api/push', {}),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/push/route.ts POST',
    what: 'a browser to be reminded',
    call: route(push.POST, '/api/push', {}, { json: PUSH }),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/push/route.ts DELETE',
    what: 'a browser to be reminded no more',
    call: route(push.DELETE, '/api/push', {}, { json: { endpoint: PUSH.endpoint }, method: 'DELETE' }),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${BRING} bringAction`,
    what: 'taking over a guest, where the browser holds none',
    call: action(() => bring.bringAction()),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${BRING} leaveAction`,
    what: 'leaving a guest behind',
    call: action(() => bring.leaveAction()),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${MOVE} moveCodeAction`,
    what: 'a code to study elsewhere as the same guest; members sign in there',
    call: action(() => move.moveCodeAction()),
    expected: [401, 200, 403, 403, 403, 401, 401],
  },
  {
    entrance: `${ACTIONS} changePasswordAction`,
    what: 'without the present password; a guest has none',
    call: action(() => actions.changePasswordAction({ current: 'wrong', next: 'harbour lantern' })),
    expected: [401, 403, 401, 401, 401, 401, 401],
  },
  {
    entrance: `${ACTIONS} deleteAccountAction`,
    what: 'without proof',
    call: action(() => actions.deleteAccountAction({ proof: 'wrong' })),
    expected: [401, 422, 401, 401, 401, 401, 401],
  },
  {
    entrance: `${OPERATOR} becomeOperatorAction`,
    what: 'by a link that nobody made; a guest could lose the way back in',
    call: action(() => operator.becomeOperatorAction({ token: 'guessed' })),
    expected: [401, 403, 410, 410, 410, 401, 401],
  },
  {
    entrance: `${OPERATOR} changeRulesAction`,
    what: 'who may sign up',
    call: action(() => operator.changeRulesAction({ signUp: 'open' })),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  {
    entrance: `${OPERATOR} inviteAction`,
    what: 'an invitation',
    call: action(() => operator.inviteAction()),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  {
    entrance: `${OPERATOR} resetLinkAction`,
    what: 'a new password for somebody else',
    call: action(() => operator.resetLinkAction({ userId: people.get('owner')?.viewer.userId })),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  {
    entrance: `${OPERATOR} suspendAction`,
    what: 'shutting out somebody whose session has ended already',
    call: action(() => operator.suspendAction({ userId: people.get('ended')?.viewer.userId })),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  {
    entrance: `${OPERATOR} readmitAction`,
    what: 'letting somebody in again',
    call: action(() => operator.readmitAction({ userId: people.get('ended')?.viewer.userId })),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  ...[
    { what: 'a guest', id: () => idOf('guest') },
    { what: 'somebody who does not exist', id: () => 'nobody' },
  ].flatMap(({ what, id }): Row[] =>
    ON_PEOPLE.map(([name, run]) => ({
      entrance: `${OPERATOR} ${name}`,
      what,
      call: action(() => run({ userId: id() })),
      expected: [401, 403, 403, 403, 404, 401, 401],
    })),
  ),
  {
    entrance: `${OPERATOR} suspendAction`,
    what: 'shutting out the operator, who cannot do so either',
    call: action(() => operator.suspendAction({ userId: idOf('operator') })),
    expected: [401, 403, 403, 403, 403, 401, 401],
  },
  {
    entrance: `${OPERATOR} endSessionsForAction`,
    what: 'the sessions of somebody who has none',
    call: action(() => operator.endSessionsForAction({ userId: idOf('ended') })),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  {
    entrance: `${OPERATOR} makeOperatorAction`,
    what: 'making somebody else an operator',
    call: action(() => operator.makeOperatorAction({ userId: idOf('ended') })),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  {
    entrance: `${OPERATOR} unmakeOperatorAction`,
    what: 'and a learner again',
    call: action(() => operator.unmakeOperatorAction({ userId: idOf('ended') })),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  {
    entrance: `${OPERATOR} unmakeOperatorAction`,
    what: 'the last operator, who cannot do so either',
    call: action(() => operator.unmakeOperatorAction({ userId: idOf('operator') })),
    expected: [401, 403, 403, 403, 409, 401, 401],
  },
  {
    entrance: `${CLASSES}/page.tsx page`,
    what: 'one’s own classes, or none',
    call: opening(ClassesPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${CLASSES}/[class]/quiz/new/page.tsx page`,
    what: 'a quiz for the owner’s class',
    call: opening(NewQuizPage, () => ({ class: CLASS })),
    expected: [404, 404, 200, 404, 404, 404, 404],
  },
  {
    entrance: `${CLASSES}/[class]/quiz/[assignment]/page.tsx page`,
    what: 'how the owner’s class stands with its quiz',
    call: (as) => opening(QuizResultsPage, () => ({ class: CLASS, assignment: quiz.assignmentId }))(as),
    expected: [404, 404, 200, 404, 404, 404, 404],
  },
  {
    entrance: `${CLASSES}/[class]/quiz/[assignment]/page.tsx page`,
    what: 'the same under another class of the owner’s, where it is not',
    call: (as) => opening(QuizResultsPage, () => ({ class: OTHER_CLASS, assignment: quiz.assignmentId }))(as),
    expected: [404, 404, 404, 404, 404, 404, 404],
  },
  {
    entrance: `${CLASSES}/[class]/quiz/[assignment]/edit/page.tsx page`,
    what: 'the quiz of the owner’s class',
    call: (as) => opening(EditQuizPage, () => ({ class: CLASS, assignment: quiz.assignmentId }))(as),
    expected: [404, 404, 200, 404, 404, 404, 404],
  },
  {
    entrance: `${CLASSES}/[class]/page.tsx page`,
    what: 'the owner’s class: to who is not in it there is none, operators among them',
    call: opening(ClassPage, () => ({ class: CLASS })),
    expected: [404, 404, 200, 404, 404, 404, 404],
  },
  ...(
    [
      ['grades/page.tsx', 'the grades of the owner’s class', opening(GradesPage, () => ({ class: CLASS }))],
      [
        'learners/[learner]/page.tsx',
        'somebody who does not learn in the owner’s class, by who teaches it too',
        opening(LearnerPage, () => ({ class: CLASS, learner: idOf('ended') })),
      ],
      [
        'facts/[assignment]/page.tsx',
        'an assignment that nobody made, by who teaches the class too',
        opening(FactsPage, () => ({ class: CLASS, assignment: 'nothing' })),
      ],
    ] as const
  ).map(
    ([file, what, call]): Row => ({
      entrance: `${CLASSES}/[class]/${file} page`,
      ...{ what, call, expected: [404, 404, file.startsWith('grades') ? 200 : 404, 404, 404, 404, 404] },
    }),
  ),
  ...(['csv', 'xlsx'] as const).map(
    (format): Row => ({
      entrance: 'app/api/classes/[class]/grades/route.ts GET',
      what: `the grades of the owner’s class as ${format}`,
      call: route(gradeFile.GET, `/api/classes/${CLASS}/grades?format=${format}`, { class: CLASS }),
      expected: [401, 404, 200, 404, 404, 401, 401],
    }),
  ),
  {
    entrance: 'app/api/classes/[class]/grades/route.ts GET',
    what: 'the grades of the owner’s class in a form that there is not',
    call: route(gradeFile.GET, `/api/classes/${CLASS}/grades?format=exe`, { class: CLASS }),
    expected: [401, 400, 400, 400, 400, 401, 401],
  },
  ...(
    [
      [`?assignment=${ASSIGNMENT}`, 'what a class did for something that it does not study', 404],
      ['', 'the same of nothing', 400],
    ] as const
  ).map(
    ([search, what, status]): Row => ({
      ...{ entrance: 'app/api/classes/[class]/ahead/route.ts GET', what },
      call: route(ahead.GET, `/api/classes/${CLASS}/ahead${search}`, { class: CLASS }),
      expected: [401, status, status, status, status, 401, 401],
    }),
  ),
  {
    entrance: `${CLASSES}/[class]/facts/actions.ts setFactsAction`,
    what: 'facts of an assignment that nobody made',
    call: action(() =>
      setFactsAction({ assignmentId: 'nothing', factIds: ['f'], title: 'Again', date: '2030-01-15', time: '09:00' }),
    ),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/[class]/quiz/[assignment]/questions/page.tsx page`,
    what: 'how the questions of a quiz of the owner’s class did',
    call: opening(ItemsPage, () => ({ class: CLASS, assignment: quiz.assignmentId })),
    expected: [404, 404, 200, 404, 404, 404, 404],
  },
  {
    entrance: `${CLASSES}/[class]/quiz/[assignment]/questions/page.tsx page`,
    what: 'a quiz under the address of another class',
    call: opening(ItemsPage, () => ({ class: OTHER_CLASS, assignment: quiz.assignmentId })),
    expected: NOBODY,
  },
  {
    entrance: `${CLASSES}/[class]/live/[assignment]/page.tsx page`,
    what: 'the big screen of a live round in the owner’s class',
    call: (as) => opening(BigScreenPage, () => ({ class: CLASS, assignment: round.assignmentId }))(as),
    expected: [404, 404, 200, 404, 404, 404, 404],
  },
  {
    entrance: `${CLASSES}/[class]/live/[assignment]/page.tsx page`,
    what: 'the same under another class',
    call: (as) => opening(BigScreenPage, () => ({ class: OTHER_CLASS, assignment: round.assignmentId }))(as),
    expected: NOBODY,
  },
  {
    entrance: 'app/[lang]/(teach)/live/[assignment]/page.tsx page',
    what: 'the round on a phone; who teaches is led to the big screen',
    call: (as) => opening(LivePage, () => ({ assignment: round.assignmentId }))(as),
    expected: [404, 404, 307, 404, 404, 404, 404],
  },
  {
    entrance: `${CLASSES}/[class]/live/actions.ts startLiveFromAction`,
    what: 'a round of a fact of the owner’s, in their class',
    call: action(() =>
      liveActions.startLiveFromAction({ classId: CLASS, setId: theirs.setId, factIds: [theirs.factId] }),
    ),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: 'app/[lang]/(teach)/join/[code]/page.tsx page',
    what: 'what a code opens',
    call: opening(JoinPage, () => ({ code: CLASS_CODE })),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${CLASSES}/actions.ts makeClassAction`,
    what: 'a class of one’s own; a guest could lose the way back to it',
    call: action(() => classes.makeClassAction({ title: 'Reefs', note: null })),
    expected: [401, 403, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${CLASSES}/quiz-actions.ts quizChoiceAction`,
    what: 'what a quiz of the owner’s own set could ask',
    call: (as) => action(() => quizActions.quizChoiceAction({ classId: CLASS, setId: theirs.setId }))(as),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/quiz-actions.ts assignQuizAction`,
    what: 'a quiz for the owner’s class',
    call: (as) => action(() => quizActions.assignQuizAction(quizFor(CLASS)))(as),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/quiz-actions.ts editQuizAction`,
    what: 'the quiz of the owner’s class',
    call: (as) =>
      action(() =>
        quizActions.editQuizAction({
          ...{ assignmentId: quiz.assignmentId, title: 'Harbours', opensAt: null, closesAt: null, draft: false },
          ...{ hides: false, rules: QUIZ_RULES, questionIds: null },
        }),
      )(as),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/quiz-actions.ts extendQuizAction`,
    what: 'more time at it for somebody who does not learn there',
    call: (as) =>
      action(() =>
        quizActions.extendQuizAction({
          ...{ assignmentId: quiz.assignmentId, userId: idOf('other'), closesAt: null },
          ...{ extraMinutes: 5, extraAttempts: 0 },
        }),
      )(as),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/quiz-actions.ts decideLateAction`,
    what: 'a late answer in an attempt that is under way',
    call: (as) => action(() => quizActions.decideLateAction({ attemptId: quiz.attemptId, place: 0, accept: true }))(as),
    expected: [401, 404, 409, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/quiz-actions.ts previewMendAction`,
    what: 'what dropping a question of it would change',
    call: (as) => action(() => quizActions.previewMendAction(dropped()))(as),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/quiz-actions.ts mendAction`,
    what: 'dropping a question of it',
    call: (as) => action(() => quizActions.mendAction(dropped()))(as),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/quiz-actions.ts undoMendAction`,
    what: 'a mend that nobody made',
    call: action(() => quizActions.undoMendAction({ mendId: 'nothing' })),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts changeClassAction`,
    what: 'the owner’s class',
    call: action(() => classes.changeClassAction({ classId: CLASS, note: 'Spring' })),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts copyClassAction`,
    what: 'the owner’s class',
    call: action(() => classes.copyClassAction({ classId: CLASS })),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts setRoleAction`,
    what: 'a role in the owner’s class for oneself: whoever is not in it gets none',
    call: (as) =>
      action(() =>
        classes.setRoleAction({ classId: CLASS, userId: as?.viewer.userId ?? 'nobody', role: 'instructor' }),
      )(as),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts removeMemberAction`,
    what: 'taking the owner, who leads it alone, out of their class',
    call: (as) => action(() => classes.removeMemberAction({ classId: CLASS, userId: idOf('owner') }))(as),
    expected: [401, 404, 409, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts leaveClassAction`,
    what: 'the owner’s class, which they lead alone',
    call: action(() => classes.leaveClassAction({ classId: CLASS })),
    expected: [401, 404, 409, 404, 404, 401, 401],
  },
  {
    entrance: `${NOTICES} lettersAction`,
    what: 'whether a class writes to one by e-mail',
    call: action(() => notices.lettersAction({ classId: CLASS, on: false })),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts assignAction`,
    what: 'what ships, to the owner’s class',
    call: action(() =>
      classes.assignAction({
        ...{ classIds: [CLASS], setId: SHIPPED_SET, sections: null, date: '2030-01-15', time: '09:00' },
      }),
    ),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts assignAction`,
    what: 'the owner’s own private set, to the owner’s class',
    call: action(() =>
      classes.assignAction({
        ...{ classIds: [CLASS], setId: OWNED_SET, sections: null, date: '2030-01-15', time: '09:00' },
      }),
    ),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts changeStudyAction`,
    what: 'another day for something that nobody assigned',
    call: action(() =>
      classes.changeStudyAction({
        ...{ assignmentId: 'nothing', date: '2030-01-15', time: '09:00', opensAt: null, draft: false },
      }),
    ),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts dropAssignmentAction`,
    what: 'an assignment that nobody made',
    call: action(() => classes.dropAssignmentAction({ assignmentId: 'nothing' })),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/[class]/people/page.tsx page`,
    what: 'who is in the owner’s class',
    call: opening(ClassPeoplePage, () => ({ class: CLASS })),
    expected: OWNERS_PAGE,
  },
  {
    entrance: `${CLASSES}/[class]/people/slips/page.tsx page`,
    what: 'for whom slips are made in the owner’s class',
    call: opening(SlipsPage, () => ({ class: CLASS })),
    expected: OWNERS_PAGE,
  },
  {
    entrance: `${PEOPLE} lookRosterAction`,
    what: 'a roster for the owner’s class',
    call: action(() => enlisting.lookRosterAction(ROSTER)),
    expected: OWNERS,
  },
  {
    entrance: `${PEOPLE} enlistAction`,
    what: 'accounts in the owner’s class',
    call: action(() => enlisting.enlistAction(ROSTER)),
    expected: OWNERS,
  },
  {
    entrance: `${PEOPLE} makeSlipsAction`,
    what: 'a slip for whom an account was made in the owner’s class',
    call: slipForEnlisted,
    expected: OWNERS,
  },
  {
    entrance: `${PEOPLE} makeSlipsAction`,
    what: 'a slip for the owner, who is no learner of theirs',
    call: (as) => action(() => enlisting.makeSlipsAction({ classId: CLASS, userIds: [idOf('owner')] }))(as),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/[class]/notices/page.tsx page`,
    what: 'what the owner’s class was told',
    call: opening(NoticesPage, () => ({ class: CLASS })),
    expected: OWNERS_PAGE,
  },
  {
    entrance: `${NOTICES} writeNoticeAction`,
    what: 'a message to the owner’s class',
    call: action(() => notices.writeNoticeAction(NOTICE)),
    expected: OWNERS,
  },
  {
    entrance: `${NOTICES} remindAction`,
    what: 'a reminder of what nobody assigned',
    call: action(() => notices.remindAction({ assignmentId: 'nothing' })),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${NOTICES} remindAction`,
    what: 'a reminder of what the owner’s class was assigned',
    call: action(() => notices.remindAction({ assignmentId: ASSIGNMENT })),
    expected: OWNERS,
  },
  {
    entrance: `${NOTICES} readNoticesAction`,
    what: 'having read what the owner’s class was told',
    call: action(() => notices.readNoticesAction({ classId: CLASS, noticeId: KEPT_NOTICE })),
    expected: OWNERS,
  },
  {
    entrance: `${NOTICES} readNoticesAction`,
    what: 'another class’s message, as if it were one of the owner’s class',
    call: action(() => notices.readNoticesAction({ classId: OTHER_CLASS, noticeId: KEPT_NOTICE })),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${NOTICES} deleteNoticeAction`,
    what: 'a message to the owner’s class',
    call: deleteOwnersNotice,
    expected: OWNERS,
  },
  {
    entrance: 'app/api/classes/[class]/signals/route.ts GET',
    what: 'what changes in the owner’s class',
    call: listening(CLASS),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: 'app/api/classes/[class]/signals/route.ts GET',
    what: 'what changes in a class that is led by somebody else',
    call: listening(OTHERS_CLASS),
    expected: [401, 404, 404, 200, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts deleteClassAction`,
    what: 'another class of the owner’s',
    call: action(() => classes.deleteClassAction({ classId: OTHER_CLASS })),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts joinClassAction`,
    what: 'by its code, a class that takes no guests',
    call: action(() => classes.joinClassAction({ code: CLASS_CODE, name: 'Somebody' })),
    expected: [401, 403, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts changeClassAction`,
    what: 'the owner’s class, by who learns in it',
    call: action(() => classes.changeClassAction({ classId: CLASS, title: 'Mine' })),
    expected: [401, 404, 200, 403, 403, 401, 401],
  },
  ...(
    [
      ['lookRosterAction', () => enlisting.lookRosterAction(ROSTER), 200],
      ['enlistAction', () => enlisting.enlistAction({ ...ROSTER, rows: [{ name: 'Another', email: null }] }), 200],
    ] as const
  ).map(([name, run, owners]) => ({
    entrance: `${PEOPLE} ${name}`,
    what: 'the owner’s class, by who learns in it',
    call: action(run),
    expected: [401, 404, owners, 403, 403, 401, 401] as const,
  })),
  {
    entrance: `${PEOPLE} makeSlipsAction`,
    what: 'a slip for another learner, by who learns in it',
    call: slipForEnlisted,
    expected: [401, 404, 200, 403, 403, 401, 401],
  },
  {
    entrance: `${NOTICES} writeNoticeAction`,
    what: 'a message to the owner’s class, by who learns in it',
    call: action(() => notices.writeNoticeAction(NOTICE)),
    expected: [401, 404, 200, 403, 403, 401, 401],
  },
  {
    entrance: `${NOTICES} remindAction`,
    what: 'a reminder in the owner’s class, by who learns in it',
    call: action(() => notices.remindAction({ assignmentId: ASSIGNMENT })),
    expected: [401, 404, 200, 403, 403, 401, 401],
  },
  {
    entrance: `${NOTICES} readNoticesAction`,
    what: 'having read what one’s class was told, by who learns in it',
    call: action(() => notices.readNoticesAction({ classId: CLASS, noticeId: KEPT_NOTICE })),
    expected: [401, 404, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${NOTICES} deleteNoticeAction`,
    what: 'a message to one’s class, by who learns in it',
    call: deleteOwnersNotice,
    expected: [401, 404, 200, 403, 403, 401, 401],
  },
  {
    entrance: `${CLASSES}/[class]/people/page.tsx page`,
    what: 'who is in one’s class, by who learns in it',
    call: opening(ClassPeoplePage, () => ({ class: CLASS })),
    expected: OWNERS_PAGE,
  },
  {
    entrance: `${CLASSES}/actions.ts setRoleAction`,
    what: 'making oneself an instructor, by who learns in it',
    call: (as) =>
      action(() =>
        classes.setRoleAction({ classId: CLASS, userId: as?.viewer.userId ?? 'nobody', role: 'instructor' }),
      )(as),
    expected: [401, 404, 200, 403, 403, 401, 401],
  },
  {
    entrance: `${OPERATOR_PAGES}/reports/page.tsx page`,
    what: 'what was reported',
    call: opening(ReportsPage, nothing),
    expected: OPERATOR_ONLY,
  },
  {
    entrance: `${OPERATOR} closeReportsAction`,
    what: 'what was reported of a set',
    call: action(() => operator.closeReportsAction({ about: 'set', id: OWNED_SET })),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  {
    entrance: `${OPERATOR} withholdAction`,
    what: 'a set that does not exist',
    call: action(() => operator.withholdAction({ setId: 'no-such-set', withheld: 'yes' })),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${OPERATOR} withholdAction`,
    what: 'giving back the owner’s set',
    call: action(() => operator.withholdAction({ setId: OWNED_SET, withheld: 'no' })),
    expected: [401, 404, 404, 404, 200, 401, 401],
  },
  {
    entrance: 'app/api/auth/[...nextauth]/route.ts POST',
    what: 'a sign-in by passkey without that token',
    call: authRoute(auth.POST, 'callback/passkey', { answer: PASSKEY_ANSWER }),
    expected: [403, 403, 403, 403, 403, 403, 403],
  },
  {
    entrance: 'app/api/passkeys/route.ts POST',
    what: 'a challenge to sign in by, the same for everyone',
    call: route(passkeys.POST, '/api/passkeys', {}, { json: {} }),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${PASSKEYS} passkeyOptionsAction`,
    what: 'making a passkey of one’s own, with the password; a guest has none',
    call: action(() => passkeyActions.passkeyOptionsAction({ password: PASSWORD })),
    expected: [401, 403, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${PASSKEYS} addPasskeyAction`,
    what: 'a passkey to a challenge that nobody made',
    call: action(() => passkeyActions.addPasskeyAction({ answer: PASSKEY_ANSWER, name: '' })),
    expected: [401, 403, 410, 410, 410, 401, 401],
  },
  {
    entrance: `${PASSKEYS} removePasskeyAction`,
    what: 'the owner’s passkey',
    call: removeOwnersPasskey,
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    // Last: it ends the sessions that the rows above go by.
    entrance: `${ACTIONS} endSessionsAction`,
    what: 'everywhere; a guest would be locked out',
    call: action(() => actions.endSessionsAction()),
    expected: [401, 403, 200, 200, 200, 401, 401],
  },
]

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const missingFrom = (found: readonly string[]): string[] =>
  found.filter((entrance) => !TABLE.some((row) => row.entrance === entrance))

describe('the table', () => {
  it('has every entrance there is', () => expect(missingFrom(entrancesUnder(ROOT))).toEqual([]))

  it('has no entrance that is gone', () => {
    const found = entrancesUnder(ROOT)
    expect(TABLE.filter(({ entrance }) => !found.includes(entrance))).toEqual([])
  })

  it.each<[string, string, string[]]>([
    ['app/api/planted/route.ts', 'export const GET = handler\nexport async function DELETE() {}', ['GET', 'DELETE']],
    ['app/(teach)/planted/route.ts', 'const a = 1\nexport { a as PUT, b as other }', ['PUT']],
    ['app/api/planted/route.ts', "export * from './elsewhere.ts'", ['*']],
    ['app/planted/actions.ts', "'use server'\nexport const planted = async () => {}", ['planted']],
    ['lib/server/planted.ts', "// a comment\n'use server'\nexport async function planted() {}", ['planted']],
    ['app/[lang]/(account)/planted/page.tsx', 'export default Page', ['page']],
    ['app/[lang]/(operator)/operator/planted/page.tsx', 'export default Page', ['page']],
    ['app/[lang]/(study)/planted/page.tsx', "import { x } from '#lib/server/x.ts'\nexport default Page", ['page']],
    ['app/planted/page.tsx', "const Page = () => {\n  const act = async () => {\n    'use server'\n  }\n}", ['inline']],
  ])('misses what is planted in %s: %j', (file, text, names) => {
    const root = mkdtempSync(join(tmpdir(), 'footnote-planted-'))
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
    expect(missingFrom(entrancesUnder(root))).toEqual(names.map((name) => `${file} ${name}`))
  })
})

describe.each(TABLE)('$entrance: $what', ({ call, expected }) => {
  it.each(ACTORS.map((actor, nth) => [actor, expected[nth]] as const))('as %s is %i', async (actor, status) => {
    expect(await call(people.get(actor) ?? null)).toBe(status)
  })
})
