import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { POST as postOptions } from '#app/api/passkeys/route.ts'
import { type Amiss, type HeldKey, makeKey, signWith } from '#lib/testing/authenticator.ts'
import { newDatabase, newPerson, SITE } from '#lib/testing/people.ts'
import { visitor } from '#lib/testing/visitor.ts'
import { db } from './db.ts'
import { shell } from './operator.ts'
import { changePassword, endAllSessions } from './own-account.ts'
import { addPasskey, passkeyOptions } from './passkey-making.ts'
import { ownPasskeys, removePasskey } from './passkeys.ts'
import { hashPassword } from './passwords.ts'
import { readmit, suspend } from './people.ts'
import type { Viewer } from './viewer.ts'

let end: () => Promise<void>
beforeAll(async () => {
  ;({ end } = await newDatabase())
})
afterAll(() => end())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

const PASSWORD = 'fig vine amber'
const PARTY = { origin: SITE, rpId: 'localhost' }
let nth = 0
const caller = () => ({ address: `192.0.2.${nth++ % 256}`, userAgent: 'a test' })
const member = async (withPassword = true): Promise<Viewer> => {
  nth += 1
  const password = withPassword ? { passwordHash: await hashPassword(PASSWORD) } : {}
  return (await newPerson({ email: `key${nth}@example.org`, ...password })).viewer
}

const options = (viewer: Viewer, password = PASSWORD) => passkeyOptions(viewer, PARTY, password, caller())
const add = async (viewer: Viewer, name = 'A phone'): Promise<HeldKey> => {
  const { key, answer } = makeKey(await options(viewer))
  await addPasskey(viewer, PARTY, JSON.stringify(answer), name)
  return key
}
const withKey = async () => {
  const viewer = await member()
  return { viewer, key: await add(viewer) }
}

type Visitor = ReturnType<typeof visitor>
const asked = async (by: Visitor): Promise<{ challenge: string; rpId: string }> =>
  (await by.send(postOptions, '/api/passkeys', {}, { json: {} })).json() as never
const enter = async (key: HeldKey, amiss: Amiss = {}, by = visitor()) =>
  by.enter('passkey', { answer: JSON.stringify(signWith(key, await asked(by), amiss)) })
const codeOf = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code
const eventsOf = (userId: string) =>
  db().securityEvent.findMany({ where: { userId }, orderBy: { id: 'asc' }, select: { kind: true, detail: true } })

