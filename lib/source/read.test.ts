import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from './index.ts'
import type { Document, Format } from './types.ts'

const read = (text: string, format: Format = 'text'): Document => {
  const result = readDocument({ text, format })
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
const sentences = (document: Document) => document.sentences.map(({ start, end }) => document.text.slice(start, end))
const PROSE =
  'The kidney is an organ that filters the blood. It makes urine, and it keeps the balance of salts in the body.'

describe('refusals', () => {
  const code = (text: string) => {
    const result = readDocument({ text, format: 'text' })
    return result.ok ? null : result.error.code
  }

  test('empty, and nothing but marks', () => {
    expect(code('')).toBe('empty')
    expect(code(' \n\t ')).toBe('empty')
    expect(code('***\n---\n...')).toBe('empty')
  })

  test('binary', () => {
    expect(code(`\u0000\u0001\u0002PNG\u0000\u0000${'\ufffd'.repeat(20)}`)).toBe('binary')
    expect(code('%PDF-1.7 and so on')).toBe('binary')
  })

  test.each([
    [
      'German',
      'Die Niere ist ein Organ, das das Blut filtert. Sie bildet den Harn und hält den Salzhaushalt des Körpers im Gleichgewicht.',
    ],
    [
      'French',
      "Le rein est un organe qui filtre le sang. Il produit l'urine et maintient l'équilibre des sels dans le corps humain.",
    ],
    [
      'Spanish',
      'El riñón es un órgano que filtra la sangre. Produce la orina y mantiene el equilibrio de las sales en el cuerpo humano.',
    ],
    [
      'Russian',
      'Почка — это орган, который фильтрует кровь. Она образует мочу и поддерживает баланс солей в организме.',
    ],
    ['Japanese', '腎臓は血液をろ過する器官である。尿を作り、体内の塩分の均衡を保つ。'],
  ])('%s', (_, text) => {
    expect(code(text)).toBe('not-english')
  })

  test.each([
    [
      'fr',
      'Le rein est un organe qui filtre le sang. Il forme l’urine et maintient l’équilibre des sels dans le corps humain.',
    ],
    ['ru', 'Почка — это орган, который фильтрует кровь. Она образует мочу и поддерживает баланс солей в организме.'],
    ['ja', '腎臓は血液をろ過する器官である。尿を作り、体内の塩分の均衡を保つ。'],
    ['en', PROSE],
  ])('is read as %s where any language will do', (language, text) => {
    const read = readDocument({ text, format: 'text', anyLanguage: true })
    expect(read).toMatchObject({ ok: true, value: { language } })
    expect(read.ok && read.value.sentences.length).toBeGreaterThan(0)
  })

  test('English passes, also in a few words', () => {
    expect(code(PROSE)).toBeNull()
    expect(code('Kidney')).toBeNull()
  })
})

describe('sentences', () => {
  test.each([
    ['Dr. Smith met Mr. J. R. Jones at 5 p.m. on St. Mary St. They talked.', 2],
    ['The U.S. Senate voted. The bill passed.', 2],
    ['It weighs 3.5 kg. It costs £2.50 in shops, e.g. in Leeds.', 2],
    ['Leonid I. Brezhnev led the party. He died in 1982.', 2],
    ['She asked: "Why? Because it works." Then she left.', 3],
    ['It failed (see Fig. 3. It is large). Nobody knew.', 2],
    ['Water boils at 100 °C.[1][2] Ice melts at 0 °C.', 2],
    ['Pack tins, jars, boxes, etc. The lid comes last.', 2],
  ])('%s', (text, count) => {
    expect(sentences(read(`${PROSE}\n\n${text}`)).slice(2)).toHaveLength(count)
  })

  test('hard-wrapped lines are one paragraph, and listed lines are items', () => {
    const document = read(
      `${PROSE}\n\nThe heart pumps blood through\nthe body and never rests for as\nlong as we live.\n\n- first thing\n- second thing`,
    )
    expect(sentences(document)).toContain(
      'The heart pumps blood through\nthe body and never rests for as\nlong as we live.',
    )
    expect(document.blocks.filter((block) => block.kind === 'item')).toHaveLength(2)
  })
})

describe('formats', () => {
  test('markdown loses its marks, and keeps headings, emphasis, tables and items', () => {
    const document = read(
      `---\ntitle: "Kidneys"\n---\n\n# Organs\n\nThe **nephron** is the *unit* of the kidney, see [this](http://x.org/a_(b)).\n\n| Part | Role |\n|---|---|\n| cortex | filters |\n| medulla | **concentrates** |\n\n\`\`\`\ncode\n\`\`\`\n\n> quoted text\n`,
      'markdown',
    )
    expect(document.title).toBe('Kidneys')
    expect(document.text).not.toMatch(/[*`|]|code|http/)
    expect(document.emphasised.map((span) => document.text.slice(span.start, span.end))).toEqual([
      'nephron',
      'unit',
      'concentrates',
    ])
    const rows = document.blocks.filter((block) => block.kind === 'row')
    expect(rows.map((row) => row.cells?.map((cell) => document.text.slice(cell.start, cell.end)))).toEqual([
      ['Part', 'Role'],
      ['cortex', 'filters'],
      ['medulla', 'concentrates'],
    ])
  })

  test('a page loses its frame, and keeps tables and lists', () => {
    const document = read(
      `<title>Kidneys | Site</title><header>Top</header><nav>Menu</nav><div class="cookie-banner">Cookies</div><main><h1>Kidneys</h1><p>${PROSE}</p><table><tr><th>Part</th><th>Role</th></tr><tr><td></td><td>filters</td></tr></table><ul><li>one</li><li>two</li></ul><script>bad()</script></main><aside>Ads</aside><footer>End</footer>`,
      'html',
    )
    expect(document.title).toBe('Kidneys')
    expect(document.text).not.toMatch(/Top|Menu|Cookies|bad|Ads|End/)
    expect(document.blocks.filter((block) => block.kind === 'item')).toHaveLength(2)
    const row = document.blocks.find((block) => block.kind === 'row' && !block.header)
    expect(row?.cells?.map((cell) => document.text.slice(cell.start, cell.end))).toEqual(['', 'filters'])
  })

  test('the banner over a plain text is not its title', () => {
    const document = read(
      `AID FUND - Make a charitable donation today!\n\n\nThe Kidney\n\n${PROSE}\n\nJoin the mailing list\n\nPage last modified: 01-02-2020`,
    )
    expect(document.title).toBe('The Kidney')
  })
})

const hostile: [string, string][] = [
  ['one line of a megabyte', `${PROSE} ${'and the word of '.repeat(70_000)}`],
  ['one word of a megabyte', `${PROSE} ${'x'.repeat(1_000_000)}`],
  ['a million brackets', `${PROSE} ${'('.repeat(1_000_000)}`],
  ['square brackets, stars and ticks', `${PROSE} ${'[*`_<&!'.repeat(60_000)}`],
  ['full stops', `${PROSE} ${'. '.repeat(300_000)}`],
  ['initials', `${PROSE} ${'of A. in the B. '.repeat(60_000)}`],
  ['zero width and marks of direction', `${PROSE} ${'\u200b\u200f\u202e'.repeat(100_000)}`],
  ['table bars', `${PROSE}\n\n${'of the|'.repeat(50_000)}\n${'-|'.repeat(50_000)}\n${'in the|'.repeat(50_000)}`],
  ['a quarter of a million empty lines', `${PROSE}${'\n'.repeat(250_000)}${PROSE}`],
]

describe.each(['text', 'markdown'] as const)('hostile input as %s ends quickly', (format) => {
  test.each(hostile)(
    '%s',
    (_, text) => {
      const before = performance.now()
      expect(readDocument({ text, format }).ok).toBe(true)
      expect(performance.now() - before).toBeLessThan(8_000)
    },
    20_000,
  )
})

test('a page nested a hundred thousand deep is read', () => {
  const result = readDocument({ text: `${'<div>'.repeat(100_000)}${PROSE}`, format: 'html' })
  expect(result.ok && result.value.text).toContain('filters the blood')
}, 20_000)

test('spans of sentences, blocks and cells lie within the text, in order, whatever it holds', () => {
  const piece = fc.constantFrom(
    'The cell divides. ',
    '\n',
    '\n\n',
    '# ',
    '- ',
    '| a | b |\n',
    '|---|---|\n',
    '**',
    '*',
    '"',
    '(',
    ')',
    '[x](y) ',
    '1. ',
    'Dr. A. B. said no. ',
    '\u200b',
    '<b>',
    '&amp;',
    '`',
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }),
      fc.constantFrom<Format>('text', 'markdown', 'html'),
      (pieces, format) => {
        const result = readDocument({ text: `${PROSE}\n\n${pieces.join('')}`, format })
        if (!result.ok) return
        const { text, sentences: found, blocks } = result.value
        let last = 0
        for (const { start, end, block } of found) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          expect(end).toBeLessThanOrEqual(blocks[block]?.end ?? 0)
          last = end
        }
        for (const block of blocks)
          for (const cell of block.cells ?? []) expect(cell.end).toBeLessThanOrEqual(block.end)
      },
    ),
    { numRuns: 200 },
  )
})
