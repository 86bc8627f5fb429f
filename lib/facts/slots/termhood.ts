import { type Chunk, termStart } from '../grammar.ts'
import { genericNouns } from '../lexicon/common.ts'
import { rarity } from '../lexicon/rarity.ts'
import type { Edit, Slot } from '../types.ts'
import type { Terms, View } from '../view.ts'

const SCIENTIFIC =
  /(?:ase|osis|itis|lysis|genesis|phyte|cyte|some|plasm|gen|ose|ine|ium|oid|emia|pathy|logy|ism|tron|ification|isation|ization|phage|philic|phobic|morph|sphere|theism|cracy|archy|mer|mone|lipid|acid|synthesis|algorithm|function|protocol|compiler|theorem)s?$/

/** Uses of a compound in one document from which on it is a fixed one. */
const FIXED = 4

export const termKey = (view: View, from: number, head: number): string =>
  view.tokens
    .slice(from, head + 1)
    .map((token, i, all) => (i === all.length - 1 ? token.lemma : token.lower))
    .join(' ')

/** How much of a term a noun phrase is: 0 for everyday words, near 1 for a defined or emphasised name of a thing. */
export const termness = (view: View, from: number, head: number, terms: Terms): number => {
  const key = termKey(view, from, head)
  const last = view.tokens[head]
  if (!last || last.pos === 'PROPN' || !/^\p{L}/u.test(last.text) || last.text.length < 3) return 0
  const words = head - from + 1
  if (words > 4) return 0
  const marked = terms.emphasised.has(key) || terms.headings.has(key)
  const here = marked && view.emphasised.some((span) => span.start < last.end && span.end > last.start)
  const count = terms.counts.get(key) ?? 0
  // A compound that the document keeps using is a term, however plain its words are.
  const fixed = words > 1 && count >= FIXED
  const generic = genericNouns.has(last.lower) || genericNouns.has(last.lemma)
  if (generic && words === 1 && !marked) return 0
  const modifiers = view.tokens.slice(from, head)
  const known = marked || (fixed && view.mentions.length === 0)
  if (generic && !known && modifiers.every((token) => genericNouns.has(token.lower) && token.pos !== 'ADJ')) return 0.1
  const shape = view.tokens
    .slice(from, head + 1)
    .some((token) => SCIENTIFIC.test(token.lower) && token.lower.length > 5)
  const rarest = Math.max(...view.tokens.slice(from, head + 1).map(rarity))
  return Math.min(
    1,
    (here ? 0.5 : marked ? 0.3 : 0) +
      (count >= 2 ? 0.2 : 0) +
      (words > 1 ? (generic && !fixed ? 0.15 : 0.25) : 0) +
      (fixed ? 0.15 : 0) +
      rarest * (words > 1 ? 0.2 : 0.35) +
      (shape ? 0.15 : 0) +
      (generic && !fixed ? 0 : 0.1),
  )
}

/** Where a term starts: a general adjective stays where the document keeps using it with its noun ("strict liability"). */
export const kept = (view: View, chunk: Chunk, terms: Terms): number => {
  const from = termStart(view.tokens, chunk)
  // "The name pia mater": the name itself is the term.
  if (from < chunk.head && /^(?:name|term|word|phrase|letter|prefix|suffix)$/.test(view.tokens[from]?.lower ?? ''))
    return from + 1
  if (from === chunk.from || chunk.head - chunk.from > 2) return from
  const whole = terms.counts.get(termKey(view, chunk.from, chunk.head)) ?? 0
  const bare = terms.counts.get(termKey(view, from, chunk.head)) ?? 1
  return view.tokens[chunk.from]?.pos === 'ADJ' && whole >= 3 && whole >= bare * 0.4 ? chunk.from : from
}

const hintOf = (answer: string): string => {
  const words = answer.split(/\s+/).length
  return words === 1 ? 'one word' : words === 2 ? 'two words' : words === 3 ? 'three words' : 'four words'
}

const VERBAL = new Set(
  'spread become begin let lead read run grow flow drive meet move turn break burst arise'.split(' '),
)

