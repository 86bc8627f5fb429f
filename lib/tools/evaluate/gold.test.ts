import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { goldIn, readGold } from './gold.ts'

const halfOf = (name: string) => goldIn(fileURLToPath(new URL(`../../questions/gold/${name}`, import.meta.url)))
const halves = { worked: halfOf('worked'), unread: halfOf('unread') }
const documents = Object.values(halves).flat()

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** The paragraph, list item or row in which a span stands: it names what a quote only points at. */
const paragraphAround = (text: string, { start, end }: { start: number; end: number }): string => {
  const after = text.indexOf('\n', end)
  return text.slice(text.lastIndexOf('\n', start) + 1, after < 0 ? text.length : after)
}

/** Whether an answer can come from a text: shares a word or its beginning with it, or puts its number in digits. */
const comesFrom = (answer: string, text: string): boolean => {
  const there = wordsOf(text)
  return wordsOf(answer).some((word) => /^\d+$/.test(word) || there.some((one) => one.startsWith(word.slice(0, 4))))
}

describe.each(documents)('$name', ({ text, words, facts, traps, domain }) => {
  test('is as long as a page that a class would read', () => {
    expect(words).toBeGreaterThanOrEqual(600)
    expect(words).toBeLessThanOrEqual(1200)
  })

  test('has spans that show its quotes', () => {
    const letters = (quote: string) => quote.replace(/[\s*_`|\\#]/g, '')
    for (const { quote, spans } of [...facts, ...traps])
      for (const { start, end } of spans) {
        expect(letters(text.slice(start, end))).toBe(letters(quote))
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
      }
    expect(facts.every(({ spans }) => spans.length > 0)).toBe(true)
  })

  test('has answers that come from where they are quoted', () => {
    for (const { spans, answers, about } of facts) {
      const around = spans.map((span) => paragraphAround(text, span)).join(' ')
      expect(
        answers.filter((answer) => !comesFrom(answer, text)),
        about,
      ).toEqual([])
      expect(
        answers.some((answer) => comesFrom(answer, around)),
        about,
      ).toBe(true)
    }
  })

  test('lists enough, once, and traps of several kinds', () => {
    expect(facts.length).toBeGreaterThanOrEqual(35)
    expect(traps.length).toBeGreaterThanOrEqual(10)
    expect(new Set(traps.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4)
    expect(new Set(facts.map(({ quote }) => quote)).size).toBe(facts.length)
    expect(new Set(facts.map(({ importance }) => importance)).size).toBe(3)
    expect(domain).toMatch(/^[a-z]+$/)
  })

  test('has traps whose patterns spare the listed facts', () => {
    for (const { wrong } of traps)
      for (const { about, answers } of facts)
        for (const answer of answers)
          expect(wrong?.test(`${about} = ${answer}`) ?? false, `${wrong} ${about}`).toBe(false)
  })
})

describe('the set', () => {
  test.each(Object.entries(halves))('has seven documents at least that are %s', (_, half) => {
    expect(half.length).toBeGreaterThanOrEqual(7)
  })

  test('covers seven domains at least, and every format', () => {
    expect(new Set(documents.map(({ domain }) => domain)).size).toBeGreaterThanOrEqual(7)
    expect(new Set(documents.map(({ input }) => input.format))).toEqual(new Set(['markdown', 'html', 'text']))
  })
})

describe('a broken file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gold-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const fact = { quote: 'the Nile is a river', answers: ['river'], importance: 3, about: 'the Nile' }
  const trap = { kind: 'negation', quote: 'It is no lake.', wrong: '= lake' }
  const reading = (facts: unknown[], traps: unknown[]) => {
    writeFileSync(join(folder, 'nile.md'), '# The Nile\n\nIn Africa the **Nile** is\na river. It is no lake.\n')
    writeFileSync(
      join(folder, 'nile.json'),
      JSON.stringify({ domain: 'geography', shapes: ['negations'], title: 'The Nile', facts, traps }),
    )
    return () => readGold(join(folder, 'nile.md'))
  }

  test('is no trouble while it is whole', () => {
    const { text, facts, traps } = reading([fact], [trap, { ...trap, wrong: undefined }])()
    expect(facts[0]?.spans.map(({ start, end }) => text.slice(start, end))).toEqual([fact.quote])
    expect(traps.map(({ wrong }) => wrong?.test('Is it a lake? = Lake') ?? null)).toEqual([true, null])
  })

  test.each([
    [
      'a fact that is not there',
      [fact, { ...fact, quote: 'the Nile is dry' }],
      [trap],
      /nile\.json, facts\[1\]: .*is dry/,
    ],
    ['a fact without an answer', [{ ...fact, answers: [] }], [trap], /nile\.json, facts\[0\]: "answers"/],
    ['an unknown importance', [{ ...fact, importance: 4 }], [trap], /nile\.json, facts\[0\]: "importance"/],
    ['a trap that is not there', [fact], [{ ...trap, quote: 'It is no sea.' }], /nile\.json, traps\[0\]: .*no sea/],
    ['a broken pattern', [fact], [{ ...trap, wrong: '(' }], /nile\.json, traps\[0\]: "wrong" is no pattern/],
    ['no facts', [], [trap], /nile\.json: "facts"/],
    ['an entry that is no object', [fact], ['lake'], /nile\.json, traps\[0\]: is no object/],
  ])('is named: %s', (_, facts, traps, message) => {
    expect(reading(facts, traps)).toThrow(message)
  })
})
