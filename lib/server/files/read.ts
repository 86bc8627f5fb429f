import mammoth from 'mammoth'
import { err, ok } from '#lib/base/index.ts'
import { readEpub } from './epub.ts'
import { readPdf } from './pdf.ts'
import { readPptx } from './pptx.ts'
import type { FileResult } from './types.ts'
import { type Parts, TooMuch, unpack } from './unpack.ts'

const startsWith = (bytes: Buffer, text: string): boolean => bytes.subarray(0, text.length).toString('latin1') === text

const ZIP = 'PK\u0003\u0004'
/** Word, PowerPoint and Excel before 2007, and any of the later ones with a password. */
const OLD_OFFICE = '\u00d0\u00cf\u0011\u00e0'

const zipHtml = async (parts: Parts, bytes: Buffer): Promise<string | null> => {
  if (parts.names.includes('word/document.xml')) {
    const noImages = mammoth.images.imgElement(async () => ({ src: '' }))
    return (await mammoth.convertToHtml({ buffer: bytes }, { convertImage: noImages })).value
  }
  if (parts.names.includes('ppt/presentation.xml')) return readPptx(parts)
  return parts.names.includes('META-INF/container.xml') ? readEpub(parts) : null
}

const readZip = async (bytes: Buffer): Promise<FileResult> => {
  const html = await zipHtml(await unpack(bytes), bytes)
  if (html === null) return err('unknown')
  return /[^\s<>]/.test(html.replace(/<[^>]*>/g, '')) ? ok({ html, unread: [] }) : err('empty')
}

/**
 * Reads a PDF, a Word or PowerPoint file or an EPUB by what it is and not by its name. Runs in a thread of its own: it takes
 * seconds for a book, and a file made with ill will takes what its thread may have.
 */
export const readFile = async (bytes: Buffer): Promise<FileResult> => {
  try {
    if (startsWith(bytes, '%PDF-')) return await readPdf(bytes)
    if (startsWith(bytes, ZIP)) return await readZip(bytes)
    return err(startsWith(bytes, OLD_OFFICE) ? 'old-office' : 'unknown')
  } catch (thrown) {
    return err(thrown instanceof TooMuch ? 'too-much' : 'damaged')
  }
}
