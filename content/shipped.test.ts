import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
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
    const ours = ['document.md', 'inventory.json', 'corrections.json', 'names.json'].flatMap((name) =>
      runsOf(wordsOf(read(name))),
    )
    expect(ours.filter((run) => source.has(run))).toEqual([])
  })
})
