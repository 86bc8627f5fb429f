import { WireError } from '#lib/client/index.ts'
import type { Outcome } from '#lib/server/act.ts'
import { t } from '#words'

/** What went wrong with a form: one text for the whole, what is to be said beside single fields, the server's reason. */
export type Trouble = {
  readonly message: string
  readonly fields: Readonly<Record<string, string>>
  readonly code?: string
}

/** Longer than a password takes to check, even with a class signing in at once. */
const TIMEOUT_MS = 30_000

/** Of anything thrown while talking to the server. */
export const troubleOf = (thrown: unknown): Trouble => {
  const words = thrown instanceof WireError && thrown.status > 0 ? thrown.message : t('common.noConnection')
  return { message: words, fields: {} }
}

/** Posts a form as JSON; null when the server took it. */
export const send = async (path: string, form: Readonly<Record<string, string>>): Promise<Trouble | null> => {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(form),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (response.ok) return null
    const { error } = (await response.json()) as { error: Trouble & { fields?: Trouble['fields'] } }
    return { ...error, fields: error.fields ?? {} }
  } catch (thrown) {
    return troubleOf(thrown)
  }
}

/** Of a server action that was refused, or (null) could not be reached. */
export const troubleIn = (outcome: Extract<Outcome<unknown>, { ok: false }> | { ok: true } | null): Trouble => {
  if (outcome === null || outcome.ok) return { message: t('common.noConnection'), fields: {} }
  return { message: outcome.error.message, fields: outcome.error.fields ?? {} }
}
