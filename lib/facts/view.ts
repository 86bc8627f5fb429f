import type { SourceSpan } from '#lib/source/index.ts'
import type { Classified } from './classify.ts'
import type { Chunk, Clause } from './grammar.ts'
import { personTitles } from './lexicon/names.ts'
import type { DateMention, Edit, EntityMention, FactKind, Quantity, Slot, Token } from './types.ts'

/** A sentence with everything found in it. */
export type View = {
  index: number
  section: number
  block: number
  start: number
  end: number
  text: string
  level: string
  tokens: Token[]
  chunks: Chunk[]
  mentions: EntityMention[]
  dates: DateMention[]
  quantities: Quantity[]
  clause: Clause | null
  finite: number
  classified: Classified
  edits: Edit[]
  /** Runs of the sentence that the author set apart. */
  emphasised: SourceSpan[]
  /** Whether the document writes the first word in lower case elsewhere. */
  firstSeenLower: boolean
}

/** Something in a sentence that could be asked for. */
export type Candidate = {
  kind: FactKind
  slot: Slot
  score: number
  wh?: string
  /** Whether only the question fits, and no blank in the sentence. */
  whOnly?: boolean
  label?: string
  extraEdits?: Edit[]
}

/** What slots need to know of the whole document. */
export type Terms = {
  /** In how many sentences a term stands, by its lemmas. */
  counts: ReadonlyMap<string, number>
  emphasised: ReadonlySet<string>
  headings: ReadonlySet<string>
  title: string
  titleWords: ReadonlySet<string>
}

/** Text between two offsets of a sentence with its edits made and white space folded. */
export const rendered = (
  view: { start: number; text: string },
  from: number,
  to: number,
  edits: readonly Edit[],
): string => {
  let out = ''
  let at = from
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at || edit.end > to) continue
    out += view.text.slice(at - view.start, edit.start - view.start) + edit.text
    at = edit.end
  }
  out += view.text.slice(at - view.start, to - view.start)
  return tidy(out)
}

/** Folds white space, drops reference marks such as [12] and space before marks that close. */
export const tidy = (text: string): string =>
  text
    .replace(/\[(?:\d{1,3}|[a-z]|note \d{1,2}|citation needed)\]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:!?])/g, '$1')
    .trim()

/** The statement with its first letter raised. */
export const raised = (text: string): string =>
  text.replace(/^(\[?["“]?)(\p{Ll})/u, (_, mark: string, letter: string) => mark + letter.toUpperCase())

/** Lower case at the front unless the first word is a name; empty where that cannot be told. */
export const lowered = (view: View, text: string, tokenIndex: number): string => {
  const token = view.tokens[tokenIndex]
  if (!token || tokenIndex > 0 || text.startsWith('[')) return text
  const name =
    /^\p{Lu}[\p{Lu}\d]/u.test(token.text) ||
    view.mentions.some((mention) => mention.start <= token.start && mention.end >= token.end)
  if (name || (personTitles.has(token.text) && view.tokens[1]?.pos === 'PROPN')) return text
  const common = /^(?:DET|PRON|ADJ|NUM|ADV|ADP)$/.test(token.pos) || view.firstSeenLower
  return common ? text.slice(0, 1).toLowerCase() + text.slice(1) : ''
}
