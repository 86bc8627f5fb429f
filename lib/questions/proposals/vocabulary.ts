import { standsIn } from '#lib/base/index.ts'
import { numberWord, wordNumber } from '#lib/facts/index.ts'
import { levelled } from '#lib/source/index.ts'

const WORD = /[\p{L}\p{M}\p{N}]+(?:['.,-][\p{L}\p{M}\p{N}]+)*/gu
const OPENERS = new Set(
  'what which who whom whose when where why how in on at by of for from to under during after before between according the a an did does is are was were if with'.split(
    ' ',
  ),
)
/** Words that may stand inside a name without a capital. */
const PARTICLE = /^(?:of|the|de|von|van|der|den|di|da|du|del|la|le|al|bin|ibn|and)$/
const SCALES = 'hundred thousand million billion trillion dozen'.split(' ')
const ORDINALS =
  'third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )

const folded = (text: string): string => levelled(text).replace(/\s+/g, ' ')
const bare = (word: string): string => word.replace(/'s?$/, '')
export const wordsIn = (text: string): string[] => (levelled(text).match(WORD) ?? []).map(bare)
const digitsOf = (word: string): string => word.replace(/[,]/g, '').toLowerCase()

/** Every spelling under which a number of a text may be looked for: its digits, and the word or the digits beside it. */
const numbersOf = (text: string): Set<string> => {
  const out = new Set<string>()
  for (const word of wordsIn(text)) {
    const lower = word.toLowerCase()
    for (const part of [lower, ...lower.split('-')]) {
      const value = wordNumber(part)
      if (/\d/.test(part)) {
        out.add(digitsOf(part))
        const spelt = numberWord(Number(digitsOf(part)))
        if (spelt) out.add(spelt)
      } else if (value !== null) out.add(part).add(String(value))
      else if (SCALES.includes(part) || ORDINALS.includes(part)) out.add(part)
    }
    // 1904–05 and 2-4 are looked for whole and in parts.
    for (const part of word.match(/\d+/g) ?? []) out.add(part)
  }
  return out
}

const isNumeral = (word: string): boolean =>
  /\d/.test(word) || wordNumber(word) !== null || SCALES.includes(word) || ORDINALS.includes(word)

/** What a document names and counts, for telling what stands in a question and not in it. */
export class Vocabulary {
  private readonly text: string
  private readonly words: Set<string>
  private readonly lower: Set<string>

  constructor(text: string) {
    this.text = folded(text)
    this.words = new Set(wordsIn(text))
    this.lower = new Set([...this.words].map((word) => word.toLowerCase()))
  }

  /** A name, or a word with a capital inside or without case, that the document does not have as it stands there. */
  foreignName(question: string): string | null {
    const tokens = [...folded(question).matchAll(WORD)].map((match) => ({ text: bare(match[0]), at: match.index }))
    const named = (index: number): boolean => {
      const word = tokens[index]?.text ?? ''
      if (index === 0 && OPENERS.has(word.toLowerCase())) return false
      if (index === 0 && /^\p{Lu}\p{Ll}*$/u.test(word)) return !this.lower.has(word.toLowerCase())
      return /\p{Lu}|\p{Lt}|\p{Lo}/u.test(word)
    }
    for (let from = 0; from < tokens.length; from++) {
      if (!named(from)) continue
      let to = from
      for (let next = from + 1; next < tokens.length; next++) {
        const gap = folded(question).slice(
          (tokens[next - 1]?.at ?? 0) + (tokens[next - 1]?.text.length ?? 0),
          tokens[next]?.at,
        )
        if (gap !== ' ') break
        if (named(next)) to = next
        else if (!PARTICLE.test(tokens[next]?.text ?? '') || next - to > 2) break
      }
      const run = tokens.slice(from, to + 1).map(({ text }) => text)
      if (!this.has(run)) return run.join(' ')
      from = to
    }
    return null
  }

  /** The words of a run stand in the document in this order, or, about an "and", on either side of it. */
  private has(run: string[]): boolean {
    const whole = run.join(' ')
    if (run.every((word) => this.words.has(word) || PARTICLE.test(word)) && standsIn(this.text, whole)) return true
    const and = run.indexOf('and')
    return and > 0 && this.has(run.slice(0, and)) && this.has(run.slice(and + 1))
  }
}

/** A number, a date's month or an ordinal of a question that the cited text does not have. */
export const foreignNumber = (question: string, cited: string): string | null => {
  const numbers = numbersOf(cited)
  const words = new Set(wordsIn(cited).map((word) => word.toLowerCase()))
  for (const word of wordsIn(question)) {
    const lower = word.toLowerCase()
    if (MONTH.test(word) && !words.has(lower)) return word
    for (const part of [lower, ...(/^\p{L}/u.test(lower) ? lower.split('-') : [])])
      if (isNumeral(part) && !numbers.has(/\d/.test(part) ? digitsOf(part) : part)) return word
  }
  return null
}
const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/
