import 'server-only'
import { headers } from 'next/headers'
import { asRefusal, type ErrorBody, errorBody, Refusal } from './errors.ts'
import { requireSameOrigin } from './origin.ts'
import { currentViewer, type Viewer } from './viewer.ts'
import { inLanguageOf } from './words.ts'

/** What a server action gives back: what was asked for, or words for the learner. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & ErrorBody)

/**
 * Runs a server action as `handle()` runs a route: from our own page, by a live session, refusals as values. Next compares
 * Origin with Host too, but lets a request without Origin pass.
 */
export const act = async <T>(run: (viewer: Viewer, sent: Headers) => Promise<T>): Promise<Outcome<T>> => {
  const sent = await headers()
  return inLanguageOf(sent, () => carryOut(sent, run))
}

const carryOut = async <T>(sent: Headers, run: (viewer: Viewer, sent: Headers) => Promise<T>): Promise<Outcome<T>> => {
  try {
    requireSameOrigin(sent)
    const viewer = await currentViewer()
    if (viewer === null) throw new Refusal('sign-in-needed')
    return { ok: true, value: await run(viewer, sent) }
  } catch (thrown) {
    return { ok: false, ...errorBody(asRefusal(thrown)) }
  }
}

/** One text of what an action was sent, which any script may have called with anything. Throws `bad-request`. */
export const textIn = (sent: unknown, name: string): string => {
  const value = typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>)[name] : undefined
  if (typeof value !== 'string' || value.length > 10_000) throw new Refusal('bad-request')
  return value
}
