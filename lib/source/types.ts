/** Offsets are UTF-16 code units into the text of the document that the span belongs to; `end` is exclusive. */
export type SourceSpan = { start: number; end: number }

export type Format = 'text' | 'markdown' | 'html'

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'row' | 'term' | 'definition' | 'quote' | 'code'

/** A run of text that a reader sees as one piece: a heading, a paragraph, a list item, a row of a table. */
export type Block = SourceSpan & {
  kind: BlockKind
  /** Of a heading: 1–6. */
  level?: number
  /** Of a table's row: its cells, and whether it is the heading row. */
  cells?: SourceSpan[]
  header?: boolean
  /** Of a table's row: which table, from 0 up. Of a list item: which list. */
  group?: number
}

export type Sentence = SourceSpan & {
  /** Index into `blocks`. */
  block: number
  /** Index into `sections`; -1 before the first heading. */
  section: number
}

export type Section = SourceSpan & { heading: string; level: number }

export type Document = {
  title: string
  /** Whether the title was found in the document or given, rather than made from its first words. */
  titled: boolean
  /** BCP 47; `und` where it is not known. */
  language: string
  /** Words by Unicode segmentation. */
  words: number
  /** The extracted text; never changed afterwards. */
  text: string
  blocks: Block[]
  sections: Section[]
  sentences: Sentence[]
  /** Runs that the author set in bold or italics, in order. */
  emphasised: SourceSpan[]
}

/** What a reader of one format hands on, before titles, sections and sentences. */
export type Extracted = {
  text: string
  blocks: Block[]
  emphasised: SourceSpan[]
  /** From front matter, or from the title element of a page. */
  title?: string
}

export type SourceRefusal = { code: 'empty' | 'binary' | 'not-english' | 'tangled'; message: string }
