import { createContext, use } from 'react'
import { type Tongue, tongueOf } from './tongue-of.ts'

/** The language of the text that a question was made from. */
export const TextLanguage = createContext('en')

/** For the words of the text below a `TextLanguage`. */
export const useTongue = (): Tongue => tongueOf(use(TextLanguage))
