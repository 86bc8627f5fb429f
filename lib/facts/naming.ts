import { levelled } from '#lib/source/index.ts'
import type { NameGroup } from './entities.ts'
import type { KnownNames } from './mentions.ts'
import { piecesOf } from './tokens.ts'

/** The names given beforehand, word by word, under their first word; the longest first. */
export const knownNames = (groups: readonly NameGroup[]): KnownNames => {
  const out = new Map<string, string[][]>()
  for (const name of groups.flatMap((group) => group.names)) {
    const words = piecesOf(levelled(name)).map((piece) => piece.text)
    const [first] = words
    if (!first || !/^\p{Lu}/u.test(first)) continue
    const names = out.get(first)
    if (names) names.push(words)
    else out.set(first, [words])
  }
  for (const names of out.values()) names.sort((a, b) => b.length - a.length)
  return out
}

/** Names that a sentence equates: "X, also known as Y", "World Health Organization (WHO)". */
export const equated = (level: string): [string, string][] => {
  const out: [string, string][] = []
  for (const match of level.matchAll(
    /((?:\p{Lu}[\p{L}'-]{1,30} |of |the |for |and ){1,7}\p{Lu}[\p{L}'-]{1,30}) \((\p{Lu}[\p{Lu}\d]{1,7})\)/gu,
  )) {
    const [, name = '', short = ''] = match
    const words = name.split(' ').filter((word) => /^\p{Lu}/u.test(word))
    const initials = words.map((word) => word[0]).join('')
    const at = initials.indexOf(short[0] ?? '')
    if (at >= 0 && initials.slice(at).startsWith(short.replace(/\d/g, '').slice(0, 2)))
      out.push([name.slice(name.indexOf(words[at] ?? '')), short])
  }
  for (const match of level.matchAll(
    /(\p{Lu}[\p{L} '-]{2,40}),? (?:is |are |was |were )?(?:also |better |formerly |sometimes )?(?:known|referred to)(?: in \p{Lu}\p{L}{1,20})?(?: as)? (?:the )?(\p{Lu}[\p{L}'-]{1,20}(?: \p{Lu}[\p{L}'-]{1,20}){0,3})/gu,
  )) {
    out.push([match[1] ?? '', match[2] ?? ''])
  }
  return out
}
