import { afterEach, expect, it, vi } from 'vitest'
import { keepLink } from './kept-link.ts'
import { afterSignIn } from './use-sign-in.ts'

const guest = { userId: 'g', kind: 'guest', name: null } as const
const ada = { userId: 'a', kind: 'member', name: 'Ada' } as const
const tab = (): void => {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
}
afterEach(() => vi.unstubAllGlobals())

it.each([
  ['today', null, false, '/today'],
  ['today, where the member was known', ada, false, '/today'],
  ['today, where the guest came back as who they were', { ...guest, userId: 'a' }, false, '/today'],
  ['the question whose answers they are, where a guest studied', guest, false, '/bring'],
  ['the question whether to link, before any other', guest, true, '/link'],
] as const)('a sign-in goes on to %s', (_, before, pending, path) => {
  tab()
  expect(afterSignIn({ before, now: ada, pending })).toBe(path)
})

it('goes back to a link that waits in the tab, but asks first what is to be asked', () => {
  tab()
  keepLink('a-token')
  expect(afterSignIn({ before: null, now: ada, pending: false })).toBe('/enter')
  expect(afterSignIn({ before: guest, now: ada, pending: false })).toBe('/bring')
})
