import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signInBase, signInNames } from './index.ts'

describe('a name to sign in with', () => {
  it.each([
    ['Mila Novak', 'mila.novak'],
    ['  Zoë   Łącka-Nowak ', 'zoe.lacka.nowak'],
    ['Jürgen Großmann', 'jurgen.grossmann'],
    ['Siobhán O’Brien', 'siobhan.obrien'],
    ['Søren Ærø', 'soren.aero'],
    ['İpek Işık', 'ipek.isik'],
    ['Nguyễn Văn Đức', 'nguyen.van.duc'],
    ['Novak, Mila (7b)', 'novak.mila.7b'],
    ['Анна Каренина', 'анна.каренина'],
    ['李 明', '李.明'],
    ['— ! —', 'learner'],
    ['a@b.example', 'a.b.example'],
  ])('of %j is %j', (name, login) => expect(signInBase(name)).toBe(login))

  it('is given to nobody twice, and counts on from what was taken', () => {
    expect(signInNames(['Mila Novak', 'mila novak', 'Tom', 'MILA NOVAK'])).toEqual([
      ...['mila.novak', 'mila.novak2', 'tom', 'mila.novak3'],
    ])
    const refused = new Map([['mila.novak', 2]])
    expect(signInNames(['Mila Novak', 'Tom', 'Mila Novak'], refused)).toEqual(['mila.novak3', 'tom', 'mila.novak4'])
    expect(signInNames(['Tom', 'Tom2', 'Tom'])).toEqual(['tom', 'tom2', 'tom3'])
  })

  it('is as the server compares it, short, and never an address', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 100 })), (names) => {
        const made = signInNames(names)
        expect(new Set(made).size).toBe(names.length)
        for (const login of made) {
          expect(login.normalize('NFKC').toLowerCase()).toBe(login)
          expect(login).not.toMatch(/[@\s\p{C}]/u)
          expect(login.length).toBeLessThanOrEqual(80)
        }
      }),
    )
  })

  it('leaps ahead where one was found taken over and over', () => {
    const counts = Array.from({ length: 20 }, (_, times) => {
      const [login = ''] = signInNames(['Tom'], new Map([['tom', times]]))
      return Number(login.slice(3) || 1)
    })
    expect(counts.every((count, at) => at === 0 || count > (counts[at - 1] ?? 0))).toBe(true)
    expect(counts.at(-1)).toBeGreaterThan(10_000)
  })
})
