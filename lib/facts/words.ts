import type { Section } from '#lib/source/index.ts'

export const headingWordsOf = (section: Section | undefined): Set<string> => wordsOf(section?.heading ?? '')

/** Lower-case words of a title with their plain singular, for looking up heads. */
export const wordsOf = (text: string): Set<string> => {
  const out = new Set<string>()
  for (const word of text.toLowerCase().match(/[\p{L}]{3,}/gu) ?? []) {
    out.add(word)
    if (/[^s]s$/.test(word)) out.add(word.slice(0, -1))
  }
  return out
}
