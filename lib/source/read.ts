import { err, ok, type Result } from '#lib/base/index.ts'
import { looksBinary } from './binary.ts'
import { readHtml } from './html.ts'
import { isEnglish } from './language.ts'
import { readMarkdown } from './markdown.ts'
import { readPlain } from './plain.ts'
import { sentencesOf } from './sentences.ts'
import { shortened, titleFor } from './title.ts'
import type { Block, Document, Extracted, Format, Section, SourceRefusal } from './types.ts'
import { countWords } from './words.ts'

export type SourceInput = { text: string; format: Format; title?: string }

const READERS: Record<Format, (raw: string) => Extracted> = { text: readPlain, markdown: readMarkdown, html: readHtml }

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
  const extracted = READERS[input.format](input.text)
  if (!/[\p{L}\p{N}]/u.test(extracted.text)) {
    return err({ code: 'empty', message: 'There is no text to read in this: give a file with some prose.' })
  }
  if (!isEnglish(extracted.text)) {
    return err({ code: 'not-english', message: 'This text is not in English: only English can be read so far.' })
  }
  const { title, titled } = titleFor(extracted, input.title)
  const sections = sectionsOf(extracted.text, extracted.blocks, title)
  return ok({
    title,
    titled,
    language: 'en',
    words: countWords(extracted.text),
    text: extracted.text,
    blocks: extracted.blocks,
    sections,
    sentences: sentencesOf(extracted.text, extracted.blocks, sections),
    emphasised: extracted.emphasised,
  })
}
