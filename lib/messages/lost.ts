import { lost as en } from './en/lost.ts'
import type { Language } from './languages.ts'
import { lost as pl } from './pl/lost.ts'
import { pseudo } from './pseudo.ts'
import type { SomeWords } from './words.ts'

/** What is said where a page could not even be framed. By itself, since every page loads it: the whole catalogue is 14 kB. */
export const lostWords = (language: Language): SomeWords => {
  const words = { en: { lost: en }, pl: { lost: pl } }
  return language === 'en-XB' ? pseudo(words.en) : words[language]
}
