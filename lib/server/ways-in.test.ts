import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { newDatabase, newPerson } from '#lib/testing/people.ts'
import { db } from './db.ts'
import { hasWayInWithout, requireOtherWayIn } from './ways-in.ts'

let end: () => Promise<void>
beforeAll(async () => {
  ;({ end } = await newDatabase())
})
afterAll(() => end())
afterEach(() => vi.unstubAllEnvs())

const GITHUB = { provider: 'github', subject: '1' }
const setUpGitHub = () => {
  vi.stubEnv('FOOTNOTE_URL', 'https://footnote.example')
  vi.stubEnv('FOOTNOTE_GITHUB_ID', 'id')
  vi.stubEnv('FOOTNOTE_GITHUB_SECRET', 'secret')
}
let nth = 0
const someone = async (has: { email?: string; login?: string; passwordHash?: string }, ...identities: string[]) => {
  nth += 1
  const { viewer } = await newPerson(has)
  for (const provider of identities)
    await db().identity.create({ data: { provider, subject: String(nth), userId: viewer.userId } })
  return { userId: viewer.userId, subject: String(nth) }
}

describe('another way in', () => {
  it('is a password', async () => {
    const { userId } = await someone({ login: 'ada', passwordHash: 'x' })
    expect(await hasWayInWithout(userId, { identity: GITHUB })).toBe(true)
  })

  it('is an e-mail only where letters can be sent', async () => {
    const { userId } = await someone({ email: 'ways@example.org' })
    expect(await hasWayInWithout(userId, { identity: GITHUB })).toBe(false)
    vi.stubEnv('FOOTNOTE_URL', 'https://footnote.example')
    vi.stubEnv('FOOTNOTE_SMTP_URL', 'smtp://localhost')
    vi.stubEnv('FOOTNOTE_MAIL_FROM', 'footnote@example.org')
    expect(await hasWayInWithout(userId, { identity: GITHUB })).toBe(true)
  })

  it('is an account elsewhere, but not the one that goes, nor one with a provider that is not set up', async () => {
    setUpGitHub()
    const { userId, subject } = await someone({}, 'github', 'google')
    expect(await hasWayInWithout(userId, { passkey: 'none' })).toBe(true)
    expect(await hasWayInWithout(userId, { identity: { provider: 'google', subject } })).toBe(true)
    expect(await hasWayInWithout(userId, { identity: { provider: 'github', subject } })).toBe(false)
  })

  it('is a passkey, but not the one that goes', async () => {
    const { userId } = await someone({})
    const key = { userId, publicKey: new Uint8Array([1]), counter: 0n, transports: [] }
    await db().passkey.create({ data: { id: 'key-a', ...key } })
    expect(await hasWayInWithout(userId, { identity: GITHUB })).toBe(true)
    expect(await hasWayInWithout(userId, { passkey: 'key-a' })).toBe(false)
    await expect(requireOtherWayIn(db(), userId, { passkey: 'key-a' })).rejects.toMatchObject({ code: 'conflict' })
    await db().passkey.create({ data: { id: 'key-b', ...key } })
    expect(await hasWayInWithout(userId, { passkey: 'key-a' })).toBe(true)
  })
})
