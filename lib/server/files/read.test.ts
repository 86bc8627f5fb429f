import { describe, expect, it } from 'vitest'
import { readDocument } from '#lib/source/index.ts'
import { column, docxOf, epubOf, pdfOf, pptxOf, zipOf } from '#lib/testing/files.ts'
import { readFile } from './read.ts'

const PROSE = [
  'The harbour of Anset opened in 1702. Its lock was built by Marta Quill, who had',
  'learned her trade in Loe. Twelve cranes stood on the quay by 1810, and the fisher-',
  'men landed their catch there until a fire closed the rope walk in 1833.',
]
const LATER = ['The ferry to Loe was ended in 1921. Today the quay is a public garden.']

const textOf = async (bytes: Buffer) => {
  const file = await readFile(bytes)
  if (!file.ok) return file.error
  const read = readDocument({ text: file.value.html, format: 'html', title: 'Anset' })
  if (!read.ok) throw new Error(read.error.message)
  const { text, sections } = read.value
  return { text, sections: sections.map(({ heading }) => heading), unread: file.value.unread }
}

const running = (n: number) => [
  { text: 'Annals of the coast', x: 60, y: 810 },
  { text: `Page ${n} of 4`, x: 280, y: 30 },
]

describe('a PDF', () => {
  it('is read without what runs through its pages, its words whole, under its headings', async () => {
    const pages = [
      [{ text: 'The harbour', x: 60, y: 770, size: 18 }, ...column(PROSE, 60, 740), ...running(1)],
      [...column(LATER, 60, 780), ...running(2)],
      [{ text: 'The lighthouse', x: 60, y: 770, size: 18 }, ...column(['It was lit in 1790.'], 60, 740), ...running(3)],
      [...column(['It burned whale oil until 1837.'], 60, 780), ...running(4)],
    ]
    const read = await textOf(pdfOf(pages))
    if (typeof read === 'string') throw new Error(read)
    expect(read.text).toContain('and the fishermen landed their catch there')
    expect(read.text).not.toMatch(/Annals|Page \d/)
    expect(read.sections).toEqual(['The harbour', 'The lighthouse'])
  })

  it('of two columns is read one after the other, and what goes on over a page is one paragraph', async () => {
    const left = Array.from({ length: 12 }, (_, n) => `left line ${n} of the column`)
    const right = Array.from({ length: 12 }, (_, n) => `right line ${n} of the column`)
    const top = [{ text: 'A title over both of the columns of this page', x: 60, y: 790, size: 18 }]
    const read = await textOf(
      pdfOf([
        [...top, ...column(left, 60, 740), ...column(right, 320, 740)],
        column(['and on the next page it ends.'], 60, 780),
      ]),
    )
    if (typeof read === 'string') throw new Error(read)
    const flat = read.text.replace(/\s+/g, ' ')
    expect(flat).toContain('left line 11 of the column right line 0')
    expect(flat).toContain('right line 11 of the column and on the next page it ends.')
    // The title, its page, one paragraph.
    expect(read.text.trim().split('\n\n')).toHaveLength(3)
  })

  it('without headings has its pages as places, and slides have their titles', async () => {
    const prose = await textOf(pdfOf([column(PROSE, 60, 740), column(LATER, 60, 740)]))
    expect(prose).toMatchObject({ sections: ['Page 1', 'Page 2'] })
    const slides = pdfOf(
      ['Osmosis', 'Diffusion'].map((title) => [
        { text: title, x: 60, y: 700, size: 32 },
        ...column(
          [`- ${title} moves water through a membrane.`, `- ${title} needs no energy of the cell.`],
          80,
          600,
          20,
        ),
      ]),
    )
    const read = await textOf(slides)
    expect(read).toMatchObject({ sections: ['Osmosis', 'Diffusion'] })
    expect(typeof read === 'string' ? read : read.text).toContain('Osmosis needs no energy of the cell.')
  })

  it('says which of its pages are pictures, and is refused where all are, or where it is locked', async () => {
    expect(await textOf(pdfOf([column(PROSE, 60, 740), [], []]))).toMatchObject({ unread: [2, 3] })
    expect(await textOf(pdfOf([[], []]))).toBe('pictures')
    expect(await textOf(pdfOf([column(PROSE, 60, 740)], { locked: true }))).toBe('locked')
  })
})

describe('a file of another kind', () => {
  it('from Word keeps headings, paragraphs and tables', async () => {
    const read = await textOf(
      await docxOf(['# The harbour', PROSE.join(' '), '| Crane | 1810', '# Later', LATER.join(' ')]),
    )
    expect(read).toMatchObject({ sections: ['The harbour', 'Later'] })
    expect(typeof read === 'string' ? read : read.text).toMatch(/Crane.*1810/s)
  })

  it('from PowerPoint keeps the slides in their order', async () => {
    const slides = [
      { title: 'The harbour', lines: [PROSE.join(' '), 'Its lock was built by Marta Quill.'] },
      { title: 'Later', lines: LATER },
    ]
    const read = await textOf(await pptxOf(slides))
    expect(read).toMatchObject({ sections: ['The harbour', 'Later'] })
    expect(typeof read === 'string' ? read : read.text).not.toContain('Every slide')
  })

  it('of a book keeps the chapters in their order', async () => {
    const chapters = [`<h1>The harbour</h1><p>${PROSE.join(' ')}</p>`, `<h1>Later</h1><p>${LATER.join(' ')}</p>`]
    const read = await textOf(await epubOf(chapters))
    expect(read).toMatchObject({ sections: ['The harbour', 'Later'] })
    expect(typeof read === 'string' ? read : read.text).not.toContain('Contents of the book')
  })
})

describe('what is no file of ours', () => {
  it.each([
    ['a picture', async () => Buffer.from('\u0089PNG\r\n', 'latin1'), 'unknown'],
    ['a ZIP of something else', () => zipOf({ 'a.txt': 'a' }), 'unknown'],
    ['an old Word file', async () => Buffer.from('\u00d0\u00cf\u0011\u00e0\u00a1', 'latin1'), 'old-office'],
    ['half a PDF', async () => pdfOf([column(PROSE, 60, 740)]).subarray(0, 80), 'damaged'],
    ['half a Word file', async () => (await docxOf(PROSE)).subarray(0, 300), 'damaged'],
    ['a Word file without a word', () => docxOf(['']), 'empty'],
    ['a ZIP bomb', () => zipOf({ 'word/document.xml': Buffer.alloc(50_000_000, 'a') }), 'too-much'],
    ['a book without its table', () => zipOf({ 'META-INF/container.xml': '<container/>' }), 'damaged'],
  ] as const)('%s is refused', async (_what, bytes, error) => expect(await textOf(await bytes())).toBe(error))

  it('declares no entities', async () => {
    const book = await zipOf({
      'META-INF/container.xml': '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><container>&d;</container>',
    })
    expect(await textOf(book)).toBe('damaged')
  })
})
