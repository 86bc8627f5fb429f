import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { issuerSettings, openIssuer } from '#lib/testing/issuer.ts'
import { newDatabase, newPerson, SITE } from '#lib/testing/people.ts'
import { comeBack, goOut, through, throughProvider } from '#lib/testing/trip.ts'
import { visitor } from '#lib/testing/visitor.ts'
import { linkPendingAction } from '../../app/[lang]/(account)/link/actions.ts'
import { setPasswordAction, unlinkAction } from '../../app/[lang]/(account)/settings/ways-in-actions.ts'
import { db } from './db.ts'
import { changeRules } from './installation.ts'
import { shell } from './operator.ts'
import { deleteAccount, rename } from './own-account.ts'
import { hashPassword } from './passwords.ts'
import { suspend } from './people.ts'
import type { Viewer } from './viewer.ts'

let jar = new Map<string, string>()
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ host: new URL(SITE).host, origin: SITE, 'x-forwarded-for': '203.0.113.7' }),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    delete: (name: string) => jar.delete(name),
  }),
}))

type Browser = ReturnType<typeof visitor>
/** Runs an action in that browser. */
const inBrowser = <T>(browser: Browser, run: () => Promise<T>): Promise<T> => {
  jar = browser.jar
  return run()
}
const me = async (browser: Browser): Promise<Viewer> => (await (await browser.whoAmI()).json()) as Viewer

