import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type GenerateInput, generate, type NameGroup } from '#lib/questions/index.ts'

const FORMATS: Record<string, GenerateInput['format']> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
}

/** Text of a file: UTF-8, or UTF-16 by its mark, or Windows-1252 where it is no UTF-8. */
export const decoded = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.includes(0) ? bytes.toString('utf8') : new TextDecoder('windows-1252').decode(bytes)
  }
}

const isNameGroup = (value: unknown): value is NameGroup =>
  typeof value === 'object' &&
  value !== null &&
  'names' in value &&
  Array.isArray(value.names) &&
  value.names.every((name) => typeof name === 'string')

const namesIn = (path: string): NameGroup[] => {
  if (!existsSync(path)) return []
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return Array.isArray(parsed) ? parsed.filter(isNameGroup) : []
}

/** What to read: a file, or a content folder with `document.md` and `names.json`. */
export const inputFrom = (path: string): GenerateInput => {
  const folder = statSync(path).isDirectory()
  const file = folder ? join(path, 'document.md') : path
  return {
    text: decoded(readFileSync(file)),
    format: FORMATS[extname(file).toLowerCase()] ?? 'text',
    names: folder ? namesIn(join(path, 'names.json')) : [],
  }
}

const refuse = (message: string): void => {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}

const run = (path: string | undefined): void => {
  const result = path && existsSync(path) ? generate(inputFrom(path)) : null
  if (!path) refuse('Give a file or a content folder: npm run --silent generate -- FILE')
  else if (!result) refuse(`There is no file at ${path}: check the path.`)
  else if (!result.ok) refuse(`${path}: ${result.error.message}`)
  else {
    const { document, facts, questions, skipped } = result.value
    process.stdout.write(`${JSON.stringify({ document, facts, questions, skipped })}\n`)
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) run(process.argv[2])
