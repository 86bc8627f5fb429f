import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from '#lib/questions/index.ts'
import { ROOT } from '../setup/run.mjs'
import { absolute, type Figure } from './figure.ts'

const WORDS_A_SECOND = 10_000
const CORPUS_WORDS = 40_000
const ROUNDS = 5

const wordsOf = (text: string): number => text.match(/\S+/g)?.length ?? 0

/** The shipped article again and again with other years, so that no sentence is met twice. */
const corpus = (): string => {
  const article = readFileSync(join(ROOT, 'content/japan-russia-relations/document.md'), 'utf8')
  const copies = Math.ceil(CORPUS_WORDS / wordsOf(article))
  const shifted = (by: number) => article.replace(/\b(1[89]|20)\d\d\b/g, (year) => String(Number(year) - by))
  return Array.from({ length: copies }, (_, i) => (i ? shifted(i).replace(/^---[\s\S]*?---/, '') : article)).join(
    '\n\n',
  )
}

/** The speed of the whole way from a text to questions, warm, on one core. */
export const generator = async (): Promise<Figure[]> => {
  const text = corpus()
  const round = (): number => {
    const begun = performance.now()
    const done = generate({ text, format: 'markdown' })
    if (!done.ok) throw new Error(done.error.message)
    return done.value.document.words / ((performance.now() - begun) / 1000)
  }
  round()
  return [
    absolute(
      { name: 'generator speed', unit: 'words/s', better: 'higher' },
      Array.from({ length: ROUNDS }, round),
      WORDS_A_SECOND,
    ),
  ]
}
