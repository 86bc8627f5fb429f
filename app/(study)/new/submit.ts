import { currentAccount, postJson, startAsGuest, WireError } from '#lib/client/index.ts'
import type { Draft } from './draft.ts'

/** What came of a text. */
export type Made = { setId: string; version: number; facts: number; questions: number }
export type Trouble =
  | { kind: 'tooLong' | 'offline' | 'signIn' | 'failed' }
  /** The server's own words: no facts or not English (the text will not do), or too many tries (it will, later). */
  | { kind: 'refused' | 'later'; message: string }

/** The server's bound on one text, in bytes of UTF-8. */
const TEXT_BYTES_MAX = 5_000_000
/** A book takes a minute or two. */
const PATIENCE_MS = 300_000

const isMade = (value: unknown): value is Made => {
  const made = value as Partial<Made> | null
  return typeof made?.setId === 'string' && typeof made.facts === 'number' && typeof made.questions === 'number'
}

const troubleOf = (cause: unknown): Trouble => {
  if (!(cause instanceof WireError)) return { kind: 'failed' }
  if (cause.fault === 'offline') return { kind: 'offline' }
  if (cause.fault === 'too-large') return { kind: 'tooLong' }
  if (cause.fault === 'signed-out') return { kind: 'signIn' }
  if (cause.status === 422) return { kind: 'refused', message: cause.message }
  return cause.status > 400 && cause.status < 500 ? { kind: 'later', message: cause.message } : { kind: 'failed' }
}

/** What a pasted text was written in, by the marks that only that format has. */
export const formatOf = (text: string): 'text' | 'markdown' | 'html' => {
  if (/^\s*<(!doctype html|html|head|body|main|article|section|div|h[1-6]|p)[\s>]/i.test(text)) return 'html'
  return /^#{1,6} +\S/m.test(text) ? 'markdown' : 'text'
}

/** Sends a text to be made into a set; a device that nobody studies on gets a guest first. */
export const submit = async ({ title, text }: Draft): Promise<Made | Trouble> => {
  if (new Blob([text]).size > TEXT_BYTES_MAX) return { kind: 'tooLong' }
  try {
    if (!currentAccount()) await startAsGuest()
    const named = title.trim() ? { title: title.trim() } : {}
    const made = await postJson('/api/documents', { ...named, text, format: formatOf(text) }, PATIENCE_MS)
    return isMade(made) ? made : { kind: 'failed' }
  } catch (cause) {
    return troubleOf(cause)
  }
}
