/**
 * The languages of the interface: how dates and numbers are written, and which way the text runs. `en-XB` is English made
 * strange and turned round, for whoever tests; no browser asks for it by itself.
 */
export const LANGUAGES = {
  en: { formats: 'en-GB', dir: 'ltr' },
  pl: { formats: 'pl-PL', dir: 'ltr' },
  'en-XB': { formats: 'en-GB', dir: 'rtl' },
} as const satisfies Record<string, { formats: string; dir: 'ltr' | 'rtl' }>

export type Language = keyof typeof LANGUAGES

export const languages = Object.keys(LANGUAGES) as Language[]

/** Languages written from right to left. */
const FROM_THE_RIGHT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Which way a text in some language runs, the interface's or another. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  FROM_THE_RIGHT.has(language.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr'

export const isLanguage = (value: string): value is Language => Object.hasOwn(LANGUAGES, value)
