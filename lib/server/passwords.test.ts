import { Piscina } from 'piscina'
import { describe, expect, it, vi } from 'vitest'
import { isCommonPassword } from './common-passwords.ts'
import { hashPassword, isPassword, passwordProblem } from './passwords.ts'

const EMAIL = 'ada.lovelace@example.org'
const problem = (password: string) => passwordProblem(password, EMAIL)

describe('a password someone chooses', () => {
  it.each([
    'fig vine amber',
    'aB3$xy7!',
    'пароль на завтра',
    '短くない合言葉です',
    'x'.repeat(5) + 'y'.repeat(59),
    'ab'.repeat(64),
    '        a',
  ])('may be %s', (password) => expect(problem(password)).toBeNull())

  it.each([
    ['seven77', 'At least 8'],
    ['😀😀😀😀😀😀😀', 'At least 8'],
    [`${'ab'.repeat(64)}c`, 'At most 128'],
    ['Password1', 'first passwords'],
    ['qwertyuiop', 'first passwords'],
    ['12345678', 'first passwords'],
    ['zzzzzzzzzzz', 'first passwords'],
    ['ADA.lovelace', 'sign in with'],
    ['ada.lovelace@example.org', 'sign in with'],
  ])('may not be %s', (password, why) => expect(problem(password)).toContain(why))

  it('is not asked for digits, capitals or signs', () => expect(problem('plainlowercasewords')).toBeNull())
})

describe('the common passwords', () => {
  it.each(['password', 'iloveyou', 'football1', '1qaz2wsx', 'welcome123', 'starwars'])('include %s', (password) => {
    expect(isCommonPassword(password)).toBe(true)
  })
  it('do not include what few would try', () => expect(isCommonPassword('harbour-lantern')).toBe(false))
})

describe('a kept password', () => {
  it('is argon2id with 64 MiB and three passes, salted anew each time', async () => {
    const [one, two] = await Promise.all([hashPassword('fig vine amber'), hashPassword('fig vine amber')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    expect(two).not.toBe(one)
  })

  it('is told from another, however its accents were typed', async () => {
    const kept = await hashPassword('Zürich im Mai')
    expect(await isPassword('Zu\u0308rich im Mai', kept)).toBe(true)
    expect(await isPassword('Zurich im Mai', kept)).toBe(false)
  })

  it('is never right where there is no account, and is checked at the same cost', async () => {
    const kept = await hashPassword('fig vine amber')
    const checked = vi.spyOn(Piscina.prototype, 'run')
    expect(await isPassword('wrong password', kept)).toBe(false)
    expect(await isPassword('wrong password', null)).toBe(false)
    const costs = checked.mock.calls.map(([{ kept }]) => /^\$argon2id\$v=\d+\$m=\d+,t=\d+,p=\d+\$/.exec(kept)?.[0])
    checked.mockRestore()
    expect(costs).toEqual([costs[0], costs[0]])
    expect(costs[0]).toMatch(/m=65536,t=3,p=1/)
  })

  it('waits its turn: twelve at once do not take twelve times the memory', async () => {
    const before = process.memoryUsage().rss
    let most = 0
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss - before)
    }, 5)
    await Promise.all(Array.from({ length: 12 }, (_, nth) => hashPassword(`fig vine amber ${nth}`)))
    clearInterval(watch)
    expect(most).toBeLessThan(200 * 1024 * 1024)
  })
})
