import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as password from '#app/api/account/password/route.ts'
import * as account from '#app/api/account/route.ts'
import * as auth from '#app/api/auth/[...nextauth]/route.ts'
import * as documents from '#app/api/documents/route.ts'
import * as health from '#app/api/health/route.ts'
import * as links from '#app/api/links/route.ts'
import * as mail from '#app/api/mail/route.ts'
import * as packs from '#app/api/packs/[pack]/route.ts'
import * as session from '#app/api/session/route.ts'
import * as sync from '#app/api/sync/route.ts'
import { entrancesUnder } from '#lib/testing/entrances.ts'
import { newBrowser, newDatabase, newPerson, type Person, SITE } from '#lib/testing/people.ts'
import * as bring from '../../app/(account)/bring/actions.ts'
import * as actions from '../../app/(account)/settings/actions.ts'
import * as operator from '../../app/(operator)/operator/actions.ts'
import type { Outcome } from './act.ts'
import { db } from './db.ts'
import { statusOf } from './errors.ts'
import { endSession } from './login-sessions.ts'
import { hashPassword } from './passwords.ts'

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

const OWNED_SET = 'owners-set'
const SHIPPED_SET = 'shipped-set'
const PASSWORD = 'fig vine amber'
const people = new Map<Actor, Person | null>()
let end: () => Promise<void>

beforeAll(async () => {
  ;({ end } = await newDatabase())
  const passwordHash = await hashPassword(PASSWORD)
  const owner = await newPerson({ email: 'owner@example.org', passwordHash })
  const version = { version: 1, title: 'A set', language: 'en', aliases: [], contentHash: 'c', packHash: 'p' }
  for (const data of [
    { id: OWNED_SET, visibility: 'private' as const, ownerId: owner.viewer.userId },
    { id: SHIPPED_SET, visibility: 'public' as const },
  ]) {
    await db().questionSet.create({ data: { ...data, versions: { create: version } } })
  }
  people.set('anonymous', null)
  people.set('guest', await newPerson({ kind: 'guest' }))
  people.set('owner', owner)
  people.set('other', await newPerson({ email: 'other@example.org', passwordHash }))
  people.set('operator', await newPerson({ email: 'operator@example.org', passwordHash, role: 'operator' }))
  const ended = await newPerson({ email: 'ended@example.org', passwordHash })
  await endSession(ended.viewer.sessionId)
  people.set('ended', ended)
  const suspended = await newPerson({ email: 'suspended@example.org', passwordHash })
  await db().user.update({ where: { id: suspended.viewer.userId }, data: { suspendedAt: new Date() } })
  people.set('suspended', suspended)
})
afterAll(() => end())

type Route<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

/** Calls a route as a browser of that person's would. */
const route =
  <P>(handler: Route<P>, path: string, params: P, sent: { json?: unknown; form?: Record<string, string> } = {}) =>
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

const BRING = 'app/(account)/bring/actions.ts'
const ACTIONS = 'app/(account)/settings/actions.ts'
const OPERATOR = 'app/(operator)/operator/actions.ts'

/** A sync in the name of the owner, whoever sends it. */
const syncAsOwner = (as: Person | null): Promise<number> => {
  const userId = people.get('owner')?.viewer.userId ?? ''
  const json = { protocol: 1, userId, clientNow: Date.now(), cursor: 0, entries: [] }
  return route(sync.POST, '/api/sync', {}, { json })(as)
}

const pack = (setId: string) => route(packs.GET, `/api/packs/${setId}@1`, { pack: `${setId}@1` })

const TABLE: readonly Row[] = [
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
    entrance: 'app/api/documents/route.ts POST',
    what: 'a text that is none: those who may send one hear that',
    call: route(documents.POST, '/api/documents', {}, { json: { text: 5 } }),
    expected: [401, 400, 400, 400, 400, 401, 401],
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
  {
    entrance: `${OPERATOR} withholdAction`,
    what: 'giving back the owner’s set',
    call: action(() => operator.withholdAction({ setId: OWNED_SET, withheld: 'no' })),
    expected: [401, 404, 404, 404, 200, 401, 401],
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
