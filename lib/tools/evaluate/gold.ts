import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { GenerateInput } from '#lib/questions/index.ts'
import { readDocument } from '#lib/source/index.ts'
import { inputFrom } from '../generate.ts'

/** A stretch of the extracted text (`document.text` of `generate`), in UTF-16 code units; `end` is exclusive. */
type Span = { start: number; end: number }

export type GoldFact = {
  quote: string
  /** Everywhere the quote stands; never empty. */
  spans: Span[]
  /** Forms in which a person may give the answer; one quote may bear several answers. */
  answers: string[]
  /** 3: no good quiz leaves it out; 1: a detail. */
  importance: 1 | 2 | 3
  about: string
}

export type GoldTrap = {
  kind: string
  quote: string
  /** Empty where the extraction dropped the quote, as it should what frames a page. */
  spans: Span[]
  /** Matches `stem = key` of a question that fell into the trap (parts of a key joined by ` > `). Null: any from the quote did. */
  wrong: RegExp | null
}

export type GoldDocument = {
  /** File name without its ending. */
  name: string
  domain: string
  shapes: string[]
  title: string
  input: GenerateInput
  /** The extracted text that all spans point into. */
  text: string
  words: number
  facts: GoldFact[]
  traps: GoldTrap[]
}

/** White space, and the marks of Markdown that an extraction drops or replaces. */
const UNSEEN = /[\s*_`|\\#]/

/** The letters that a reader sees, and where each stands in `text`. */
const seen = (text: string): { letters: string; at: number[] } => {
  const at: number[] = []
  for (let i = 0; i < text.length; i++) if (!UNSEEN.test(text.charAt(i))) at.push(i)
  return { letters: at.map((i) => text.charAt(i)).join(''), at }
}

type Finder = (quote: string) => Span[]

/** Finds every place where a quote stands in `text`, whatever the white space and marks in either. */
const finderIn = (text: string): Finder => {
  const { letters, at } = seen(text)
  return (quote) => {
    const wanted = seen(quote).letters
    const spans: Span[] = []
    for (let i = letters.indexOf(wanted); wanted && i >= 0; i = letters.indexOf(wanted, i + 1))
      spans.push({ start: at[i] ?? 0, end: (at[i + wanted.length - 1] ?? 0) + 1 })
    return spans
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One object of the file, with errors that say where it stands, such as `…/space-law.json, facts[3]`. */
class Entry {
  private readonly fields: Record<string, unknown>
  private readonly where: string

  constructor(value: unknown, where: string) {
    this.where = where
    this.fields = isRecord(value) ? value : this.fail('is no object')
  }

  fail(message: string): never {
    throw new Error(`${this.where}: ${message}`)
  }

  string(name: string): string {
    const value = this.fields[name]
    return typeof value === 'string' && value.trim() ? value : this.fail(`"${name}" must be a text that is not empty`)
  }

  strings(name: string): string[] {
    const value = this.fields[name]
    const fits = Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && one.trim())
    return fits ? value : this.fail(`"${name}" must be a list of texts that is not empty`)
  }

  importance(): 1 | 2 | 3 {
    const value = this.fields.importance
    return value === 1 || value === 2 || value === 3 ? value : this.fail('"importance" must be 1, 2 or 3')
  }

  /** Null where the field is left out. */
  pattern(name: string): RegExp | null {
    if (this.fields[name] === undefined) return null
    const source = this.string(name)
    try {
      return new RegExp(source, 'i')
    } catch {
      return this.fail(`"${name}" is no pattern: ${source}`)
    }
  }

  list(name: string): Entry[] {
    const value = this.fields[name]
    if (!Array.isArray(value) || value.length === 0) return this.fail(`"${name}" must be a list that is not empty`)
    return value.map((one, i) => new Entry(one, `${this.where}, ${name}[${i}]`))
  }
}

const factOf = (entry: Entry, find: Finder): GoldFact => {
  const quote = entry.string('quote')
  const spans = find(quote)
  if (spans.length === 0) return entry.fail(`the text of the document does not hold "${quote}"`)
  return {
    quote,
    spans,
    answers: entry.strings('answers'),
    importance: entry.importance(),
    about: entry.string('about'),
  }
}

const trapOf = (entry: Entry, find: Finder, source: Finder): GoldTrap => {
  const quote = entry.string('quote')
  const spans = find(quote)
  if (spans.length === 0 && source(quote).length === 0) return entry.fail(`the document does not hold "${quote}"`)
  return { kind: entry.string('kind'), quote, spans, wrong: entry.pattern('wrong') }
}

/** Reads a document and the JSON file beside it (`path` names the document). Throws, naming the file and the entry. */
export const readGold = (path: string): GoldDocument => {
  const name = basename(path, extname(path))
  const beside = join(path, '..', `${name}.json`)
  const gold = new Entry(JSON.parse(readFileSync(beside, 'utf8')), beside)
  const input = inputFrom(path)
  const document = readDocument(input)
  if (!document.ok) throw new Error(`${path}: ${document.error.message}`)
  const { text, words } = document.value
  const find = finderIn(text)
  const source = finderIn(input.text.replace(/<[^>]*>/g, ''))
  return {
    name,
    domain: gold.string('domain'),
    shapes: gold.strings('shapes'),
    title: gold.string('title'),
    input,
    text,
    words,
    facts: gold.list('facts').map((entry) => factOf(entry, find)),
    traps: gold.list('traps').map((entry) => trapOf(entry, find, source)),
  }
}

/** Every document of a folder, by name. Throws as `readGold` does. */
export const goldIn = (folder: string): GoldDocument[] =>
  readdirSync(folder)
    .filter((file) => extname(file) !== '.json')
    .sort()
    .map((file) => readGold(join(folder, file)))
