import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { issuerSettings, openIssuer } from '#lib/testing/issuer.ts'
import { newDatabase, newPerson, SITE } from '#lib/testing/people.ts'
import { comeBack, goOut, through, throughProvider } from '#lib/testing/trip.ts'
import { visitor } from '#lib/testing/visitor.ts'
import { db } from './db.ts'
import { sha256 } from './ids.ts'
import { changeRules } from './installation.ts'
import { issue } from './one-time.ts'
import { shell } from './operator.ts'
import { makeInvitation } from './people.ts'
import type { Viewer } from './viewer.ts'

let end: () => Promise<void>
let issuer: Awaited<ReturnType<typeof openIssuer>>
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
})
afterEach(() => vi.unstubAllEnvs())

let nth = 0
const person = () => {
  nth += 1
  issuer.person = { sub: `person-${nth}`, email: `person${nth}@school.example`, email_verified: true }
  return issuer.person
}
const ARRIVE = `${SITE}/arrive`
const problem = (code: string) => `${SITE}/sign-in?problem=${code}&by=oidc`
const stateless = (back: URL) => back.searchParams.set('state', 'guessed')
const me = async (browser: ReturnType<typeof visitor>): Promise<Viewer> =>
  (await (await browser.whoAmI()).json()) as Viewer

describe('an invitation, carried through an account elsewhere,', () => {
  const invitation = async (): Promise<string> => {
    await changeRules(shell, { signUp: 'closed', domains: ['nowhere.example'] })
    return makeInvitation(shell)
  }
  const isLeft = async (token: string) =>
    (await db().oneTimeLink.findUnique({ where: { tokenHash: sha256(token) } }))?.usedAt === null

  it('lets one newcomer in through closed doors, and nobody after them', async () => {
    const token = await invitation()
    person()
    const browser = visitor()
    expect(await through(browser, { invitation: token })).toBe(ARRIVE)
    expect(await browser.session()).toMatchObject({ kind: 'member' })
    expect(await isLeft(token)).toBe(false)
    expect([...browser.jar.keys()]).not.toContain('footnote.invited')

    person()
    expect(await (await goOut(visitor(), { invitation: token })).json()).toMatchObject({ error: { code: 'link-over' } })
    await browser.leave()
    expect(await through(browser)).toBe(problem('closed'))
  })

  it('lets one of two in who went out with it at one moment', async () => {
    const token = await invitation()
    const [first, second] = [visitor(), visitor()]
    person()
    const backs = [
      await throughProvider(await goOut(first, { invitation: token })),
      await throughProvider(await goOut(second, { invitation: token })),
    ] as const
    expect(await comeBack(first, backs[0])).toBe(ARRIVE)
    const { sub } = person()
    expect(await comeBack(second, backs[1])).toBe(problem('over'))
    expect(await second.session()).toBeNull()
    expect(await db().identity.count({ where: { subject: sub } })).toBe(0)
  })

  it('keeps what a guest did, and goes along again after a try that failed', async () => {
    const token = await invitation()
    const browser = visitor()
    await changeRules(shell, { signUp: 'open' })
    await browser.enter('guest')
    await changeRules(shell, { signUp: 'closed' })
    const guest = await me(browser)
    person()
    expect(await through(browser, { invitation: token, alter: stateless })).toBe(problem('stale'))
    expect(await isLeft(token)).toBe(true)
    expect(await through(browser)).toBe(ARRIVE)
    expect(await me(browser)).toMatchObject({ userId: guest.userId, kind: 'member' })
    expect(await isLeft(token)).toBe(false)
  })

  it('is not used up by who has an account, and is forgotten in their browser', async () => {
    person()
    await changeRules(shell, { signUp: 'open', domains: [] })
    await through(visitor())
    const token = await invitation()
    const browser = visitor()
    expect(await through(browser, { invitation: token })).toBe(ARRIVE)
    expect(await isLeft(token)).toBe(true)
    person()
    expect(await through(browser)).toBe(problem('closed'))
  })

  it('is nothing that another kind of link could pass for', async () => {
    await invitation()
    const { viewer } = await newPerson({ email: `reset${nth}@example.org` })
    const { token } = await issue('reset', { userId: viewer.userId })
    expect(await (await goOut(visitor(), { invitation: token })).json()).toMatchObject({ error: { code: 'link-over' } })
  })
})
