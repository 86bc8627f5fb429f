import type { CardState, Direction } from '#lib/log/index.ts'
import type { Today } from './reviews.ts'

/** 0 new, 1 fading, 2 shaky, 3 holding, 4 solid. */
export type Level = 0 | 1 | 2 | 3 | 4
export const LEVEL_NAMES = ['new', 'fading', 'shaky', 'holding', 'solid'] as const

/** What mastery needs of a pack; a `Pack` fits. */
export type MasteryPack = {
  setId: string
  title: string
  documents: readonly { id: string; sections: readonly { id: string; heading: string }[] }[]
  facts: readonly { id: string; number: number; sectionId: string | null; directions: readonly Direction[] }[]
}
export type FactMastery = { factId: string; number: number; level: Level; due: number | null }
export type SectionMastery = {
  setId: string
  /** Null: facts that stand in no section. */
  sectionId: string | null
  heading: string | null
  facts: FactMastery[]
  /** Facts at each level, 0 to 4. */
  counts: [number, number, number, number, number]
  /** Facts at level 3 or 4. */
  held: number
}

export const masteryBySection = (
  _packs: readonly MasteryPack[],
  _cards: ReadonlyMap<string, CardState>,
  _today: Today,
): SectionMastery[] => []