describe('making a passkey', () => {
  it('keeps its public half under a name, and notes it', async () => {
    const { viewer, key } = await withKey()
    expect(await ownPasskeys(viewer)).toEqual([
      { id: key.id, name: 'A phone', createdAt: expect.any(Number), lastUsedAt: null },
    ])
    expect(await db().passkey.findUnique({ where: { id: key.id } })).toMatchObject({
      userId: viewer.userId,
      transports: ['internal'],
    })
    expect(await eventsOf(viewer.userId)).toEqual([{ kind: 'passkey-added', detail: null }])
  })

  it('asks for one that needs no name to sign in, and not for one the device has', async () => {
    const { viewer, key } = await withKey()
    const second = await options(viewer)
    expect(second.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'preferred' })
    expect(second.excludeCredentials).toEqual([{ id: key.id, type: 'public-key' }])
    expect(second.rp).toEqual({ id: 'localhost', name: 'Footnote' })
    expect(second.attestation).toBe('none')
  })

  it('needs the password', async () => {
    await expect(options(await member(), 'wrong')).rejects.toMatchObject({ code: 'wrong-credentials' })
  })

  it('needs a sign-in of the last hour where there is no password', async () => {
    const viewer = await member(false)
    await expect(options(viewer, '')).resolves.toMatchObject({ rp: { id: 'localhost' } })
    await db().loginSession.update({
      where: { id: viewer.sessionId },
      data: { createdAt: new Date(Date.now() - 61 * 60_000) },
    })
    await expect(options(viewer, '')).rejects.toMatchObject({ code: 'sign-in-again' })
  })

  it('is not for guests', async () => {
    const { viewer } = await newPerson({ kind: 'guest' })
    await expect(options(viewer, '')).rejects.toMatchObject({ code: 'not-allowed' })
    const { answer } = makeKey(await options(await member()))
    await expect(addPasskey(viewer, PARTY, JSON.stringify(answer), '')).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it.each<[string, Amiss]>([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:3001' }],
    ['another site’s name', { rpId: 'evil.example' }],
  ])('refuses one made at %s, and the challenge is gone', async (_, amiss) => {
    const viewer = await member()
    const asked = await options(viewer)
    const wrong = JSON.stringify(makeKey(asked, amiss).answer)
    await expect(addPasskey(viewer, PARTY, wrong, '')).rejects.toMatchObject({ code: 'cannot-use' })
    const right = JSON.stringify(makeKey(asked).answer)
    await expect(addPasskey(viewer, PARTY, right, '')).rejects.toMatchObject({ code: 'link-over' })
    expect(await ownPasskeys(viewer)).toEqual([])
  })

  it('takes a challenge once, from the person it was made for, within five minutes', async () => {
    const [ada, ben] = [await member(), await member()]
    const first = await options(ada)
    const answer = JSON.stringify(makeKey(first).answer)
    await addPasskey(ada, PARTY, answer, '')
    await expect(addPasskey(ada, PARTY, answer, '')).rejects.toMatchObject({ code: 'link-over' })
    const bens = JSON.stringify(makeKey(await options(ben)).answer)
    await expect(addPasskey(ada, PARTY, bens, '')).rejects.toMatchObject({ code: 'link-over' })
    const late = JSON.stringify(makeKey(await options(ada)).answer)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5 * 60_000 + 1 })
    await expect(addPasskey(ada, PARTY, late, '')).rejects.toMatchObject({ code: 'link-over' })
    expect(await ownPasskeys(ada)).toHaveLength(1)
  })

  it('does not take a challenge that was made for signing in', async () => {
    const viewer = await member()
    const answer = makeKey({ ...(await options(viewer)), challenge: (await asked(visitor())).challenge }).answer
    await expect(addPasskey(viewer, PARTY, JSON.stringify(answer), '')).rejects.toMatchObject({ code: 'link-over' })
  })

  it('keeps of a challenge nothing that the database would give away', async () => {
    const { challenge } = await options(await member())
    expect(JSON.stringify(await db().oneTimeLink.findMany())).not.toContain(challenge)
  })

  it.each(['', 'null', '{}', '{"id":"a","response":{"clientDataJSON":"bnVsbA"}}'])(
    'reads no sense in %j',
    async (json) => {
      await expect(addPasskey(await member(), PARTY, json, '')).rejects.toMatchObject({ code: 'bad-request' })
    },
  )

  it('never gives a passkey to a second account', async () => {
    const { viewer, key } = await withKey()
    const other = await member()
    const { answer } = makeKey(await options(other))
    await db().passkey.update({ where: { id: key.id }, data: { id: answer.id } })
    await expect(addPasskey(other, PARTY, JSON.stringify(answer), '')).rejects.toMatchObject({ code: 'conflict' })
    expect(await ownPasskeys(viewer)).toHaveLength(1)
  })

  it('has an end', async () => {
    const viewer = await member()
    const keys = Array.from({ length: 20 }, (_, n) => ({
      ...{ id: `${viewer.userId}-${n}`, userId: viewer.userId, counter: 0, transports: [] },
      publicKey: new Uint8Array(),
    }))
    await db().passkey.createMany({ data: keys })
    await expect(options(viewer)).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('signing in by a passkey', () => {
  it('opens a session of its owner, and says in the security log by what', async () => {
    const { viewer, key } = await withKey()
    const browser = visitor()
    expect((await enter(key, {}, browser)).status).toBe(200)
    expect(await browser.session()).toMatchObject({ id: viewer.userId, kind: 'member' })
    expect((await eventsOf(viewer.userId)).at(-1)).toEqual({ kind: 'signed-in', detail: { way: 'passkey' } })
    expect((await ownPasskeys(viewer))[0]?.lastUsedAt).toBeGreaterThan(Date.now() - 60_000)
    expect((await enter(key)).status).toBe(200)
  })

  it('asks for the same, whoever asks, and names nobody', async () => {
    await withKey()
    const { challenge, ...rest } = await asked(visitor())
    expect(rest).toEqual({ rpId: 'localhost', timeout: 300_000, userVerification: 'preferred' })
    expect((await asked(visitor())).challenge).not.toBe(challenge)
  })

  it('keeps a guest who studied here aside', async () => {
    const { viewer, key } = await withKey()
    const browser = visitor()
    await browser.enter('guest')
    const guest = await browser.session()
    expect((await enter(key, {}, browser)).status).toBe(200)
    expect([...browser.jar.keys()]).toContain('footnote.guest-before')
    expect((await eventsOf(viewer.userId)).at(-1)?.detail).toEqual({ way: 'passkey', guestBefore: guest?.id })
  })

  it('works for a key that does not count', async () => {
    const { key } = await withKey()
    expect((await enter(key, { count: 0 })).status).toBe(200)
    expect((await enter(key, { count: 0 })).status).toBe(200)
  })

  it.each<[string, Amiss]>([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:3001' }],
    ['another site’s name', { rpId: 'evil.example' }],
  ])('refuses what was signed at %s', async (_, amiss) => {
    const { viewer, key } = await withKey()
    const browser = visitor()
    expect(await codeOf(await enter(key, amiss, browser))).toBe('wrong-credentials')
    expect(await browser.session()).toBeNull()
    expect((await eventsOf(viewer.userId)).at(-1)).toEqual({ kind: 'sign-in-refused', detail: { way: 'passkey' } })
  })

  it('refuses an answer that is sent again', async () => {
    const { key } = await withKey()
    const browser = visitor()
    const answer = JSON.stringify(signWith(key, await asked(browser)))
    expect((await browser.enter('passkey', { answer })).status).toBe(200)
    expect(await codeOf(await visitor().enter('passkey', { answer }))).toBe('link-over')
  })

  it('lets one of two in who send one answer at one moment', async () => {
    const { key } = await withKey()
    const answer = JSON.stringify(signWith(key, await asked(visitor())))
    const both = await Promise.all([visitor().enter('passkey', { answer }), visitor().enter('passkey', { answer })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410])
  })

  it('does not take a challenge that was made for making a passkey, nor a reset or a made-up one', async () => {
    const { viewer, key } = await withKey()
    const { challenge } = await options(viewer)
    for (const wrong of [challenge, 'AAAA']) {
      const answer = JSON.stringify(signWith(key, { challenge: wrong, rpId: 'localhost' }))
      expect(await codeOf(await visitor().enter('passkey', { answer }))).toBe('link-over')
    }
  })

  it('refuses a key that signs for another’s', async () => {
    const [ada, ben] = [await withKey(), await withKey()]
    const claims: HeldKey = { ...ben.key, id: ada.key.id, userHandle: ada.key.userHandle, count: 7 }
    expect(await codeOf(await enter(claims))).toBe('wrong-credentials')
    expect(await codeOf(await enter({ ...ada.key, userHandle: ben.key.userHandle }))).toBe('wrong-credentials')
    expect((await enter(ada.key)).status).toBe(200)
  })

  it('refuses a count that goes back, and notes it', async () => {
    const { viewer, key } = await withKey()
    expect((await enter(key, { count: 5 })).status).toBe(200)
    for (const count of [5, 4, 0]) {
      expect(await codeOf(await enter(key, { count }))).toBe('wrong-credentials')
      expect((await eventsOf(viewer.userId)).at(-1)).toEqual({
        kind: 'sign-in-refused',
        detail: { way: 'passkey', why: 'passkey-count' },
      })
    }
    expect((await enter(key, { count: 6 })).status).toBe(200)
  })

  it('raises no alarm about a count that nobody signed for', async () => {
    const { viewer, key } = await withKey()
    await enter(key, { count: 5 })
    const stranger = await withKey()
    await enter({ ...stranger.key, id: key.id, userHandle: key.userHandle, count: 0 }, { count: 1 })
    expect((await eventsOf(viewer.userId)).at(-1)?.detail).toEqual({ way: 'passkey' })
  })

  it('refuses one that was removed, with the same words as one that nobody has', async () => {
    const { viewer, key } = await withKey()
    await removePasskey(viewer, key.id)
    const removed = await (await enter(key)).json()
    const unknown = await (await enter(makeKey(await options(await member())).key)).json()
    expect(removed).toEqual(unknown)
    expect(removed).toMatchObject({ error: { code: 'wrong-credentials' } })
  })

  it('keeps out whom an operator shut out, and lets them in again', async () => {
    const { viewer, key } = await withKey()
    await suspend(shell, viewer.userId)
    const browser = visitor()
    expect(await codeOf(await enter(key, {}, browser))).toBe('suspended')
    expect(await browser.session()).toBeNull()
    await readmit(shell, viewer.userId)
    expect((await enter(key)).status).toBe(200)
  })

  it('is counted by address', async () => {
    vi.stubEnv('FOOTNOTE_ADDRESS_LIMIT', '2')
    const limits = globalThis as { footnoteLimits?: unknown }
    delete limits.footnoteLimits
    const browser = visitor()
    const statuses = []
    for (let n = 0; n < 3; n++)
      statuses.push((await browser.send(postOptions, '/api/passkeys', {}, { json: {} })).status)
    expect(statuses).toEqual([200, 200, 429])
    delete limits.footnoteLimits
  })
})

describe('what ends sessions', () => {
  it('leaves passkeys: everywhere at once, and by a new password', async () => {
    const { viewer, key } = await withKey()
    const browser = visitor()
    await enter(key, {}, browser)
    await changePassword(viewer, PASSWORD, 'harbour lantern moss')
    expect(await browser.session()).toBeNull()
    expect((await enter(key, {}, browser)).status).toBe(200)
    await endAllSessions(viewer)
    expect(await browser.session()).toBeNull()
    expect((await enter(key)).status).toBe(200)
  })
})

describe('removing a passkey', () => {
  it('is noted, and for its owner only', async () => {
    const { viewer, key } = await withKey()
    await expect(removePasskey(await member(), key.id)).rejects.toMatchObject({ code: 'not-found' })
    await removePasskey(viewer, key.id)
    expect((await eventsOf(viewer.userId)).at(-1)?.kind).toBe('passkey-removed')
    await expect(removePasskey(viewer, key.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('leaves the last way in, of two that go at one moment too', async () => {
    const viewer = await member(false)
    const [first, second] = [await add(viewer, ''), await add(viewer, '')]
    const both = await Promise.allSettled([removePasskey(viewer, first.id), removePasskey(viewer, second.id)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [left] = await ownPasskeys(viewer)
    await expect(removePasskey(viewer, left?.id ?? '')).rejects.toMatchObject({ code: 'conflict' })
    expect(await ownPasskeys(viewer)).toHaveLength(1)
  })

  it.each<[string, (viewer: Viewer) => Promise<unknown> | unknown]>([
    [
      'another account',
      ({ userId }) => {
        vi.stubEnv('FOOTNOTE_URL', SITE)
        vi.stubEnv('FOOTNOTE_GITHUB_ID', 'id')
        vi.stubEnv('FOOTNOTE_GITHUB_SECRET', 'secret')
        return db().identity.create({ data: { provider: 'github', subject: userId, userId } })
      },
    ],
    [
      'a letter',
      () => {
        vi.stubEnv('FOOTNOTE_SMTP_URL', 'smtp://mail.example')
        vi.stubEnv('FOOTNOTE_MAIL_FROM', 'f@example.org')
        vi.stubEnv('FOOTNOTE_URL', SITE)
      },
    ],
  ])('lets the last one go where %s still opens the account', async (_, other) => {
    const viewer = await member(false)
    const { id } = await add(viewer, '')
    await other(viewer)
    await removePasskey(viewer, id)
    expect(await ownPasskeys(viewer)).toEqual([])
  })
})
