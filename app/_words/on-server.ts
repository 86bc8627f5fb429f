import { cache } from 'react'
import { isLanguage, type Language, type Voice, wholeVoice } from '#lib/messages/index.ts'

/** What the folder `[lang]` gives every page. */
export type InLanguage = { readonly params: Promise<{ lang: string }> }

/** One for each page that is rendered, whichever else are at the same time. */
const speaking = cache((): { voice: Voice } => ({ voice: wholeVoice('en') }))

/** Sets the language of the page that is being rendered; every page and layout begins with it. */
export const speak = async ({ params }: InLanguage): Promise<Language> => {
  const { lang } = await params
  const language = isLanguage(lang) ? lang : 'en'
  speaking().voice = wholeVoice(language)
  return language
}

/** The text for a key in the language of the page. */
export const t: Voice['t'] = (key, ...args) => speaking().voice.t(key, ...args)
export const formatDate: Voice['formatDate'] = (...args) => speaking().voice.formatDate(...args)
export const formatNumber: Voice['formatNumber'] = (...args) => speaking().voice.formatNumber(...args)
export const formatPercent: Voice['formatPercent'] = (...args) => speaking().voice.formatPercent(...args)
export const formatRelative: Voice['formatRelative'] = (...args) => speaking().voice.formatRelative(...args)
export const formatWhen: Voice['formatWhen'] = (...args) => speaking().voice.formatWhen(...args)
export const inWords: Voice['inWords'] = (n) => speaking().voice.inWords(n)
