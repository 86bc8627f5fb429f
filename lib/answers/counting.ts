import { plainCharacters } from './characters.ts'

/** What a set says of typed answers: whether a missing or another accent, a missing or another article makes one wrong. */
export type Counting = {
  readonly accents?: boolean
  readonly articles?: boolean
  /** BCP 47: whose articles they are, beside those of English. */
  readonly language?: string
}

const words = (text: string): readonly string[] => text.split(' ')
const ENGLISH = words('the a an')
/** Elided ones (l’, un’) stand before an apostrophe. */
const ARTICLES: Readonly<Record<string, readonly string[]>> = {
  de: words('der die das den dem des ein eine einen einem einer eines'),
  fr: words('le la les un une des du l'),
  es: words('el la los las un una unos unas'),
  it: words('il lo la i gli le un uno una l'),
  pt: words('o a os as um uma uns umas'),
  nl: words('de het een'),
  ca: words('el la els les un una l'),
  sv: words('en ett'),
  da: words('en et'),
  nb: words('en ei et'),
  el: words('ο η το οι τα τον την ένας μια ένα'),
}

const articlesOf = ({ language = 'en' }: Counting): ReadonlySet<string> =>
  new Set([...ENGLISH, ...(ARTICLES[language.split('-')[0] ?? ''] ?? [])])

/** Words in lower case with their accents, no punctuation. */
const spelt = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const withoutArticle = (tokens: readonly string[], articles: ReadonlySet<string>): readonly string[] =>
  tokens.length > 1 && articles.has(tokens[0] ?? '') ? tokens.slice(1) : tokens

const bare = (tokens: readonly string[]): string => plainCharacters(tokens.join(''))

/** Whether an answer is like one of the accepted texts but for accents or an article that count here. */
export const missesWhatCounts = (given: string, accepted: readonly string[], counting: Counting): boolean => {
  if (!counting.accents && !counting.articles) return false
  const articles = articlesOf(counting)
  const kept = (text: string): string => {
    const tokens = counting.articles ? spelt(text) : withoutArticle(spelt(text), articles)
    return counting.accents ? tokens.join('') : bare(tokens)
  }
  const loose = (text: string): string => bare(withoutArticle(spelt(text), articles))
  if (accepted.some((text) => kept(text) === kept(given))) return false
  return accepted.some((text) => loose(text) === loose(given))
}

/** The text without its article, where articles do not count and it begins with one; else as it is. */
export const leavingArticle = (text: string, counting: Counting): string => {
  if (counting.articles || !((counting.language?.split('-')[0] ?? '') in ARTICLES)) return text
  const [, first = '', rest = ''] = /^\s*([\p{L}\p{M}]+)(?:\s+|['’])(\S.*)$/su.exec(text) ?? []
  return articlesOf(counting).has(first.normalize('NFC').toLowerCase()) ? rest : text
}
