import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom } from '#lib/base/index.ts'
import { ROOT } from '../setup/run.mjs'

const SYLLABLES = 'ba ke li mo nu ra se ti vo za dor mel tin gar sol'.split(' ')
/** Of the names in a copy of the article, how many are others than in the article. */
const CHANGED = 0.5

const wordsOf = (text: string): number => text.match(/\S+/g)?.length ?? 0

/** The article with other years, and with about half of its names exchanged, each throughout. */
const varied = (article: string, copy: number): string => {
  const random = seededRandom(`bench ${copy}`)
  const others = new Map<string, string>()
  const other = (name: string): string => {
    const made = Array.from({ length: 3 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('')
    return random() < CHANGED ? made.slice(0, 1).toUpperCase() + made.slice(1) : name
  }
  return article
    .replace(/^---[\s\S]*?---/, '')
    .replace(/(?<=\p{Ll} )\p{Lu}\p{Ll}{3,}/gu, (name) => {
      const known = others.get(name) ?? other(name)
      others.set(name, known)
      return known
    })
    .replace(/\b(1[789]|20)\d\d\b/g, (year) => String(Number(year) - Math.floor(random() * 300)))
    .replace(/\b\d{2,3}\b(?![,.]\d)/g, (number) => String(Number(number) + Math.floor(random() * 50)))
}

/** At least so many words of prose: the shipped article again and again, no copy like another. */
export const proseOf = (words: number): string => {
  const article = readFileSync(join(ROOT, 'content/japan-russia-relations/document.md'), 'utf8')
  const copies: string[] = [article]
  for (let count = wordsOf(article), copy = 1; count < words; copy++) {
    const next = varied(article, copy)
    copies.push(next)
    count += wordsOf(next)
  }
  return copies.join('\n\n')
}
