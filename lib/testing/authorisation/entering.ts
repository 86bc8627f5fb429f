import { vi } from 'vitest'
import * as password from '#app/api/account/password/route.ts'
import * as account from '#app/api/account/route.ts'
import * as attempts from '#app/api/attempts/[attempt]/route.ts'
import * as auth from '#app/api/auth/[...nextauth]/route.ts'
import * as health from '#app/api/health/route.ts'
import * as links from '#app/api/links/route.ts'
import * as live from '#app/api/live/[assignment]/route.ts'
import * as mail from '#app/api/mail/route.ts'
import * as packs from '#app/api/packs/[pack]/route.ts'
import * as quizzes from '#app/api/quizzes/[assignment]/route.ts'
import * as session from '#app/api/session/route.ts'
import * as sync from '#app/api/sync/route.ts'
import { db } from '#lib/server/db.ts'
import { issuerSettings } from '#lib/testing/issuer.ts'
import { type Person, SITE } from '#lib/testing/people.ts'
import * as link from '../../../app/[lang]/(account)/link/actions.ts'
import * as waysIn from '../../../app/[lang]/(account)/settings/ways-in-actions.ts'
import { action, authRoute, OWNED_SET, PASSWORD, people, quiz, type Row, round, route, SHIPPED_SET } from './ground.ts'

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

export const ENTERING: readonly Row[] = [
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
]
