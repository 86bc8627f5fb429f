import { directionOf } from '#lib/messages/index.ts'

/** What an element that holds a document's own words carries: their language and their direction, whatever the page's are. */
export type Tongue = { readonly lang: string; readonly dir: 'ltr' | 'rtl' }

export const tongueOf = (language: string): Tongue => ({ lang: language, dir: directionOf(language) })
