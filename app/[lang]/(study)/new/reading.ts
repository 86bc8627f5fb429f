import { useEffect, useState } from 'react'
import { fetchJson, WireError } from '#lib/client/index.ts'

const ASKED_EVERY_MS = 1_500
const PATH = '/api/documents'

/** A text that the server is reading, and the share of it done, 0–1. */
export type Reading = { id: string; share: number }

/** The newest of what the server says it is reading; null where it reads nothing, or says nothing that is understood. */
export const newestIn = (answer: unknown): Reading | null => {
  const { imports } = (answer ?? {}) as { imports?: unknown }
  const [first] = Array.isArray(imports) ? (imports as Partial<Reading>[]) : []
  return typeof first?.id === 'string' && typeof first.share === 'number' ? { id: first.id, share: first.share } : null
}

const KEPT = 'footnote.reading'

/** The reading that this tab waits for, also after a reload; null where it waits for none. */
export const keptReading = (): string | null => sessionStorage.getItem(KEPT)
export const keepReading = (id: string | null): void => {
  if (id === null) sessionStorage.removeItem(KEPT)
  else sessionStorage.setItem(KEPT, id)
}

/** Asks how far the reading is while it lasts; a short text is done before the first answer. */
export const useReading = (busy: boolean): Reading | null => {
  const [reading, setReading] = useState<Reading | null>(null)
  useEffect(() => {
    if (!busy) return
    let over = false
    const ask = () =>
      fetchJson(PATH).then(
        (answer) => {
          // One that comes after the end would be waited for at the next visit.
          if (over) return
          const newest = newestIn(answer)
          setReading(newest)
          if (newest) keepReading(newest.id)
        },
        () => undefined,
      )
    const timer = setInterval(ask, ASKED_EVERY_MS)
    return () => {
      over = true
      clearInterval(timer)
      setReading(null)
    }
  }, [busy])
  return reading
}

/** A server that starts again is back within so long. */
const PATIENCE_MS = 180_000

type Outcome = { state: 'running' } | { state: 'done'; output: unknown } | { state: 'failed'; error: string }

/**
 * Waits for what becomes of a reading, through a restart of the server and without a network for a while: what it made, or
 * the server's words of what went wrong. Null where the server knows nothing of it, or cannot be reached any more.
 */
export const outcomeOf = async (id: string): Promise<Exclude<Outcome, { state: 'running' }> | null> => {
  let answeredAt = Date.now()
  while (Date.now() - answeredAt < PATIENCE_MS) {
    try {
      const outcome = (await fetchJson(`${PATH}?${new URLSearchParams({ id })}`)) as Outcome
      if (outcome.state !== 'running') return outcome
      answeredAt = Date.now()
    } catch (thrown) {
      if (thrown instanceof WireError && (thrown.status === 404 || thrown.fault === 'signed-out')) return null
    }
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS))
  }
  return null
}

/** Ends a reading; one that is over already is left as it is. */
export const stopReading = (id: string): Promise<unknown> =>
  fetchJson(PATH, {
    method: 'DELETE',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id }),
  }).catch(() => undefined)