/** Whether more belongs to the phrase than its words: a possessive, an "of", a verb that was taken for its head. */
export const isPhraseOpen = (view: View, from: number, head: number): boolean => {
  const { tokens } = view
  const after = tokens[head + 1]
  if (after && (/^(?:'s|of)$/.test(after.lower) || after.text === "'" || after.text === '/')) return true
  if (tokens.slice(from, head).some((token) => token.lower === "'s")) return true
  if (/ing$/.test(tokens[head]?.lower ?? '') && head > from && /[^s]s$/.test(tokens[head - 1]?.lower ?? '')) return true
  if (VERBAL.has(tokens[head]?.lower.replace(/s$/, '') ?? '') && /s$/.test(tokens[head]?.lower ?? '') && head > from)
    return true
  // Part of an address: "www.example".
  if (/^\.\p{L}/u.test(view.level.slice((tokens[head]?.end ?? 0) - view.start))) return true
  const opens = tokens.slice(0, from).findLast((token) => !/^(?:DET|ADJ|NOUN)$/.test(token.pos))
  return /^(?:as|because|when|while|if|since|that|which)$/.test(opens?.lower ?? '') && after?.pos === 'PUNCT'
}

const ABBREVIATED = /^ \((\p{Lu}[\p{Lu}\d]{1,6})s?\)/u

/** The bracketed abbreviation right after a term, which would tell the term: it is left out of the stem. */
export const abbreviationAfter = (view: View, head: number): Edit[] => {
  const end = view.tokens[head]?.end ?? view.end
  const found = ABBREVIATED.exec(view.level.slice(end - view.start, end - view.start + 12))
  return found ? [{ start: end, end: end + found[0].length, text: '' }] : []
}

/** Singular and plural of a term, for accepting either. */
export const inflections = (term: string): string[] => {
  const out = [term]
  if (/ of /.test(term) || /(?:is|us|ss|ae|[aeiou]a|ria|ium|ics|ous)$/.test(term)) return out
  if (/ies$/.test(term)) out.push(term.replace(/ies$/, 'y'))
  else if (/(?:[sx]|ch|sh)es$/.test(term)) out.push(term.slice(0, -2))
  else if (/[^s]s$/.test(term)) out.push(term.slice(0, -1))
  else if (/[^aeiou]y$/.test(term)) out.push(term.replace(/y$/, 'ies'))
  else if (/(?:s|x|ch|sh)$/.test(term)) out.push(`${term}es`)
  else out.push(`${term}s`)
  return out
}

/** A term slot with the spellings that count: with and without article, singular and plural. */
export const termSlot = (view: View, from: number, head: number): Slot => {
  const first = view.tokens[from]
  const last = view.tokens[head]
  const start = first?.start ?? view.start
  const end = last?.end ?? view.end
  const raw = view.text.slice(start - view.start, end - view.start).replace(/\s+/g, ' ')
  const common = view.firstSeenLower || (/^(?:NOUN|ADJ)$/.test(first?.pos ?? '') && /^\p{Lu}\p{Ll}/u.test(raw))
  const answer = from === 0 && common ? raw.slice(0, 1).toLowerCase() + raw.slice(1) : raw
  const accepted = new Set([answer, ...inflections(answer)])
  const hyphenless = answer.replaceAll('-', ' ')
  if (hyphenless !== answer) accepted.add(hyphenless)
  const abbreviated = ABBREVIATED.exec(view.level.slice(end - view.start, end - view.start + 12))?.[1]
  if (abbreviated) accepted.add(abbreviated)
  return { start, end, kind: 'term', answer, accepted: [...accepted], hint: hintOf(answer) }
}

export const inList = (view: View, chunk: Chunk): boolean => {
  const before = view.tokens[(chunk.determiner ?? chunk.from) - 1]
  const after = view.tokens[chunk.head + 1]
  const next = view.tokens[chunk.head + 2]
  if (before && /^(?:and|or|nor|\/|&)$/.test(before.lower)) return true
  if (after && /^(?:and|or|\/|&)$/.test(after.lower)) return !(next?.pos === 'VERB' || next?.pos === 'AUX')
  if (before?.text === ',' && after?.text === ',') return true
  return (
    after?.text === ',' &&
    view.tokens.slice(chunk.head + 2, chunk.head + 18).some((token) => /^(?:and|or)$/.test(token.lower)) &&
    next?.pos !== 'PRON'
  )
}
