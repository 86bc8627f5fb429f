import { getDocumentProxy } from 'unpdf'
import { err, ok } from '#lib/base/index.ts'
import { linesOf, type Piece } from './layout.ts'
import { type Page, type Part, partsOf, withoutRunning } from './paragraphs.ts'
import { escaped, type FileResult } from './types.ts'

/** A page with fewer letters than this holds a picture. */
const LETTERS_MIN = 10
const PAGES_MAX = 3_000

type Item = { readonly str?: string; readonly transform?: number[]; readonly width?: number; readonly height?: number }

const pieceOf = ({ str = '', transform = [], width = 0, height = 0 }: Item): Piece => ({
  text: str,
  x: transform[4] ?? 0,
  y: transform[5] ?? 0,
  width,
  size: height || Math.hypot(transform[2] ?? 0, transform[3] ?? 0) || 1,
})

/** Headings where the document has some; where it has none, its pages are the places to cite. */
const htmlOf = (parts: readonly Part[]): string => {
  const headed = parts.some(({ kind }, at) => kind === 'heading' && at > 0)
  let page = 0
  return parts
    .map((part, at) => {
      // A title stands before the first place.
      if (at === 0 && part.kind === 'heading') return `<h1>${escaped(part.text)}</h1>`
      const place = !headed && part.page !== page ? `<h2>Page ${part.page}</h2>` : ''
      page = part.page
      return part.kind === 'heading' ? `${place}<h2>${escaped(part.text)}</h2>` : `${place}<p>${escaped(part.text)}</p>`
    })
    .join('\n')
}

/** The text of a PDF in reading order, page by page; pages of pictures are named. */
export const readPdf = async (bytes: Buffer): Promise<FileResult> => {
  let document: Awaited<ReturnType<typeof getDocumentProxy>>
  try {
    document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  } catch (thrown) {
    return err((thrown as { name?: unknown }).name === 'PasswordException' ? 'locked' : 'damaged')
  }
  if (document.numPages > PAGES_MAX) return err('too-much')
  const pages: Page[] = []
  const unread: number[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const lines = linesOf((items as Item[]).map(pieceOf), page.getViewport({ scale: 1 }).width)
    page.cleanup()
    if (lines.reduce((sum, { text }) => sum + text.length, 0) < LETTERS_MIN) unread.push(number)
    else pages.push({ number, lines })
  }
  if (pages.length === 0) return err('pictures')
  return ok({ html: htmlOf(partsOf(withoutRunning(pages))), unread })
}
