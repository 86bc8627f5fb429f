import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { POST as postPassword } from '#app/api/account/password/route.ts'
import { POST as postLink } from '#app/api/links/route.ts'
import { newDatabase, newPerson } from '#lib/testing/people.ts'
import { visitor } from '#lib/testing/visitor.ts'
import { db } from './db.ts'
import { moveCode } from './guest-move.ts'
import { changeRules } from './installation.ts'
import { issue } from './one-time.ts'
import { shell } from './operator.ts'
import { hashPassword } from './passwords.ts'
import { makeInvitation, makeResetToken } from './people.ts'

let end: () => Promise<void>
beforeAll(async () => {
  ;({ end } = await newDatabase())
})
afterAll(() => end())
afterEach(async () => {
  await changeRules(shell, { signUp: 'open', domains: [] })
})

const PASSWORD = 'fig vine amber'
const NEW = 'harbour lantern moss'
const DAY_MS = 86_400_000
let nth = 0
const member = async () => {
  nth += 1
  const email = `link${nth}@example.org`
  return { email, ...(await newPerson({ email, passwordHash: await hashPassword(PASSWORD) })) }
}
const reset = (token: string, password = NEW) =>
  visitor().send(postPassword, '/api/account/password', {}, { json: { token, password } })
const codeOf = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code

describe('a link to a new password', () => {
  it('sets it, signs in here and nowhere else, and works once', async () => {
    const ada = await member()
    const elsewhere = visitor()
    await elsewhere.enter('password', { email: ada.email, password: PASSWORD })
    const token = await makeResetToken(shell, ada.viewer.userId)
    const here = visitor()
    const response = await here.send(postPassword, '/api/account/password', {}, { json: { token, password: NEW } })
    expect(response.status).toBe(200)
    expect(await here.session()).toMatchObject({ email: ada.email })
    expect(await elsewhere.session()).toBeNull()
    expect((await visitor().enter('password', { email: ada.email, password: PASSWORD })).status).toBe(401)
    expect((await visitor().enter('password', { email: ada.email, password: NEW })).status).toBe(200)
    expect(await codeOf(await reset(token))).toBe('link-over')
  })

  it('keeps what a guest did on this device for the question whose it is to be', async () => {
    const token = await makeResetToken(shell, (await member()).viewer.userId)
    const here = visitor()
    await here.enter('guest')
    const session = here.jar.get('next-auth.session-token')
    await here.send(postPassword, '/api/account/password', {}, { json: { token, password: NEW } })
    expect(here.jar.get('footnote.guest-before')).toBe(session)
  })

  it('ends the session of whoever else was signed in here', async () => {
    const [ada, bo] = [await member(), await member()]
    const here = visitor()
    await here.enter('password', { email: bo.email, password: PASSWORD })
    const before = new Map(here.jar)
    const token = await makeResetToken(shell, ada.viewer.userId)
    await here.send(postPassword, '/api/account/password', {}, { json: { token, password: NEW } })
    expect(await here.session()).toMatchObject({ email: ada.email })
    for (const [name, value] of before) here.jar.set(name, value)
    expect(await here.session()).toBeNull()
  })

  it('is not used up by a password that cannot be taken', async () => {
    const ada = await member()
    const token = await makeResetToken(shell, ada.viewer.userId)
    expect(await codeOf(await reset(token, 'short'))).toBe('cannot-use')
    expect((await reset(token)).status).toBe(200)
  })

  it('lets one of two in who come with it at one moment', async () => {
    const token = await makeResetToken(shell, (await member()).viewer.userId)
    const both = await Promise.all([reset(token), reset(token, `${NEW} too`)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410])
  })

  it('is ended by a newer one, and by time', async () => {
    const { userId } = (await member()).viewer
    const first = await makeResetToken(shell, userId)
    await makeResetToken(shell, userId)
    expect(await codeOf(await reset(first))).toBe('link-over')
    const { token } = await issue('reset', { userId }, new Date(Date.now() - 4 * DAY_MS))
    expect(await codeOf(await reset(token))).toBe('link-over')
  })

  it('is nothing that the database would give away', async () => {
    const { userId } = (await member()).viewer
    const token = await makeResetToken(shell, userId)
    expect(JSON.stringify(await db().oneTimeLink.findMany())).not.toContain(token)
  })

  it('lets nobody in who is kept out meanwhile', async () => {
    const { userId } = (await member()).viewer
    const token = await makeResetToken(shell, userId)
    await db().user.update({ where: { id: userId }, data: { suspendedAt: new Date() } })
    expect(await codeOf(await reset(token))).toBe('suspended')
  })
})

describe('a way in without a password', () => {
  it('signs in to the account of the address', async () => {
    const ada = await member()
    const { token } = await issue('entry', { email: ada.email, userId: ada.viewer.userId })
    const browser = visitor()
    expect((await browser.enter('link', { token })).status).toBe(200)
    expect(await browser.session()).toMatchObject({ id: ada.viewer.userId })
    expect((await visitor().enter('link', { token })).status).toBe(410)
  })

  it('makes the account where there is none, of the guest who follows it', async () => {
    const browser = visitor()
    await browser.enter('guest')
    const guest = await browser.session()
    const { token } = await issue('entry', { email: 'fresh@example.org' })
    expect((await browser.enter('link', { token })).status).toBe(200)
    expect(await browser.session()).toMatchObject({ id: guest?.id, kind: 'member', email: 'fresh@example.org' })
  })

  it('does not where nobody new may come, and can be followed later', async () => {
    const { token } = await issue('entry', { email: 'later@example.org' })
    await changeRules(shell, { signUp: 'closed' })
    const refused = await visitor().enter('link', { token })
    expect(await codeOf(refused)).toBe('sign-up-closed')
    await changeRules(shell, { signUp: 'open' })
    expect((await visitor().enter('link', { token })).status).toBe(200)
  })

  it('is not to be had by a link for something else', async () => {
    const { userId } = (await member()).viewer
    const token = await makeResetToken(shell, userId)
    expect((await visitor().enter('link', { token })).status).toBe(410)
    expect((await reset((await issue('entry', { userId, email: 'link1@example.org' })).token)).status).toBe(410)
  })
})

