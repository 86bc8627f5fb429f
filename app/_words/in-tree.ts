import type { Voice } from '#lib/messages/index.ts'
import { voice } from './voice.ts'

// What client components speak with. Server components get on-server.ts under the same name, `#words`.

/** The text for a key in the reader's language. Call it while rendering or in answer to an event, never when a module loads. */
export const t: Voice['t'] = (key, ...args) => voice().t(key, ...args)
export const formatDate: Voice['formatDate'] = (...args) => voice().formatDate(...args)
export const formatNumber: Voice['formatNumber'] = (...args) => voice().formatNumber(...args)
export const formatPercent: Voice['formatPercent'] = (...args) => voice().formatPercent(...args)
export const formatRelative: Voice['formatRelative'] = (...args) => voice().formatRelative(...args)
export const formatWhen: Voice['formatWhen'] = (...args) => voice().formatWhen(...args)
export const inWords: Voice['inWords'] = (n) => voice().inWords(n)
