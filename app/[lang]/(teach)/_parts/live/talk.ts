/** What the server said: what was asked for, or by which status it was refused; thrown where it could not be reached. */
type Said<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly status: number }

const TIMEOUT_MS = 8_000

/** Asks where a live round is, or sends a step or an answer. */
export const talk = async <T>(assignmentId: string, sent?: object): Promise<Said<T>> => {
  const response = await fetch(`/api/live/${assignmentId}`, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(sent
      ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) }
      : { cache: 'no-store' as const }),
  })
  // A server that is being restarted is one that cannot be reached.
  if (response.status >= 500) throw new Error(String(response.status))
  return response.ok ? { ok: true, value: (await response.json()) as T } : { ok: false, status: response.status }
}
