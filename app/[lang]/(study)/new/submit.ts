import { currentAccount, fetchJson, postJson, startAsGuest, WireError } from '#lib/client/index.ts'
import { t } from '#words'
import type { Draft } from './draft.ts'
import { formatOf, isAddress } from './format.ts'
import { keptReading, outcomeOf } from './reading.ts'

/** What came of a text. */
export type Made = {
  setId: string
  version: number
  facts: number
  questions: number
  /** Pages of a file that hold no text. */
  unread?: readonly number[]
}
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

/** Sends a text, or the address of a page, to be made into a set; a device that nobody studies on gets a guest first. */
export const submit = async ({ title, text }: Draft): Promise<Made | Trouble> => {
  if (new Blob([text]).size > TEXT_BYTES_MAX) return { kind: 'tooLong' }
  try {
    if (!currentAccount()) await startAsGuest()
    const named = title.trim() ? { title: title.trim() } : {}
    const made = isAddress(text)
      ? await postJson('/api/documents/address', { address: text.trim() }, PATIENCE_MS)
      : await postJson('/api/documents', { ...named, text, format: formatOf(text) }, PATIENCE_MS)
    return isMade(made) ? made : { kind: 'failed' }
  } catch (cause) {
    return orFollowed(troubleOf(cause))
  }
}

/** What has become of a text that was sent before, in this tab or before a reload; null where nobody knows of it any more. */
export const followed = async (id: string): Promise<Made | Trouble | null> => {
  const outcome = await outcomeOf(id)
  if (outcome === null) return null
  if (outcome.state === 'done' && isMade(outcome.output)) return outcome.output
  // What a refusal says is said by its job; a job that died says only that.
  const words = outcome.state === 'failed' ? outcome.error : ''
  return words.includes(' ') ? { kind: 'refused', message: words } : { kind: 'failed' }
}

/** The server went away while it read: it takes the text up again when it is back, and that is waited for. */
const orFollowed = async (trouble: Trouble): Promise<Made | Trouble> => {
  const id = keptReading()
  return trouble.kind === 'offline' && id !== null ? ((await followed(id)) ?? trouble) : trouble
}

const FILE_BYTES_MAX = 25_000_000

/** Sends a file to be made into a set, as it is. */
export const submitFile = async (file: File): Promise<Made | Trouble> => {
  if (file.size > FILE_BYTES_MAX) return { kind: 'refused', message: t('paste.fileTooLarge') }
  try {
    if (!currentAccount()) await startAsGuest()
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) }
    const made = await fetchJson('/api/documents/file', { method: 'POST', headers, body: file }, PATIENCE_MS)
    return isMade(made) ? made : { kind: 'failed' }
  } catch (cause) {
    return orFollowed(troubleOf(cause))
  }
}
