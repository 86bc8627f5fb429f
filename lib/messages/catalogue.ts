import { en } from './en.ts'
import type { Language } from './languages.ts'
import { pl } from './pl.ts'
import { pseudo } from './pseudo.ts'
import { type Section, type SomeWords, type Voice, voiceOf, type Words } from './words.ts'

const CATALOGUES: Readonly<Record<Language, () => Words>> = { en: () => en, pl: () => pl, 'en-XB': () => pseudo(en) }

const catalogueOf = (language: Language): Words => CATALOGUES[language]()

const voices = new Map<Language, Voice>()

/** A voice with the whole catalogue. For servers and tests: a page carries only the sections that it speaks. */
export const wholeVoice = (language: Language): Voice => {
  const made = voices.get(language) ?? voiceOf(language, catalogueOf(language))
  voices.set(language, made)
  return made
}

/** Some sections of a language's catalogue, to be sent with a page. */
export const wordsOf = (language: Language, sections: readonly Section[]): SomeWords => {
  const words = catalogueOf(language)
  return Object.fromEntries(sections.map((section) => [section, words[section]]))
}
