/** Milliseconds after which a request counts as failed: a stalled network must not hold up study. */
const TIMEOUT_MS = 8_000

/** Why the server could not be used, in the terms the pages act on. */
export type WireFault = 'offline' | 'signed-out' | 'not-yours' | 'too-large' | 'refused' | 'garbled'

/**
 * A request that did not come to a good answer. `message` is the server's own words for the learner and `code` its reason,
 * where it gave any.
 */
export class WireError extends Error {
  readonly fault: WireFault
  readonly status: number
  readonly code: string | null
  constructor(fault: WireFault, status: number, message: string, code: string | null = null) {
    super(message)
    this.name = 'WireError'
    this.fault = fault
    this.status = status
    this.code = code
  }
}

export const faultOf = (status: number): WireFault => {
  if (status === 401) return 'signed-out'
  if (status === 409) return 'not-yours'
  if (status === 413) return 'too-large'
  return 'refused'
}

/** What the server said of a refusal: its words for the learner, or its code. */
export const toldIn = (body: unknown, name: 'message' | 'code'): string | null => {
  const told = (body as { error?: Record<string, unknown> } | null)?.error?.[name]
  return typeof told === 'string' ? told : null
}

/** Fetches JSON of this origin. Throws `WireError` on a time-out, a broken line, a bad status or a body that is no JSON. */
export const fetchJson = async (path: string, init: RequestInit = {}, timeoutMs = TIMEOUT_MS): Promise<unknown> => {
  let status: number
  let good: boolean
  let text: string
  try {
    const response = await fetch(path, { ...init, signal: AbortSignal.timeout(timeoutMs) })
    status = response.status
    good = response.ok
    text = await response.text()
  } catch (cause) {
    throw new WireError('offline', 0, cause instanceof Error ? cause.message : 'No connection')
  }
  let body: unknown = null
  let parsed = true
  try {
    body = JSON.parse(text)
  } catch {
    parsed = false
  }
  if (!good) {
    const message = toldIn(body, 'message') ?? `The server answered ${status}`
    throw new WireError(faultOf(status), status, message, toldIn(body, 'code'))
  }
  if (!parsed) throw new WireError('garbled', status, 'The answer was no JSON')
  return body
}

/** Posts JSON and returns the JSON that comes back. */
export const postJson = (path: string, body: unknown, timeoutMs?: number): Promise<unknown> =>
  fetchJson(
    path,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    timeoutMs,
  )
