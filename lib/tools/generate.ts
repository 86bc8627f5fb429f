import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type Generated,
  type GenerateInput,
  type GenerateStep,
  generateInSteps,
  type NameGroup,
  reviewedFrom,
} from '#lib/questions/index.ts'
import { languageModel } from '#lib/server/env.ts'
import { readDocument } from '#lib/source/index.ts'

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

const isFolder = (path: string): boolean => statSync(path).isDirectory()
const fileIn = (path: string): string => (isFolder(path) ? join(path, 'document.md') : path)

/** What to read: a file, or a content folder with `document.md` and `names.json`. */
export const inputFrom = (path: string): GenerateInput => {
  const file = fileIn(path)
  return {
    text: decoded(readFileSync(file)),
    format: FORMATS[extname(file).toLowerCase()] ?? 'text',
    names: isFolder(path) ? namesIn(join(path, 'names.json')) : [],
  }
}

const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const refuse = (message: string): void => {
  say(message)
  process.exitCode = 1
}

/** What is printed: no more than the shape that others read by. */
const printed = ({ document: { title, language, words, text }, facts, questions, skipped }: Generated): string =>
  JSON.stringify({ document: { title, language, words, text }, facts, questions, skipped })

/** Why nothing can be read there, if so. */
const missing = (path: string): string | null => {
  if (!existsSync(path)) return `There is no file at ${path}: check the path.`
  return existsSync(fileIn(path)) ? null : `There is no document.md in ${path}: give a file or a content folder.`
}

const QUIET_MS = 1_000
const DOING: Record<GenerateStep['stage'], string> = {
  reading: 'reading',
  names: 'finding names',
  facts: 'finding facts',
  questions: 'writing questions',
}

type Told = { isTTY?: boolean; write: (text: string) => unknown }

/** Generates, and says on a terminal how far it is once it has taken a second; the line is wiped at the end. */
export const generateTelling = (input: GenerateInput, to: Told, now: () => number) => {
  const begun = now()
  let told = ''
  const tell = (line: string) => {
    if (line !== told) to.write(`\r\u001b[K${line}`)
    told = line
  }
  const work = generateInSteps(input)
  for (;;) {
    const step = work.next()
    if (step.done) {
      tell('')
      return step.value
    }
    const { stage, share } = step.value
    if (to.isTTY && now() - begun > QUIET_MS) tell(`${Math.floor(share * 100)} % ${DOING[stage]}`)
  }
}

/** The rules alone, unless a model is asked for: then it must be set. */
const made = async (input: GenerateInput, withModel: boolean) => {
  if (!withModel) return generateTelling(input, process.stderr, () => performance.now())
  const model = languageModel()
  if (!model) throw new Error('set FOOTNOTE_LLM_URL and FOOTNOTE_LLM_MODEL, or leave --model out.')
  const { generateWithModel } = await import('./generate-model.ts')
  return generateWithModel(input, model, say)
}

/** Where people have reviewed what a folder holds, what they left. */
const reviewedIn = (path: string) => {
  const file = join(path, 'questions.json')
  if (!isFolder(path) || !existsSync(file)) return null
  const input = inputFrom(path)
  const read = readDocument(input)
  return read.ok ? reviewedFrom(read.value, input.names ?? [], JSON.parse(readFileSync(file, 'utf8'))) : read
}

const run = async (path: string, withModel: boolean): Promise<void> => {
  const refusal = missing(path)
  if (refusal !== null) return refuse(refusal)
  const result = reviewedIn(path) ?? (await made(inputFrom(path), withModel))
  if (result.ok) process.stdout.write(`${printed(result.value)}\n`)
  else refuse(`${path}: ${result.error.message}`)
}

/** Whatever else the file system or a broken `names.json` says, in one line. */
const main = async (args: readonly string[]): Promise<void> => {
  const [path] = args.filter((arg) => arg !== '--model')
  try {
    if (path) await run(path, args.includes('--model'))
    else refuse('Give a file or a content folder: npm run --silent generate -- FILE')
  } catch (thrown) {
    refuse(`${path}: ${thrown instanceof Error ? thrown.message.split('\n')[0] : thrown}`)
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2))
