import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Generated, type GenerateInput, generate } from '../index.ts'
import { lints, setLints } from '../lints/index.ts'

const read = (file: string, format: GenerateInput['format']): Generated => {
  const result = generate({ text: readFileSync(new URL(file, import.meta.url), 'utf8'), format })
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const documents = [
  ['telegraph.txt', 'text', 'The Electric Telegraph'],
  ['leaf.md', 'markdown', 'Photosynthesis'],
  ['contract.html', 'html', 'Contracts in English law'],
  ['rivers.md', 'markdown', 'Rivers of Europe'],
] as const

const published = (generated: Generated) => generated.questions.filter((question) => question.tier === 'A')
const asked = (generated: Generated) =>
  published(generated).map((question) => `${question.stem} = ${[question.key].flat().join(' > ')}`)

describe.each(documents)('%s', (file, format, title) => {
  const generated = read(file, format)
  const { text } = generated.document

  test('has its title, whatever stands above it', () => {
    expect(generated.document.title).toBe(title)
  })

  test('quotes exactly', () => {
    expect(generated.facts.length).toBeGreaterThan(5)
    for (const { quote } of generated.facts) expect(text.slice(quote.start, quote.end)).toBe(quote.exact)
  })

  test('is the same, byte for byte, a second time', () => {
    expect(JSON.stringify(read(file, format))).toBe(JSON.stringify(generated))
  })

  test('publishes only what no lint failed, and names lints that exist', () => {
    const known = new Set([...Object.keys(lints), ...Object.keys(setLints)])
    expect(published(generated).every((question) => question.lints.length === 0)).toBe(true)
    expect(generated.questions.flatMap((question) => question.lints).every((name) => known.has(name))).toBe(true)
  })

  test('asks one fact at least for every hundred words', () => {
    const facts = new Set(published(generated).flatMap((question) => question.factIds))
    expect(facts.size * 100).toBeGreaterThanOrEqual(generated.document.words)
  })

  test('gives a reason for every sentence without a fact, and never both', () => {
    for (const skip of generated.skipped) {
      expect(skip.reason).not.toBe('')
      expect(generated.facts.some((fact) => fact.quote.start === skip.start)).toBe(false)
    }
  })

  test('has ids that are unique and point at its facts', () => {
    const facts = new Set(generated.facts.map((fact) => fact.id))
    expect(facts.size).toBe(generated.facts.length)
    expect(new Set(generated.questions.map((question) => question.id)).size).toBe(generated.questions.length)
    for (const question of generated.questions) {
      expect(question.factId).toBe(question.factIds[0])
      expect(question.factIds.every((id) => facts.has(id))).toBe(true)
    }
  })

  test('has complete keys', () => {
    for (const { form, key, accepted, options, stem } of generated.questions) {
      for (const part of [key].flat()) expect(accepted).toContain(part)
      if (form === 'cloze') expect(stem.split('____')).toHaveLength(2)
      if (form === 'choice') {
        expect(options?.filter((option) => option.text === key)).toHaveLength(1)
        expect(options?.every((option) => option.text === key || option.wrongBecause)).toBe(true)
      }
      if (form === 'true-false') expect(['true', 'false']).toContain(key)
      if (form === 'number') expect(key).toMatch(/^\d/)
    }
  })
})

describe('the four documents together', () => {
  const all = documents.map(([file, format]) => read(file, format))

  test('show all seven forms', () => {
    const forms = new Set(all.flatMap((generated) => published(generated).map((question) => question.form)))
    expect([...forms].sort()).toEqual(['choice', 'cloze', 'match', 'number', 'order', 'true-false', 'typed'])
  })

  test('have between two and three fifths true statements', () => {
    const statements = all
      .flatMap((generated) => published(generated))
      .filter((question) => question.form === 'true-false')
    const yes = statements.filter((question) => question.key === 'true').length
    expect(yes / statements.length).toBeGreaterThanOrEqual(0.4)
    expect(yes / statements.length).toBeLessThanOrEqual(0.6)
  })
})

/** What each document lays out to be fallen into. */
const traps: [string, number, RegExp][] = [
  ['a banner or footer', 0, /donation|newsletter|last modified/i],
  ['a figure that was replaced', 0, /350,000/],
  ['an opinion', 0, /remarkable/],
  ['a plan that may never happen', 0, /2040|museum/],
  ['a quotation', 0, /nerve of the world/],
  ['a negation', 0, /did not work/],
  ['a pronoun left open', 0, /^(?:It|He|Their) /],
  ['a possibility', 1, /might be possible/],
  ['a pointer', 1, /this part/],
  ['an opinion of the author', 2, /deserves|my view/],
  ['what the page frames its text with', 2, /LawNotes|Torts/],
  ['a negated rule', 2, /Past consideration/],
  ['an outdated length', 3, /338/],
  ['a plan', 3, /dredge/],
  ['a word to the reader', 3, /recommend|wonderful|clean\?/],
  ['a conversion beside its number', 3, /____ \(number\)[^.]*2,190/],
]

test.each(traps)('does not fall for %s', (_, document, pattern) => {
  const [file, format] = documents[document] ?? documents[0]
  expect(asked(read(file, format)).filter((line) => pattern.test(line))).toEqual([])
})

test('reads a misspelt month, and asks the right one', () => {
  const generated = read('telegraph.txt', 'text')
  const question = generated.questions.find(
    (one) => one.stem.includes('Dover') && one.form === 'cloze' && one.key === '1851',
  )
  expect(question?.accepted).toContain('13 November 1851')
})

test('a false statement is not true after all', () => {
  const result = generate({
    text: '# Trade and war in the Pacific\n\nSoviet forces occupied the Southern Kurils in the north Pacific in 1945. The trade between Japan and Canada had reached 44 million tonnes a year by 1979. The navy of Japan and the navy of Canada built 60 ships in 1990.',
    format: 'markdown',
  })
  if (!result.ok) throw new Error(result.error.message)
  const statements = result.value.questions.filter((one) => one.form === 'true-false').map((one) => one.stem)
  expect(statements.length).toBeGreaterThan(1)
  expect(statements.filter((stem) => /northern Kurils|south Pacific/i.test(stem))).toEqual([])
  for (const stem of statements) {
    const reached = /reached (\d+)/.exec(stem)?.[1]
    if (reached) expect(Number(reached)).toBeGreaterThanOrEqual(44)
  }
})
