import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mark } from '#lib/answers/index.ts'
import { reviewedFrom } from '#lib/questions/index.ts'
import { readDocument } from '#lib/source/index.ts'

type Item = { n: number; paragraph: number; fact: string; importance: 1 | 2 | 3; quote: string }

const folder = new URL('./japan-russia-relations/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const inventory: Item[] = JSON.parse(read('inventory.json'))
const opened = readDocument({ text: read('document.md'), format: 'markdown' })
if (!opened.ok) throw new Error(opened.error.message)
const { text, title, sentences, sections } = opened.value

/** The sentences of the document that hold a quote whole. */
const sentencesOf = (quote: string): number[] =>
  sentences.flatMap(({ start, end }, i) => (text.slice(start, end).includes(quote) ? [i] : []))

describe('the shipped document', () => {
  it('is called as its front matter says, and has sections', () => {
    expect(title).toBe('Japan–Russia relations')
    expect(sections.length).toBeGreaterThan(8)
  })

  it('says what it is', () =>
    expect(text).toContain("Retold from GlobalSecurity.org, 'Japan-Russia Relations', 22 March 2022"))
})

describe('the inventory', () => {
  it('is numbered from 1 without gaps, paragraph after paragraph', () => {
    expect(inventory.map(({ n }) => n)).toEqual(inventory.map((_, i) => i + 1))
    const paragraphs = inventory.map(({ paragraph }) => paragraph)
    expect(paragraphs).toEqual([...paragraphs].sort((a, b) => a - b))
    expect(inventory.every(({ importance }) => [1, 2, 3].includes(importance))).toBe(true)
  })

  it('maps each number to one sentence of the document', () => {
    const lost = inventory
      .filter(({ quote }) => sentencesOf(quote).length !== 1)
      .map(({ n, quote }) => `${n}: ${quote}`)
    expect(lost).toEqual([])
  })

  it('would notice a fact whose sentence went', () => expect(sentencesOf('a sentence that is not there')).toEqual([]))
})

describe('the questions', () => {
  const made = reviewedFrom(opened.value, JSON.parse(read('names.json')), JSON.parse(read('questions.json')))
  if (!made.ok) throw new Error(made.error.message)
  const { facts, questions, aliases } = made.value
  const alone = questions.filter(({ factIds }) => factIds.length === 1)
  const asking = (n: number) => alone.filter(({ factId }) => factId === `reviewed-${n}`)

  it('ask every fact of the inventory at its own place, the important ones in two forms or more', () => {
    const quotes: { n: number; quote: string }[] = JSON.parse(read('questions.json')).facts
    expect(quotes.map(({ n, quote }) => [n, quote])).toEqual(inventory.map(({ n, quote }) => [n, quote]))
    const formsOf = (n: number) => new Set(asking(n).map(({ form }) => form)).size
    expect(inventory.filter(({ n, importance }) => formsOf(n) < (importance === 3 ? 2 : 1)).map(({ n }) => n)).toEqual(
      [],
    )
    for (const { quote } of facts) expect(text.slice(quote.start, quote.end)).toBe(quote.exact)
  })

  it('do not give their answers away', () => {
    const plain = (words: string) => ` ${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
    const told = alone
      .filter(({ form, stem, key }) => form !== 'true-false' && plain(stem).includes(plain(String(key))))
      .map(({ stem, key }) => `${stem} ${key}`)
    expect(told).toEqual([])
  })

  it('take their own answers for right, and none of their wrong ones', () => {
    for (const question of alone) {
      for (const given of question.accepted) expect(mark(question, given, aliases).verdict, given).toBe('right')
      for (const { text: option, wrongBecause } of question.options ?? [])
        if (wrongBecause) expect(mark(question, option, aliases).verdict, option).toBe('wrong')
    }
  })

  it('say of every wrong answer why it is wrong, and of true and false statements about half each', () => {
    const choices = alone.filter(({ form }) => form === 'choice')
    expect(choices.length).toBeGreaterThan(40)
    for (const { options = [] } of choices) expect(options.filter(({ wrongBecause }) => wrongBecause)).toHaveLength(3)
    const statements = alone.filter(({ form }) => form === 'true-false')
    const share = statements.filter(({ key }) => key === 'true').length / statements.length
    expect(Math.abs(share - 0.5)).toBeLessThan(0.15)
  })

  it('have timelines and a who is who', () => {
    const joint = questions.filter(({ factIds }) => factIds.length > 1)
    expect(joint.filter(({ form }) => form === 'order').length).toBeGreaterThanOrEqual(3)
    expect(joint.some(({ form, stem }) => form === 'match' && /who is who/i.test(stem))).toBe(true)
  })
})

describe('the wording', () => {
  const RUN = 9
  const OFFICIAL =
    /initiative for strengthening japan russia cooperation in the russian far east and eastern siberia|treaty of (mutual cooperation and security with the united states|commerce navigation and delimitation between japan and russia)|iturup kunashir shikotan and habomai/g
  const wordsOf = (words: string): string[] =>
    words
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, ' ')
      .replace(OFFICIAL, 'name')
      .trim()
      .split(' ')
  const runsOf = (words: string[]): string[] => words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' '))

  it('is ours: no nine words in a row are shared with the source article', () => {
    const path = process.env.FOOTNOTE_SOURCE_ARTICLE
    if (!path) return console.warn('Not compared with the source article: FOOTNOTE_SOURCE_ARTICLE is not set.')
    const source = new Set(runsOf(wordsOf(readFileSync(path, 'utf8'))))
    expect(source.size).toBeGreaterThan(1_000)
    const ours = ['document.md', 'inventory.json', 'corrections.json', 'names.json', 'questions.json'].flatMap((name) =>
      runsOf(wordsOf(read(name))),
    )
    expect(ours.filter((run) => source.has(run))).toEqual([])
  })
})
