import { modeOf, type Pack, type SessionItem } from '#lib/session/index.ts'
import type { TestItem } from '#lib/sitting/index.ts'
import { type Asked, askedOf } from '../study/question.ts'

/** A test's question as the screens of study know it; null where its content has gone. */
export const askedIn = (
  packs: readonly Pack[],
  { setId, questionId, factIds, direction, form }: Omit<TestItem, 'entryId' | 'guess'>,
  seed: string,
): Asked | null => {
  const mode = modeOf(form, false, false)
  const item: SessionItem = { setId, questionId, factIds: [...factIds], direction, form, mode, why: 'ahead', again: [] }
  return askedOf(packs, item, seed)
}
