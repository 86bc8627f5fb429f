import { column, pdfOf } from '#lib/testing/files.ts'
import { newGuest } from '#lib/testing/guest.ts'
import { serve } from '#lib/testing/served.ts'
import { absolute, type Figure } from './figure.ts'
import { proseOf } from './prose.ts'

const PAGES = [40, 300] as const
const LINES_A_PAGE = 45
const LETTERS_A_LINE = 88
const WORDS_A_PAGE = 600
/** From the file being chosen until the first question can be shown. */
const WITHIN_MS = 15_000

/** Prose set in lines, as many pages as wanted. */
const pagesOf = (count: number) => {
  const words = proseOf(count * WORDS_A_PAGE)
    .replace(/[^\x20-\x7e]+/g, ' ')
    .split(/\s+/)
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    if (line.length + word.length >= LETTERS_A_LINE) {
      lines.push(line)
      line = ''
    }
    line += line === '' ? word : ` ${word}`
  }
  return Array.from({ length: count }, (_, page) =>
    column(lines.slice(page * LINES_A_PAGE, (page + 1) * LINES_A_PAGE), 60, 780),
  )
}

/** Bringing a PDF: until its set, with every question in it, is on the phone. */
export const files = async (): Promise<Figure[]> => {
  const server = await serve()
  try {
    const figures: Figure[] = []
    for (const pages of PAGES) {
      const guest = await newGuest(server.url)
      const bytes = pdfOf(pagesOf(pages))
      const begun = performance.now()
      const made = await guest.postFile('/api/documents/file', `${pages} pages.pdf`, bytes)
      const { setId, version } = (await made.json()) as { setId: string; version: number }
      if (!made.ok) throw new Error(`A PDF of ${pages} pages was answered ${made.status}`)
      const pack = await guest.get(`/api/packs/${setId}@${version}`)
      await pack.text()
      const what = { name: `a PDF of ${pages} pages to its questions on a phone`, unit: 'ms', better: 'lower' } as const
      figures.push(absolute(what, [performance.now() - begun], WITHIN_MS))
    }
    return figures
  } finally {
    await server.stop()
  }
}
