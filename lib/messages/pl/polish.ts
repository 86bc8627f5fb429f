import type { en } from '../en.ts'
import type { TranslationOf } from '../types.ts'

/** A section in Polish, whose nouns have four forms: 1 fakt, 2 fakty, 5 faktów, 1,5 faktu. */
export type Polish<S extends keyof typeof en> = TranslationOf<typeof en, 'one' | 'few' | 'many' | 'other'>[S]
