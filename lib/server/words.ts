import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import Negotiator from 'negotiator'
import { type Language, languages, type Voice, wholeVoice } from '#lib/messages/index.ts'

const speaking = new AsyncLocalStorage<Voice>()

/** The language that a browser asks for, of those there are; English where it asks for none of them. */
export const languageOf = (headers: Headers): Language => {
  const asked = headers.get('accept-language') ?? undefined
  const [best] = new Negotiator({ headers: { 'accept-language': asked } }).languages([...languages])
  return (best as Language | undefined) ?? 'en'
}

/** Does some work, all of whose words are in the language that a request asks for. */
export const inLanguageOf = <T>(headers: Headers, work: () => T): T =>
  speaking.run(wholeVoice(languageOf(headers)), work)

/** The text for a key in the language of the request at hand; English outside of one. */
export const t: Voice['t'] = (key, ...args) => (speaking.getStore() ?? wholeVoice('en')).t(key, ...args)

/** A date as the language of the request at hand writes it. */
export const formatDate: Voice['formatDate'] = (...args) =>
  (speaking.getStore() ?? wholeVoice('en')).formatDate(...args)
