import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { newDatabase } from '#lib/testing/people.ts'
import { visitor } from '#lib/testing/visitor.ts'
import { db } from './db.ts'

let end: () => Promise<void>
beforeAll(async () => {
  ;({ end } = await newDatabase())
  await db().questionSet.create({ data: { id: 'shipped', visibility: 'public' } })
  await db().questionSet.create({ data: { id: 'unshipped', visibility: 'private' } })
})
afterAll(() => end())

const PASSWORD = 'fig vine amber'
let nth = 0
const emails = () => {
  nth += 1
  return `person${nth}@example.org`
}
let email = ''
beforeEach(() => {
  email = emails()
})

describe('a guest', () => {
  it('is made at once, with the shipped sets to study and no others', async () => {
    const guest = visitor()
    expect((await guest.enter('guest')).status).toBe(200)
    const user = await guest.session()
    expect(user).toMatchObject({ kind: 'guest', email: null, name: null })
    const enrolled = await db().enrolment.findMany({ where: { userId: String(user?.id) }, select: { setId: true } })
    expect(enrolled).toEqual([{ setId: 'shipped' }])
  })

  it('stays the same guest when the device asks again', async () => {
    const guest = visitor()
    await guest.enter('guest')
    const before = await guest.session()
    await guest.enter('guest')
    expect(await guest.session()).toEqual(before)
    expect(await db().loginSession.count({ where: { userId: String(before?.id) } })).toBe(1)
  })

  it('cannot be made from another site', async () => {
    const guest = visitor()
    const response = await guest.auth('callback/guest', { csrfToken: 'guessed' })
    expect(response.status).toBe(403)
    expect(await guest.session()).toBeNull()
  })
})

