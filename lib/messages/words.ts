import type { en } from './en.ts'
import { type Formats, formatsIn } from './format.ts'
import { LANGUAGES, type Language } from './languages.ts'
import { inWordsOf } from './number-words.ts'
import { translator } from './translator.ts'
import type { KeyOf, Translate, TranslationOf } from './types.ts'

export type MessageKey = KeyOf<typeof en>
export type Section = keyof typeof en
/** A whole catalogue, in whichever language. */
export type Words = TranslationOf<typeof en, 'other'>
/** The sections that a page speaks. */
export type SomeWords = Partial<Words>

/** Everything that depends on the language of the reader. */
export type Voice = Formats & {
  readonly language: Language
  readonly dir: 'ltr' | 'rtl'
  readonly words: SomeWords
  readonly t: Translate<typeof en>
  /** A count as titles write it: in words where that is short ("no" for none), in figures above. */
  inWords(n: number): string
}

/** A voice that says some words; asked for others it throws. */
export const voiceOf = (language: Language, words: SomeWords): Voice => {
  const { formats, dir } = LANGUAGES[language]
  const format = formatsIn(formats)
  return {
    ...format,
    language,
    dir,
    words,
    // The sections of a page are fewer than the catalogue that its keys are checked against; a test holds the two together.
    t: translator(words as typeof en, { language, formatNumber: format.formatNumber }),
    inWords: (n) => inWordsOf(language, n) ?? format.formatNumber(n),
  }
}

/** With a capital at its head, to open a sentence. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
