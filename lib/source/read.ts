import { err, ok, type Result } from '#lib/base/index.ts'
import { looksBinary } from './binary.ts'
import { proseBlocks } from './furniture.ts'
import { readHtml } from './html.ts'
import { languageOf } from './language.ts'
import { readMarkdown } from './markdown.ts'
import { readPlain } from './plain.ts'
import { sentencesOf } from './sentences.ts'
import { shortened, titleFor } from './title.ts'
import type { Block, Document, Extracted, Format, Section, SourceRefusal } from './types.ts'
import { countWords } from './words.ts'

export type SourceInput = {
  text: string
  format: Format
  title?: string
  /** Reads a text in whichever language; else another than English is refused, since nothing can be asked of it. */
  anyLanguage?: boolean
}

const READERS: Record<Format, (raw: string) => Extracted | null> = {
  text: readPlain,
  markdown: readMarkdown,
  html: readHtml,
}

const folded = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Each heading opens a section that lasts to the next heading; the heading that is the title opens none. */
const sectionsOf = (text: string, blocks: Block[], title: string): Section[] => {
  const headings = blocks.filter((block) => block.kind === 'heading')
  return headings
    .map((block, index) => ({
      heading: shortened(folded(text.slice(block.start, block.end))),
      level: block.level ?? 2,
      start: block.start,
      end: headings[index + 1]?.start ?? text.length,
    }))
    .filter((section, index) => !(index === 0 && section.heading === title))
}

/** Reads a text into a document; the refusals say what to do. */
export const readDocument = (input: SourceInput): Result<Document, SourceRefusal> => {
  if (input.text.trim() === '')
    return err({ code: 'empty', message: 'The text is empty: give a file with some prose.' })
  if (looksBinary(input.text)) {
    return err({ code: 'binary', message: 'This is not text: save it as .txt, .md or .html and try again.' })
  }
  const read = READERS[input.format](input.text)
  if (!read) {
    return err({
      code: 'tangled',
      message: 'The tags of this page are too tangled to be read: copy its text into a .txt file and try again.',
    })
  }
  const extracted = { ...read, blocks: proseBlocks(read.text, read.blocks) }
  if (!/[\p{L}\p{N}]/u.test(extracted.text)) {
    return err({ code: 'empty', message: 'There is no text to read in this: give a file with some prose.' })
  }
  const language = languageOf(extracted.text)
  if (language !== 'en' && !input.anyLanguage) {
    return err({ code: 'not-english', message: 'This text is not in English: only English can be read so far.' })
  }
  const { title, titled } = titleFor(extracted, input.title)
  const sections = sectionsOf(extracted.text, extracted.blocks, title)
  return ok({
    title,
    titled,
    language,
    words: countWords(extracted.text),
    text: extracted.text,
    blocks: extracted.blocks,
    sections,
    sentences: sentencesOf(extracted.text, extracted.blocks, sections),
    emphasised: extracted.emphasised,
  })
}
