import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NOON, reviewOf } from '#lib/testing/entries.ts'
import { newDevice } from '#lib/testing/indexeddb.ts'
import { memoryPeer } from '#lib/testing/memory-peer.ts'
import { currentAccount, onAccountChange, setAccount } from './account.ts'
import { renewDaily, signIn, startAsGuest } from './door.ts'
import { signOut } from './sign-out.ts'
import { openStore } from './store.ts'

const GUEST = { userId: 'u', kind: 'guest', name: null } as const
const MEMBER = { userId: 'u', kind: 'member', name: 'Ada' } as const

/** The server's doors: a token, a sign-in that takes it, and a session that says who came in. */
const atTheDoor = (user: object | null, sync: (init: RequestInit) => Promise<unknown> = async () => ({})) => {
  const posts: [path: string, fields: Record<string, string>][] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (path === '/api/auth/csrf') return Response.json({ csrfToken: 'token' })
    if (path === '/api/auth/session') return Response.json(user ? { user } : {})
    if (path === '/api/sync') return Response.json(await sync(init))
    posts.push([path, Object.fromEntries(init.body as URLSearchParams)])
    return user ? Response.json({ url: '/today' }) : Response.json({ url: '?error=CredentialsSignin' }, { status: 401 })
  })
  return posts
}

beforeEach(() => {
  newDevice()
  const kept = new Map<string, string>()
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('coming in', () => {
  it('makes a guest with the token, and remembers who it is', async () => {
    const posts = atTheDoor({ id: 'u', kind: 'guest', name: null })
    expect(await startAsGuest()).toEqual(GUEST)
    expect(currentAccount()).toEqual(GUEST)
    expect(posts).toEqual([['/api/auth/callback/guest', { csrfToken: 'token', callbackUrl: '/today', json: 'true' }]])
  })

  it('with a wrong password changes nothing', async () => {
    atTheDoor(null)
    await expect(signIn('password', { email: 'a@b.c', password: 'x' })).rejects.toMatchObject({ fault: 'signed-out' })
    expect(currentAccount()).toBeNull()
  })

  it.each([
    [403, 'sign-up-closed', 'Nobody new can join here.'],
    [429, 'too-many', 'Too many tries. Try again in 4 minutes.'],
  ])('that is refused with %i tells why, in the words of the server', async (status, code, message) => {
    vi.stubGlobal('fetch', async (path: string) =>
      path === '/api/auth/csrf'
        ? Response.json({ csrfToken: 'token' })
        : Response.json({ error: { code, message } }, { status }),
    )
    await expect(startAsGuest()).rejects.toMatchObject({ fault: 'refused', status, code, message })
    expect(currentAccount()).toBeNull()
  })

  it('tells this tab, and hears of it from others', () => {
    const heard = vi.fn()
    const stop = onAccountChange(heard)
    setAccount(MEMBER)
    window.dispatchEvent(Object.assign(new Event('storage'), { key: 'footnote.account' }))
    window.dispatchEvent(Object.assign(new Event('storage'), { key: 'something else' }))
    stop()
    setAccount(null)
    expect(heard).toHaveBeenCalledTimes(2)
  })

  it.each([['{'], ['{"userId": 3}'], ['"u"'], ['{"userId": "u", "kind": "operator"}']])(
    'takes %s for nobody',
    (kept) => {
      localStorage.setItem('footnote.account', kept)
      expect(currentAccount()).toBeNull()
    },
  )
})

describe('going out', () => {
  it('ends the reminders of this browser, so that whoever has it next is not told what is due', async () => {
    const ended: string[] = []
    const subscription = { endpoint: 'https://push.example.org/one', unsubscribe: async () => ended.push('here') }
    const pushManager = { getSubscription: async () => subscription }
    const serviceWorker = { getRegistration: async () => ({ pushManager }) }
    vi.stubGlobal('navigator', { onLine: true, serviceWorker })
    vi.stubGlobal('window', Object.assign(new EventTarget(), { PushManager: {}, Notification: {} }))
    atTheDoor({ id: 'u', kind: 'guest', name: null })
    const fetched = fetch
    vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
      if (path !== '/api/push') return fetched(path, init)
      ended.push(`${init.method} ${init.body}`)
      return Response.json({})
    })
    setAccount(GUEST)
    expect(await signOut()).toEqual({ signedOut: true })
    expect(ended).toEqual(['here', 'DELETE {"endpoint":"https://push.example.org/one"}'])
  })

  it('sends what is unsent first', async () => {
    const peer = memoryPeer({ userId: 'u', now: Date.now })
    const posts = atTheDoor({ id: 'u', kind: 'member', name: 'Ada' }, (init) =>
      peer.exchange(JSON.parse(String(init.body))),
    )
    setAccount(MEMBER)
    const store = await openStore('u')
    await store.append(reviewOf(1))
    expect(await signOut()).toEqual({ signedOut: true })
    expect(peer.log).toHaveLength(1)
    expect(posts.map(([path]) => path)).toEqual(['/api/auth/signout'])
    expect(currentAccount()).toBeNull()
  })

  it('asks before it leaves answers behind, which stay with their owner', async () => {
    const offline = () => Promise.reject(new TypeError('Failed to fetch'))
    atTheDoor({ id: 'u', kind: 'member', name: 'Ada' }, offline)
    setAccount(MEMBER)
    const store = await openStore('u')
    await store.append(reviewOf(1))
    expect(await signOut()).toEqual({ signedOut: false, unsent: 1 })
    expect(currentAccount()).toEqual(MEMBER)
    expect(await signOut({ leaveUnsent: true })).toEqual({ signedOut: true })
    expect(currentAccount()).toBeNull()
    expect(await store.unsynced()).toBe(1)
  })
})

describe('the session cookie', () => {
  it('is renewed once a day', async () => {
    atTheDoor({ id: 'u', kind: 'guest', name: null })
    const asked = vi.spyOn(globalThis, 'fetch')
    const hours = (n: number) => NOON + n * 3_600_000
    for (const at of [0, 1, 23, 25, 26]) await renewDaily(hours(at))
    expect(asked).toHaveBeenCalledTimes(2)
  })
})
