import { describe, expect, test } from 'vitest'
import { readDocument } from './index.ts'
import type { Format } from './types.ts'

const read = (text: string, format: Format = 'text') => {
  const result = readDocument({ text, format })
  if (!result.ok) throw new Error(result.error.message)
  const { value } = result
  return { ...value, lines: value.sentences.map(({ start, end }) => value.text.slice(start, end).replace(/\s+/g, ' ')) }
}
const PROSE =
  'The kidney is an organ that filters the blood. The kidney makes urine, and it keeps the balance of salts in the body.'
const page = (n: number) =>
  `${Array.from({ length: 9 }, (_, i) => `The kidney of animal ${n * 10 + i} weighs less than the liver of that animal.`).join('\n')}\nEach kidney of a mammal is made of many small units, and every\n\n`
const next = 'one of them filters blood through a knot of vessels.\n'

describe('running headers', () => {
  const header = (n: number) => `Renal Handbook  ${n}\n\n`
  const text = [1, 2, 3, 4].map((n) => `${header(n)}${n > 1 ? next : ''}${page(n)}`).join('')

  test('vanish, also from the middle of a sentence', () => {
    const document = read(`${text}${header(5)}${next}`)
    expect(document.text).not.toMatch(/Renal Handbook\s+[2-5]/)
    expect(document.lines).toContain(
      'Each kidney of a mammal is made of many small units, and every one of them filters blood through a knot of vessels.',
    )
  })

  test('a heading that each part has stays', () => {
    const parts = ['Kidney', 'Liver', 'Heart', 'Spleen'].map(
      (name) => `${name}\n\nSymptoms\n\n${page(1).trimEnd()} one is alike.\n\n`,
    )
    expect(read(parts.join('')).sections.filter((section) => section.heading === 'Symptoms')).toHaveLength(4)
  })
})

describe('what is no text makes no sentence', () => {
  test.each([
    ['See also', '- Liver: the largest gland of the body of a mammal\n- Heart: the organ that pumps the blood'],
    ['References', 'Smith, A. (2001). The kidney was described in 1666 by an anatomist. London Press.'],
  ])('below “%s”', (heading, body) => {
    const document = read(`# Kidney\n\n${PROSE}\n\n## ${heading}\n\n${body}\n\n## History\n\n${PROSE}`, 'markdown')
    expect(document.lines).toHaveLength(4)
  })

  test.each([
    'Figure 3. The kidney of a mammal is cut in half.',
    'By Jane Smith, Health Desk',
    'Read more about the kidney in this story',
    'Share this page with a friend',
    'We use cookies to give you the best browsing experience.',
  ])('%s', (line) => {
    expect(read(`# Kidney\n\n${PROSE}\n\n${line}\n\n${PROSE}`, 'markdown').lines).toHaveLength(4)
  })

  test('by and large is no byline, and a figure that shows something is text', () => {
    const text =
      'By and large, the kidney of a mammal works without rest.\n\nFigure 3 shows a kidney that is cut in half.'
    expect(read(`# Kidney\n\n${PROSE}\n\n${text}`, 'markdown').lines).toHaveLength(4)
  })
})

describe('the title', () => {
  test.each([
    ['a series', 'Small Guides to Science\n\nThe Kidney\n\n'],
    ['an hour and a place', 'Tuesday 10:00, Room 4\n\nThe Kidney\n\n'],
    ['a banner', 'Harbour Town Library Online\n\nThe Kidney\n\n'],
  ])('stands below %s', (_, top) => expect(read(`${top}${PROSE}\n\n${PROSE}`).title).toBe('The Kidney'))

  test('may begin with "Copyright"', () => {
    expect(
      read('# Copyright law in Japan\n\nThe law of Japan protects a work as soon as it is made.', 'markdown').title,
    ).toBe('Copyright law in Japan')
  })

  test('a word without a final “s” is counted once', () => {
    const filler = Array.from(
      { length: 320 },
      (_, i) => `word${String.fromCharCode(97 + (i % 26))}${'xyz'[i % 3]}${'abcdefghijklm'[i % 13]}`,
    ).join(' ')
    const text = `The harbour keeps a record of the organs. ${filler}. ${PROSE} ${PROSE}`
    expect(read(`Harbour Club\n\nThe Kidney\n\n${text}`).title).toBe('The Kidney')
  })

  test('of a page is its heading, not the name of the site above it', () => {
    const html = `<title>The Kidney – Harbour Town</title><header><h1>Harbour Town</h1></header><div><h1>The Kidney</h1><p>${PROSE}</p></div>`
    expect(read(html, 'html').title).toBe('The Kidney')
  })
})