describe('signing up', () => {
  it('makes a member of a guest under the same id, with everything kept and the old sessions ended', async () => {
    const guest = visitor()
    await guest.enter('guest')
    const before = await guest.session()
    const cookie = new Map(guest.jar)
    const response = await guest.signUp({ email: ` ${email.toUpperCase()} `, password: PASSWORD, name: 'Ada\u200b\n' })
    expect(response.status).toBe(201)
    expect(await response.json()).toEqual({ user: { id: before?.id, kind: 'member', name: 'Ada' } })
    expect(await guest.session()).toEqual({ id: before?.id, kind: 'member', name: 'Ada', email })
    expect(await db().enrolment.count({ where: { userId: String(before?.id) } })).toBe(1)
    for (const [name, value] of cookie) guest.jar.set(name, value)
    expect((await guest.whoAmI()).status).toBe(401)
  })

  it('makes a new member of a stranger, signed in and with something to study', async () => {
    const stranger = visitor()
    expect((await stranger.signUp({ email, password: PASSWORD })).status).toBe(201)
    const user = await stranger.session()
    expect(user).toMatchObject({ kind: 'member', email })
    expect(await db().enrolment.count({ where: { userId: String(user?.id) } })).toBe(1)
  })

  it('keeps no password in plain', async () => {
    await visitor().signUp({ email, password: PASSWORD })
    const user = await db().user.findUniqueOrThrow({ where: { email } })
    expect(user.passwordHash).toMatch(/^\$argon2id\$/)
  })

  it('says beside each field what is wrong with it', async () => {
    const response = await visitor().signUp({ email: 'nobody', password: 'password1', name: 'n'.repeat(81) })
    expect(response.status).toBe(422)
    const { error } = (await response.json()) as { error: { fields: Record<string, string> } }
    expect(Object.keys(error.fields).sort()).toEqual(['email', 'name', 'password'])
  })

  it.each([
    [null],
    ['text'],
    [{ email: 1, password: PASSWORD }],
    [{ email: 'a@b.co' }],
    [{ email: 'a@b.co', password: {} }],
  ])('refuses what is no form: %j', async (json) => expect((await visitor().signUp(json)).status).toBe(400))

  it('gives an address to one of two who ask at once', async () => {
    const answers = await Promise.all([
      visitor().signUp({ email, password: PASSWORD }),
      visitor().signUp({ email, password: `${PASSWORD}!` }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await db().user.count({ where: { email } })).toBe(1)
  })

  it('leaves a guest a guest where the address is taken', async () => {
    await visitor().signUp({ email, password: PASSWORD })
    const guest = visitor()
    await guest.enter('guest')
    expect((await guest.signUp({ email, password: PASSWORD })).status).toBe(409)
    expect(await guest.session()).toMatchObject({ kind: 'guest' })
  })

  it('is not for a member', async () => {
    const member = visitor()
    await member.signUp({ email, password: PASSWORD })
    expect((await member.signUp({ email: emails(), password: PASSWORD })).status).toBe(409)
  })

  it('has a limit for one address', async () => {
    const tries = async (count: number) => {
      const statuses: number[] = []
      for (let done = 0; done < count; done += 1) {
        statuses.push((await visitor().signUp({ email, password: PASSWORD })).status)
      }
      return statuses
    }
    expect(await tries(6)).toEqual([201, 409, 409, 409, 409, 429])
  })
})

describe('an account with a name and no e-mail', () => {
  const names = () => {
    nth += 1
    return `Mei  Tanaka ${nth}`
  }

  it('is signed in to by its name, however that is written', async () => {
    const name = names()
    const home = visitor()
    expect((await home.signUp({ name, password: PASSWORD })).status).toBe(201)
    expect(await home.session()).toMatchObject({ kind: 'member', name })
    const away = visitor()
    const written = ` ${name.toUpperCase().replace('  ', ' ')}`
    expect((await away.enter('password', { email: written, password: PASSWORD })).status).toBe(200)
    expect(await away.session()).toEqual(await home.session())
    expect((await visitor().enter('password', { email: written, password: 'wrong wrong' })).status).toBe(401)
  })

  it('has its name to itself, also where two ask at once', async () => {
    const name = names()
    const answers = await Promise.all([
      visitor().signUp({ name, password: PASSWORD }),
      visitor().signUp({ name: name.toLowerCase(), password: PASSWORD }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    const refused = await visitor().signUp({ name, password: PASSWORD })
    expect(await refused.json()).toMatchObject({
      error: { code: 'name-taken', fields: { name: expect.stringContaining('Somebody has that name') } },
    })
  })

  it.each([{ name: '' }, { name: ' \u200b' }, { name: 'ada@' }, { name: 'x'.repeat(81) }, {}])(
    'needs a name or an e-mail: %j',
    async (who) => {
      const response = await visitor().signUp({ ...who, password: PASSWORD })
      expect(response.status).toBe(422)
      expect(await response.json()).toMatchObject({ error: { fields: { name: expect.any(String) } } })
    },
  )

  it('is no key to an account with an e-mail and the same name', async () => {
    const name = names()
    await visitor().signUp({ email, name, password: PASSWORD })
    expect((await visitor().enter('password', { email: name, password: PASSWORD })).status).toBe(401)
    expect((await visitor().signUp({ name, password: `${PASSWORD}!` })).status).toBe(201)
    expect((await visitor().enter('password', { email, password: PASSWORD })).status).toBe(200)
  })
})

describe('a school behind one address', () => {
  it('signs up sixty guests within two minutes', { timeout: 120_000 }, async () => {
    const pupils = Array.from({ length: 60 }, () => visitor('192.0.2.1'))
    const enter = async (pupil: ReturnType<typeof visitor>) => {
      await pupil.enter('guest')
      return (await pupil.signUp({ email: emails(), password: PASSWORD })).status
    }
    expect(new Set(await Promise.all(pupils.map(enter)))).toEqual(new Set([201]))
  })
})

describe('signing in', () => {
  const member = async () => {
    const browser = visitor()
    await browser.signUp({ email, password: PASSWORD })
    return browser
  }

  it('works from another browser, by the address however it is written', async () => {
    const home = await member()
    const away = visitor()
    expect((await away.enter('password', { email: ` ${email.toUpperCase()}`, password: PASSWORD })).status).toBe(200)
    expect(await away.session()).toEqual(await home.session())
  })

  it('says the same of a wrong password, an unknown address, nothing at all and a guest', async () => {
    await member()
    const answers = await Promise.all(
      [
        { email, password: 'wrong wrong' },
        { email: emails(), password: PASSWORD },
        {},
        { email: '', password: '' },
        { email: 'null', password: 'null' },
      ].map(async (form) => {
        const response = await visitor().enter('password', form as Record<string, string>)
        return [
          response.status,
          await response.text(),
          response.headers.getSetCookie().join().includes('session-token'),
        ]
      }),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.[0]).toBe(401)
  })

  it('is closed to a guesser after ten wrong tries, who is told for how long, and open to the owner elsewhere', async () => {
    await member()
    const guesser = '192.0.2.66'
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await visitor(guesser).enter('password', { email, password: `wrong ${tries}` })).status).toBe(401)
    }
    const response = await visitor(guesser).enter('password', { email, password: PASSWORD })
    expect(response.status).toBe(429)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(800)
    expect(await response.json()).toMatchObject({ error: { message: expect.stringMatching(/in 1[45] minutes/) } })
    expect((await visitor().enter('password', { email, password: PASSWORD })).status).toBe(200)
  })

  it('is closed to one who guesses from everywhere, after fifty', { timeout: 60_000 }, async () => {
    await member()
    const guess = (n: number) => visitor().enter('password', { email, password: `wrong ${n}` })
    const statuses = (await Promise.all(Array.from({ length: 60 }, (_, n) => guess(n)))).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(50)
    expect(statuses.filter((status) => status === 429)).toHaveLength(10)
  })

  it('leads to no other site', async () => {
    await member()
    for (const callbackUrl of [
      'http://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'http://localhost:3000.evil.example/',
    ]) {
      const response = await visitor().enter('password', { email, password: PASSWORD, callbackUrl })
      expect(await response.json()).toEqual({ url: 'http://localhost:3000' })
    }
  })

  it('as somebody else leaves the guest as it was, and says so in the log', async () => {
    await member()
    const browser = visitor()
    await browser.enter('guest')
    const guest = await browser.session()
    await browser.enter('password', { email, password: PASSWORD })
    const user = await browser.session()
    expect(user?.id).not.toBe(guest?.id)
    expect(await db().enrolment.count({ where: { userId: String(guest?.id) } })).toBe(1)
    const event = await db().securityEvent.findFirstOrThrow({ where: { kind: 'signed-in', userId: String(user?.id) } })
    expect(event.detail).toEqual({ guestBefore: guest?.id })
  })
})

describe('a session', () => {
  it('ends on signing out, for whoever kept the cookie', async () => {
    const browser = visitor()
    await browser.signUp({ email, password: PASSWORD })
    const kept = new Map(browser.jar)
    expect((await browser.leave()).status).toBe(200)
    expect((await browser.whoAmI()).status).toBe(401)
    for (const [name, value] of kept) browser.jar.set(name, value)
    expect((await browser.whoAmI()).status).toBe(401)
    expect(await browser.session()).toBeNull()
    expect(browser.jar.has('next-auth.session-token')).toBe(false)
  })

  it('lasts ninety days from each time it is asked for', async () => {
    const browser = visitor()
    await browser.enter('guest')
    const response = await browser.auth('session')
    const cookie = response.headers.getSetCookie().find((line) => line.includes('session-token')) ?? ''
    const until = Date.parse(/Expires=([^;]+)/.exec(cookie)?.[1] ?? '')
    expect((until - Date.now()) / 86_400_000).toBeCloseTo(90, 1)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).not.toContain('Secure')
  })

  it('is for https alone where that is how the site is reached', async () => {
    vi.stubEnv('FOOTNOTE_URL', 'https://footnote.example')
    const browser = visitor()
    await browser.enter('guest')
    const renewed = (await browser.auth('session')).headers.getSetCookie().join()
    expect([...browser.jar.keys()].sort()).toEqual([
      '__Host-next-auth.csrf-token',
      '__Secure-next-auth.callback-url',
      '__Secure-next-auth.session-token',
    ])
    expect(renewed).toContain('; Secure')
    const signedUp = await browser.signUp({ email, password: PASSWORD })
    expect(signedUp.headers.getSetCookie().join()).toMatch(/^__Secure-next-auth.session-token=.*; Secure$/)
    expect((await browser.whoAmI()).status).toBe(200)
    vi.unstubAllEnvs()
    expect((await browser.whoAmI()).status).toBe(401)
  })

  it('survives a database that does not answer: the cookie stays', async () => {
    const browser = visitor()
    await browser.enter('guest')
    const kept = browser.jar.get('next-auth.session-token')
    const before = db().loginSession.findUnique
    const logged = console.error
    console.error = () => {}
    Object.assign(db().loginSession, { findUnique: () => Promise.reject(new Error('locked')) })
    const response = await browser.auth('session')
    Object.assign(db().loginSession, { findUnique: before })
    console.error = logged
    expect(response.status).toBe(500)
    expect(browser.jar.get('next-auth.session-token')).toBe(kept)
    expect(await browser.session()).toMatchObject({ kind: 'guest' })
  })

  it('is nobody’s with a token that is not ours', async () => {
    const browser = visitor()
    browser.jar.set('next-auth.session-token', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA')
    expect((await browser.whoAmI()).status).toBe(401)
    expect(await browser.session()).toBeNull()
  })
})

describe('the rest of next-auth', () => {
  it.each(['verify-request', 'callback/password', '_log', 'anything'])('GET %s is not there', async (path) => {
    expect((await visitor().auth(path)).status).toBe(404)
  })
  it.each(['session', 'signin/password', 'callback/email', '_log'])('POST %s is not there', async (path) => {
    expect((await visitor().auth(path, {})).status).toBe(404)
  })
  it.each([
    ['signin', '/sign-in'],
    ['signout', '/settings'],
    ['error', '/sign-in'],
  ])('GET %s leads to our own page', async (path, to) => {
    const response = await visitor().auth(path)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toMatch(new RegExp(`^${to}(\\?|$)`))
  })
})