describe('a guest’s code', () => {
  const guest = async () => {
    const browser = visitor()
    await browser.enter('guest')
    return { browser, user: await browser.session() }
  }

  it('brings the guest to another device, however it is typed', async () => {
    const { browser, user } = await guest()
    const { token } = await issue('move', { userId: String(user?.id) })
    expect(token).toMatch(/^[A-Z2-9]{8}$/)
    const other = visitor()
    const typed = ` ${token.slice(0, 4).toLowerCase()}-${token.slice(4)} `
    expect((await other.enter('link', { token: typed })).status).toBe(200)
    expect(await other.session()).toEqual(user)
    expect(await browser.session()).toEqual(user)
  })

  it('keeps what another guest did on that device for the question whose it is to be', async () => {
    const [first, second] = [await guest(), await guest()]
    const { token } = await issue('move', { userId: String(first.user?.id) })
    await second.browser.enter('link', { token })
    expect(await second.browser.session()).toEqual(first.user)
    expect([...second.browser.jar.keys()]).toContain('footnote.guest-before')
  })

  it('is made for guests alone, ends the one before, and is noted', async () => {
    const { user } = await guest()
    const viewer = { userId: String(user?.id), sessionId: '', kind: 'guest', role: 'learner' } as const
    const [first, second] = [await moveCode(viewer), await moveCode(viewer)]
    expect(second.lastsMs).toBe(10 * 60_000)
    expect((await visitor().enter('link', { token: first.code })).status).toBe(410)
    expect((await visitor().enter('link', { token: second.code })).status).toBe(200)
    const notes = await db().securityEvent.findMany({ where: { userId: viewer.userId, kind: 'link-made' } })
    expect(notes.map(({ detail }) => detail)).toEqual([{ for: 'move' }, { for: 'move' }])
    expect(JSON.stringify(notes)).not.toContain(second.code)
    await expect(moveCode((await member()).viewer)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('is not made without end', async () => {
    const { viewer } = await newPerson({ kind: 'guest' })
    for (let n = 0; n < 10; n++) await moveCode(viewer)
    await expect(moveCode(viewer)).rejects.toMatchObject({ code: 'too-many', message: /in \d+ minutes/ })
  })

  it('is over once the guest has an account', async () => {
    const { browser, user } = await guest()
    const { token } = await issue('move', { userId: String(user?.id) })
    expect((await browser.signUp({ email: 'moved-on@example.org', password: PASSWORD })).status).toBe(201)
    const other = visitor()
    expect((await other.enter('link', { token })).status).toBe(410)
    expect(await other.session()).toBeNull()
  })

  it('is not for someone who has an account', async () => {
    const { user } = await guest()
    const { token } = await issue('move', { userId: String(user?.id) })
    const ada = await member()
    const browser = visitor()
    await browser.enter('password', { email: ada.email, password: PASSWORD })
    expect((await browser.enter('link', { token })).status).toBe(409)
  })
})

describe('an invitation', () => {
  const join = (invitation: string | null, email: string) =>
    visitor().signUp({ email, password: PASSWORD, ...(invitation ? { invitation } : {}) })

  it('stands above closed doors and other domains, for one account', async () => {
    await changeRules(shell, { signUp: 'closed', domains: ['school.example'] })
    expect(await codeOf(await join(null, 'a@school.example'))).toBe('sign-up-closed')
    const invitation = await makeInvitation(shell)
    expect((await join(invitation, 'invited@example.org')).status).toBe(201)
    expect(await codeOf(await join(invitation, 'again@example.org'))).toBe('link-over')
  })

  it('is not used up by a sign-up that fails', async () => {
    const ada = await member()
    const invitation = await makeInvitation(shell)
    expect(await codeOf(await join(invitation, ada.email))).toBe('email-taken')
    expect((await join(invitation, 'other@example.org')).status).toBe(201)
  })
})

describe('asking what a link is for', () => {
  const ask = async (token: string) => visitor().send(postLink, '/api/links', {}, { json: { token } })

  it('tells, and does not use it', async () => {
    const ada = await member()
    const token = await makeResetToken(shell, ada.viewer.userId)
    const told = { purpose: 'reset', name: ada.email, login: null }
    for (let i = 0; i < 2; i++) expect(await (await ask(token)).json()).toEqual(told)
  })

  it('tells by which name its owner signs in', async () => {
    const { viewer } = await newPerson({ login: 'mila.novak', name: 'Mila Novak' })
    const { token } = await issue('reset', { userId: viewer.userId })
    expect(await (await ask(token)).json()).toEqual({ purpose: 'reset', name: 'Mila Novak', login: 'mila.novak' })
  })

  it('tells nothing of one that nobody made', async () => expect((await ask('guessed')).status).toBe(410))
})
