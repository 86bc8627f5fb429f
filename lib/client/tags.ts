import { fetchJson } from './wire.ts'

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
