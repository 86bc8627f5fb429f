import 'server-only'
import { basename, extname } from 'node:path'
import type { Format } from '#lib/source/index.ts'
import { Refusal } from '../errors.ts'
import { inTurn } from '../generator/run.ts'
import { inThread } from '../generator/thread.ts'
import type { ImportInput } from '../make-set.ts'
import { t } from '../words.ts'
import type { FileRefusal, FileResult } from './types.ts'

const FILE_BYTES_MAX = 25_000_000
const WORKER = 'lib/server/files/worker.mjs'
/** What a file made with ill will may take, and how long. */
const THREAD = { withinMs: 120_000, memoryMb: 1024 }
const NAME_MAX = 300

const SAID = {
  locked: 'imports.fileLocked',
  pictures: 'imports.filePictures',
  damaged: 'imports.fileDamaged',
  'old-office': 'imports.fileOldOffice',
  unknown: 'imports.fileUnknown',
  'too-much': 'imports.fileTooMuch',
  empty: 'imports.fileEmpty',
} as const satisfies Record<FileRefusal, string>

const TEXTS: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
}

export type SentFile = { readonly name: string; readonly bytes: Buffer }

/** The file that a request carries: its bytes as the body, its name in `x-file-name`, percent-encoded. Throws `too-large`, `bad-request`. */
export const receiveFile = async (request: Request): Promise<SentFile> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > FILE_BYTES_MAX) throw new Refusal('too-large', t('imports.fileTooLarge'))
    chunks.push(chunk)
  }
  if (size === 0) throw new Refusal('cannot-use', t('imports.fileEmpty'))
  try {
    const name = basename(decodeURIComponent(request.headers.get('x-file-name') ?? '')).slice(0, NAME_MAX)
    return { name: name.replaceAll('\0', ''), bytes: Buffer.concat(chunks) }
  } catch {
    throw new Refusal('bad-request')
  }
}

const decoded = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const MARKED = ['%PDF-', 'PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0']
const isMarked = (bytes: Buffer): boolean =>
  MARKED.some((mark) => bytes.subarray(0, mark.length).toString('latin1') === mark)

const read = async (ownerId: string, bytes: Buffer): Promise<FileResult> => {
  const work = () => inThread<FileResult>(WORKER, { bytes }, THREAD, () => {})
  // It took too long or too much memory: whichever it was, the file is at fault.
  return inTurn(ownerId, () => work().catch((): FileResult => ({ ok: false, error: 'too-much' })))
}

/** What a file says, to be made into a set; `unread`: pages without text. */
export type ReadFile = { readonly input: ImportInput; readonly unread: readonly number[] }

/**
 * Reads a text, Markdown, HTML, PDF, Word, PowerPoint or EPUB file, told by its content where that shows it. Throws `cannot-use` in
 * words that say what to do.
 */
export const readFile = async (ownerId: string, { name, bytes }: SentFile): Promise<ReadFile> => {
  const extension = extname(name).toLowerCase()
  const about = {
    source: name,
    ...(basename(name, extname(name)).trim() ? { title: basename(name, extname(name)).trim() } : {}),
  }
  const format = TEXTS[extension]
  if (!isMarked(bytes) && format) return { input: { ...about, text: decoded(bytes), format }, unread: [] }
  const file = await read(ownerId, bytes)
  if (!file.ok) throw new Refusal('cannot-use', t(SAID[file.error]))
  const { html, unread } = file.value
  return { input: { ...about, text: html, format: 'html' }, unread }
}
