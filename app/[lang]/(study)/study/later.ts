import type * as Answered from './answered/index.ts'

let loaded: typeof Answered | null = null
let loading: Promise<typeof Answered> | null = null

/** What only an answer brings on screen; null before `loadAnswered` has resolved. */
export const answeredParts = (): typeof Answered | null => loaded

/** Fetches it, once: begun with the first question, so that it is there before anybody has read that. */
export const loadAnswered = (): Promise<typeof Answered> => {
  loading ??= import('./answered/index.ts').then(
    (parts) => {
      loaded = parts
      return parts
    },
    (cause) => {
      loading = null
      throw cause
    },
  )
  return loading
}