let end: () => Promise<void>
let issuer: Awaited<ReturnType<typeof openIssuer>>
let complaints: ReturnType<typeof vi.spyOn>
beforeAll(async () => {
  ;({ end } = await newDatabase())
  issuer = await openIssuer()
})
afterAll(async () => {
  await issuer.close()
  await end()
})
beforeEach(() => {
  for (const [name, value] of Object.entries(issuerSettings(SITE, issuer.url))) vi.stubEnv(name, value)
  complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(async () => {
  await changeRules(shell, { signUp: 'open', domains: [] })
  issuer.spoil = {}
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const PASSWORD = 'fig vine amber'
let nth = 0
const person = (more: object = {}) => {
  nth += 1
  const claims = {
    sub: `person-${nth}`,
    email: `person${nth}@school.example`,
    email_verified: true,
    name: `Person ${nth}`,
  }
  issuer.person = { ...claims, ...more }
  return claims
}
const ARRIVE = `${SITE}/arrive`
const problem = (code: string) => `${SITE}/sign-in?problem=${code}&by=oidc`
const stateless = (back: URL) => back.searchParams.set('state', 'guessed')

describe('a newcomer', () => {
  it('becomes a member with the e-mail that the issuer checked, and comes back in by the id there', async () => {
    const { sub, email, name } = person()
    const browser = visitor()
    expect(await through(browser)).toBe(ARRIVE)
    expect(await browser.session()).toMatchObject({ kind: 'member', email, name })
    const { userId, sessionId } = await me(browser)
    const kept = await db().identity.findMany({ where: { userId } })
    expect(kept).toMatchObject([{ provider: `oidc:${issuer.url}`, subject: sub, email }])
    expect(await db().loginSession.findUnique({ where: { id: sessionId } })).toMatchObject({ userId, revokedAt: null })
    const events = await db().securityEvent.findMany({ where: { userId }, select: { kind: true } })
    expect(events.map(({ kind }) => kind).sort()).toEqual(['signed-in', 'signed-up'])

    await browser.leave()
    expect(await browser.session()).toBeNull()
    issuer.person = { sub, email: `moved-${email}`, email_verified: true }
    expect(await through(browser)).toBe(ARRIVE)
    expect((await me(browser)).userId).toBe(userId)
    expect(await browser.session()).toMatchObject({ email, name })
    expect(await db().identity.findFirst({ where: { userId } })).toMatchObject({ email: `moved-${email}` })
  })

  it('who was a guest here keeps everything under the same account', async () => {
    person()
    const browser = visitor()
    await browser.enter('guest')
    const guest = await me(browser)
    expect(await through(browser)).toBe(ARRIVE)
    expect(await me(browser)).toMatchObject({ userId: guest.userId, kind: 'member' })
    expect([...browser.jar.keys()]).not.toContain('footnote.guest-before')
  })

  it.each([
    ['says so with false', { email_verified: false }],
    ['does not say', { email_verified: undefined }],
    ['names none', { email: undefined }],
  ])('has no e-mail here where the issuer has not checked it and %s', async (_, claims) => {
    const { name } = person(claims)
    const browser = visitor()
    expect(await through(browser)).toBe(ARRIVE)
    expect(await browser.session()).toMatchObject({ email: null, name })
  })

  it('without e-mail and name is called by the id there', async () => {
    const { sub } = person({ email: undefined, name: undefined })
    const browser = visitor()
    await through(browser)
    expect(await browser.session()).toMatchObject({ name: sub })
  })

  it('is not made twice by two tabs that come back at one moment', async () => {
    const { sub } = person()
    const both = await Promise.all([through(visitor()), through(visitor())])
    expect(both).toEqual([ARRIVE, ARRIVE])
    expect(await db().identity.count({ where: { subject: sub } })).toBe(1)
    expect(await db().user.count({ where: { name: issuer.person.name ?? '' } })).toBe(1)
  })

  it.each(['invited', 'closed'] as const)(
    'is refused where doors are %s; who has an account comes in',
    async (signUp) => {
      person()
      await through(visitor())
      await changeRules(shell, { signUp })
      expect(await through(visitor())).toBe(ARRIVE)
      const { sub } = person()
      const stranger = visitor()
      expect(await through(stranger)).toBe(problem('closed'))
      expect(await stranger.session()).toBeNull()
      expect(await db().identity.count({ where: { subject: sub } })).toBe(0)
    },
  )

  it('needs a checked e-mail at a domain that may sign up', async () => {
    await changeRules(shell, { domains: ['school.example'] })
    person({ email: 'ann@elsewhere.example' })
    expect(await through(visitor())).toBe(problem('domains'))
    person({ email_verified: false })
    expect(await through(visitor())).toBe(problem('domains'))
    person()
    expect(await through(visitor())).toBe(ARRIVE)
  })
})

describe('an e-mail that has an account already', () => {
  const withPassword = async () => {
    const { email } = person()
    const { viewer } = await newPerson({ email, passwordHash: await hashPassword(PASSWORD) })
    return { email, userId: viewer.userId }
  }

  it('opens nothing; its owner signs in, and then links by one confirmation', async () => {
    const { email, userId } = await withPassword()
    const browser = visitor()
    expect(await through(browser)).toBe(problem('taken'))
    expect(await browser.session()).toBeNull()
    expect(await db().identity.count({ where: { userId } })).toBe(0)

    await browser.enter('password', { email, password: PASSWORD })
    expect(await inBrowser(browser, linkPendingAction)).toMatchObject({ ok: true })
    expect(await db().identity.count({ where: { userId } })).toBe(1)
    await browser.leave()
    expect(await through(browser)).toBe(ARRIVE)
    expect((await me(browser)).userId).toBe(userId)
  })

  it('is told to its owner where nobody new may join, too', async () => {
    await withPassword()
    await changeRules(shell, { signUp: 'closed' })
    expect(await through(visitor())).toBe(problem('taken'))
  })

  it('is linked to nobody else who signs in there afterwards', async () => {
    const { userId } = await withPassword()
    const browser = visitor()
    await through(browser)
    const other = await newPerson({ email: `other${nth}@example.org`, passwordHash: await hashPassword(PASSWORD) })
    await browser.enter('password', { email: `other${nth}@example.org`, password: PASSWORD })
    await inBrowser(browser, linkPendingAction)
    expect(await db().identity.count({ where: { userId: { in: [userId, other.viewer.userId] } } })).toBe(0)
  })

  it('counts for nothing while the issuer has not checked it', async () => {
    const { email, userId } = await withPassword()
    issuer.person = { ...issuer.person, email_verified: false }
    const browser = visitor()
    expect(await through(browser)).toBe(ARRIVE)
    expect((await me(browser)).userId).not.toBe(userId)
    expect(await db().user.count({ where: { email } })).toBe(1)
  })
})

describe('signing in to an account', () => {
  it('keeps the guest of this browser aside, to be asked about', async () => {
    person()
    await through(visitor())
    const browser = visitor()
    await browser.enter('guest')
    const guest = await me(browser)
    expect(await through(browser)).toBe(ARRIVE)
    expect((await me(browser)).userId).not.toBe(guest.userId)
    expect([...browser.jar.keys()]).toContain('footnote.guest-before')
  })

  it('ends the session of whoever was signed in here before', async () => {
    person()
    await through(visitor())
    const browser = visitor()
    const email = `before${nth}@example.org`
    await newPerson({ email, passwordHash: await hashPassword(PASSWORD) })
    await browser.enter('password', { email, password: PASSWORD })
    const before = await me(browser)
    expect(await through(browser)).toBe(ARRIVE)
    expect((await me(browser)).userId).not.toBe(before.userId)
    expect((await db().loginSession.findUnique({ where: { id: before.sessionId } }))?.revokedAt).not.toBeNull()
  })

  it('is refused while an operator keeps it out', async () => {
    person()
    const first = visitor()
    await through(first)
    await suspend(shell, (await me(first)).userId)
    const browser = visitor()
    expect(await through(browser)).toBe(problem('suspended'))
    expect(await browser.session()).toBeNull()
  })

  it('tells people of another issuer apart who have the same id', async () => {
    const { sub } = person()
    const first = visitor()
    await through(first)
    const second = await openIssuer()
    vi.stubEnv('FOOTNOTE_OIDC_ISSUER', second.url)
    second.person = { sub }
    const browser = visitor()
    expect(await through(browser)).toBe(ARRIVE)
    expect((await me(browser)).userId).not.toBe((await me(first)).userId)
    await second.close()
  })
})

describe('an answer that is not as it should be', () => {
  const refused = async (code: string, alter?: (back: URL) => void) => {
    const browser = visitor()
    expect(await through(browser, alter ? { alter } : {})).toBe(problem(code))
    expect(await browser.session()).toBeNull()
    expect(await db().identity.count({ where: { subject: issuer.person.sub } })).toBe(0)
  }

  it('has another state', async () => {
    person()
    await refused('stale', stateless)
    expect(complaints).not.toHaveBeenCalled()
  })

  it('comes to another browser than went out', async () => {
    person()
    const back = await throughProvider(await goOut(visitor()))
    const victim = visitor()
    expect(await comeBack(victim, back)).toBe(problem('stale'))
    expect(await victim.session()).toBeNull()
  })

  it('has another nonce', async () => {
    person()
    issuer.spoil = { nonce: 'of another sign-in' }
    await refused('stale')
  })

  it.each([
    ['another issuer', { iss: 'https://elsewhere.example' }],
    ['another client', { aud: 'somebody-else' }],
    ['a time long past', { exp: 1_000_000 }],
  ])('is for %s', async (_, spoil) => {
    person()
    issuer.spoil = spoil
    await refused('unreachable')
    expect(complaints).toHaveBeenCalledOnce()
  })

  it('speaks of two people', async () => {
    person()
    issuer.spoil = { sub: 'somebody-else' }
    await refused('unreachable')
  })

  it('says that the person did not want to', async () => {
    person()
    await refused('denied', (back) => {
      back.searchParams.delete('code')
      back.searchParams.set('error', 'access_denied')
    })
  })

  it('has another code', async () => {
    person()
    await refused('unreachable', (back) => back.searchParams.set('code', 'guessed'))
  })

  it('is noted, and says nothing secret to the log', async () => {
    person()
    await refused('unreachable', (back) => back.searchParams.set('code', 'guessed'))
    const line = await db().securityEvent.findFirst({ where: { kind: 'sign-in-refused' }, orderBy: { id: 'desc' } })
    expect(line).toMatchObject({ detail: { with: `oidc:${issuer.url}`, why: 'unreachable' } })
    expect(String(complaints.mock.calls)).not.toMatch(/guessed|secret/)
  })
})

describe('a provider that does not answer', () => {
  let mute: Server
  beforeAll(async () => {
    mute = createServer(() => {})
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => {
    mute.closeAllConnections()
    mute.close()
  })

  it('is told before anybody leaves', async () => {
    vi.stubEnv('FOOTNOTE_OIDC_ISSUER', 'http://127.0.0.1:9')
    const out = await goOut(visitor())
    expect(out.status).toBe(502)
    expect(((await out.json()) as { error: { message: string } }).error.message).toContain('Northside School')
  })

  it('is given up after some seconds', async () => {
    vi.stubEnv('FOOTNOTE_OIDC_ISSUER', `http://127.0.0.1:${(mute.address() as AddressInfo).port}`)
    expect((await goOut(visitor())).status).toBe(502)
  })

  it('on the way back leads to the sign-in page', async () => {
    const browser = visitor()
    const back = await throughProvider(await goOut(browser))
    vi.stubEnv('FOOTNOTE_OIDC_ISSUER', 'http://127.0.0.1:9')
    expect(await comeBack(browser, back)).toBe(problem('unreachable'))
  })
})

describe('linking from the settings', () => {
  const member = async () => {
    const email = `linker${++nth}@example.org`
    const { viewer } = await newPerson({ email, passwordHash: await hashPassword(PASSWORD) })
    const browser = visitor()
    await browser.enter('password', { email, password: PASSWORD })
    return { browser, userId: viewer.userId, email }
  }

  it('adds the account to one’s own, whatever its e-mail, and leaves the session as it is', async () => {
    const { browser, userId, email } = await member()
    const before = await me(browser)
    person()
    expect(await through(browser, { purpose: 'link' })).toBe(`${SITE}/settings#ways-in`)
    expect(await me(browser)).toEqual(before)
    expect(await browser.session()).toMatchObject({ email })
    const other = visitor()
    expect(await through(other)).toBe(ARRIVE)
    expect((await me(other)).userId).toBe(userId)
    expect(await db().securityEvent.count({ where: { userId, kind: 'identity-linked' } })).toBe(1)
  })

  it('is refused for an account that is linked to somebody else', async () => {
    person()
    const owner = visitor()
    await through(owner)
    const { browser, userId } = await member()
    expect(await through(browser, { purpose: 'link' })).toBe(`${SITE}/settings?problem=others&by=oidc#ways-in`)
    expect(await db().identity.count({ where: { userId } })).toBe(0)
  })

  it('is for members who signed in a short while ago', async () => {
    const guest = visitor()
    await guest.enter('guest')
    expect((await goOut(guest, { purpose: 'link' })).status).toBe(401)
    expect((await goOut(visitor(), { purpose: 'link' })).status).toBe(401)
    const { browser } = await member()
    const { sessionId } = await me(browser)
    await db().loginSession.update({ where: { id: sessionId }, data: { createdAt: new Date(Date.now() - 7_200_000) } })
    expect((await goOut(browser, { purpose: 'link' })).status).toBe(403)
  })

  it('neither links nor signs in when somebody else has signed in meanwhile', async () => {
    const { browser, userId } = await member()
    const { sub } = person()
    const back = await throughProvider(await goOut(browser, { purpose: 'link' }))
    await browser.leave()
    expect(await comeBack(browser, back)).toBe(problem('stale'))
    expect(await browser.session()).toBeNull()
    expect(await db().identity.count({ where: { OR: [{ userId }, { subject: sub }] } })).toBe(0)
  })
})

describe('unlinking', () => {
  const unlinkIn = (browser: Browser) =>
    inBrowser(browser, () => unlinkAction({ provider: `oidc:${issuer.url}`, subject: issuer.person.sub }))

  it('of the last way in is refused, until there is a password', async () => {
    const { email, sub } = person()
    const browser = visitor()
    await through(browser)
    expect(await unlinkIn(browser)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await db().identity.count({ where: { subject: sub } })).toBe(1)
    expect(await inBrowser(browser, () => setPasswordAction({ password: PASSWORD }))).toMatchObject({ ok: true })
    expect(await unlinkIn(browser)).toMatchObject({ ok: true })
    expect(await db().identity.count({ where: { subject: sub } })).toBe(0)
    expect((await visitor().enter('password', { email, password: PASSWORD })).status).toBe(200)
  })

  it('of somebody else’s is refused', async () => {
    const { sub } = person()
    await through(visitor())
    const email = `thief${nth}@example.org`
    await newPerson({ email, passwordHash: await hashPassword(PASSWORD) })
    const thief = visitor()
    await thief.enter('password', { email, password: PASSWORD })
    expect(await unlinkIn(thief)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await db().identity.count({ where: { subject: sub } })).toBe(1)
  })
})

describe('a member by a provider alone', () => {
  const nobodys = async () => {
    person({ email: undefined })
    const browser = visitor()
    await through(browser)
    return browser
  }

  it('chooses a name with the first password, and has one password at most by this', async () => {
    const browser = await nobodys()
    const set = (form: Record<string, string>) => inBrowser(browser, () => setPasswordAction(form))
    expect(await set({ password: PASSWORD })).toMatchObject({
      ok: false,
      error: { fields: { name: expect.anything() } },
    })
    const name = `Anna ${nth}`
    expect(await set({ password: 'short', name })).toMatchObject({ ok: false, error: { code: 'cannot-use' } })
    expect(await set({ password: PASSWORD, name })).toMatchObject({ ok: true })
    expect(await set({ password: 'another one now' })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect((await visitor().enter('password', { email: name, password: PASSWORD })).status).toBe(200)
  })

  it('cannot take a name that somebody signs in with', async () => {
    await newPerson({ login: 'taken name', passwordHash: 'x' })
    const browser = await nobodys()
    const form = { password: PASSWORD, name: 'Taken  Name' }
    const outcome = await inBrowser(browser, () => setPasswordAction(form))
    expect(outcome).toMatchObject({ ok: false, error: { code: 'name-taken' } })
  })

  it('keeps some name, and deletes the account by the word', async () => {
    const browser = await nobodys()
    const viewer = await me(browser)
    await expect(rename(viewer, ' ')).rejects.toMatchObject({ code: 'cannot-use' })
    await expect(deleteAccount(viewer, 'wrong')).rejects.toMatchObject({ code: 'cannot-use' })
    await deleteAccount(viewer, 'delete')
    expect(await browser.session()).toBeNull()
    expect(await db().identity.count({ where: { userId: viewer.userId } })).toBe(0)
  })
})
