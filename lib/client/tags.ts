import { fetchJson, postJson } from './wire.ts'

/** Tags by the id of the fact that bears them. */
export type Tags = Readonly<Record<string, readonly string[]>>

const NAME = 'footnote.tags'

const isTags = (value: unknown): value is Tags =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((tags) => Array.isArray(tags) && tags.every((tag) => typeof tag === 'string'))

const kept = (userId: string): Tags => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(NAME) ?? '{}')
    const { of, tags } = value as { of?: unknown; tags?: unknown }
    return of === userId && isTags(tags) ? tags : {}
  } catch {
    return {}
  }
}

/** A learner's tags as the server has them or, without a network, as they were when it last said. */
export const tagsOf = async (userId: string): Promise<Tags> => {
  try {
    const { tags } = (await fetchJson('/api/tags')) as { tags?: unknown }
    if (!isTags(tags)) return kept(userId)
    localStorage.setItem(NAME, JSON.stringify({ of: userId, tags }))
    return tags
  } catch {
    return kept(userId)
  }
}

const AT_ONCE = 2_000

/**
 * Puts a word on facts, or takes it off, and returns the ids of those that this changed. Throws `WireError`; what came before it
 * stands.
 */
export const tagFacts = async (factIds: readonly string[], tag: string, on: boolean): Promise<readonly string[]> => {
  const changed: string[] = []
  for (let from = 0; from < factIds.length; from += AT_ONCE) {
    const body = { factIds: factIds.slice(from, from + AT_ONCE), tag, on }
    const told = (await postJson('/api/tags', body)) as { changed?: readonly string[] }
    changed.push(...(told.changed ?? []))
  }
  return changed
}
