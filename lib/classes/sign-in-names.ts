const LENGTH_MAX = 40

/** Letters that Unicode does not take apart into a plain one and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŧ: 't', ŋ: 'n' },
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' },
}

/**
 * A name as it is signed in with: "Zoë Łącka-Nowak" is "zoe.lacka.nowak". Letters of other scripts stay as they are; a name
 * without any letter or digit is `learner`.
 */
export const signInBase = (name: string): string => {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .replace(/\p{Script=Latin}/gu, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFKC')
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '.')
  const short = [...plain].slice(0, LENGTH_MAX).join('')
  return short.replace(/^\.+|\.+$/g, '') || 'learner'
}

/** From where on a name is counted that was found taken so many times: soon in leaps, so that few looks are needed. */
const countFrom = (times: number): number => (times < 8 ? times + 1 : 2 ** (times - 4))

/**
 * A name to sign in with for each person, all different: the first "mila.novak", the next "mila.novak2". `refused`: how many
 * times each base (`signInBase`) was found taken by others, from where on it is counted.
 */
export const signInNames = (names: readonly string[], refused: ReadonlyMap<string, number> = new Map()): string[] => {
  const next = new Map<string, number>()
  const given = new Set<string>()
  return names.map((name) => {
    const base = signInBase(name)
    let count = next.get(base) ?? countFrom(refused.get(base) ?? 0)
    const numbered = () => (count === 1 ? base : `${base}${count}`)
    while (given.has(numbered())) count += 1
    const made = numbered()
    given.add(made)
    next.set(base, count + 1)
    return made
  })
}
