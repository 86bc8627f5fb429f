import { type Normal, readings } from './normalise.ts'

/** Names that count as the same answer, ready to be looked up in tokens. */
export type Names = {
  /** The tokens with every known name replaced by the mark of its group. */
  unified: (tokens: readonly string[]) => string
  /** The other names in the groups that hold exactly this text. */
  othersFor: (text: string) => string[]
}

type Name = { tokens: string[]; group: string }

/** Most tokens of a name that is looked for inside an answer. */
const NAME_TOKENS_MAX = 8

const tokensOf = (text: string): string[] => readings(text)[0]?.tokens ?? []

export const namesOf = (aliases: readonly (readonly string[])[]): Names => {
  const names = new Map<string, Name>()
  for (const [index, group] of aliases.entries()) {
    for (const name of group) {
      const tokens = tokensOf(name)
      const key = tokens.join(' ')
      // A name of two groups (Abe: a person, a mount) belongs to the first.
      if (key !== '' && tokens.length <= NAME_TOKENS_MAX && !names.has(key))
        names.set(key, { tokens, group: `§${index}` })
    }
  }
  const longest = Math.max(0, ...[...names.values()].map((name) => name.tokens.length))
  const nameAt = (tokens: readonly string[], start: number): Name | null => {
    for (let length = Math.min(longest, tokens.length - start); length > 0; length--) {
      const found = names.get(tokens.slice(start, start + length).join(' '))
      if (found) return found
    }
    return null
  }
  return {
    unified: (tokens) => {
      const out: string[] = []
      for (let i = 0; i < tokens.length; ) {
        const found = nameAt(tokens, i)
        out.push(found?.group ?? tokens[i] ?? '')
        i += found?.tokens.length ?? 1
      }
      return out.join(' ')
    },
    othersFor: (text) => {
      const key = tokensOf(text).join(' ')
      const group = names.get(key)?.group
      return group === undefined ? [] : [...(aliases[Number(group.slice(1))] ?? [])].filter((name) => name !== text)
    },
  }
}

/** Whether two answers are one, spacing, list order, "and", "of" and known names aside. */
export const sameAnswer = (given: Normal, text: Normal, names: Names): boolean => {
  if (given.tokens.length === 0) return false
  const digits = (tokens: readonly string[]) => tokens.filter((token) => /\d/.test(token)).join(' ')
  if (digits(given.tokens) !== digits(text.tokens)) return names.unified(given.tokens) === names.unified(text.tokens)
  const loose = (tokens: readonly string[]) => tokens.filter((token) => token !== 'and' && token !== 'of')
  const forms: ((one: Normal) => string)[] = [
    (one) => one.tokens.join(''),
    (one) => names.unified(one.tokens),
    (one) => names.unified(loose(one.tokens)),
    (one) =>
      one.items
        .map((item) => names.unified(item.split(' ')))
        .sort()
        .join(','),
  ]
  if (forms.some((form) => form(given) !== '' && form(given) === form(text))) return true
  return isSwappedName(given.tokens, text.tokens)
}

/** "Abe Shinzo" for "Shinzo Abe": two words, no digits. */
const isSwappedName = (given: readonly string[], text: readonly string[]): boolean =>
  given.length === 2 &&
  text.length === 2 &&
  given[0] === text[1] &&
  given[1] === text[0] &&
  !given.some((token) => /\d/.test(token))
