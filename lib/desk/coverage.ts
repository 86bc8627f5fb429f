import { type Count, countOf } from './judge.ts'
import type { DeskFact, DeskSection, Skipped } from './types.ts'

/** How far a section is judged, and how many of its sentences nothing was asked of; `section` is null before the first. */
export type SectionCount = Count & { readonly section: DeskSection | null; readonly skipped: number }

/** Every section that has facts or sentences without, in the order of the text. */
export const coverageOf = (
  sections: readonly DeskSection[],
  facts: readonly DeskFact[],
  skipped: readonly Skipped[],
): SectionCount[] => {
  const placeOf = ({ start }: { start: number }) =>
    sections.findLastIndex((section) => section.start <= start && start < section.end)
  const byPlace = <T extends { start: number }>(all: readonly T[]) => {
    const groups = new Map<number, T[]>()
    for (const one of all) {
      const group = groups.get(placeOf(one))
      if (group) group.push(one)
      else groups.set(placeOf(one), [one])
    }
    return groups
  }
  const factsAt = byPlace(facts)
  const skippedAt = byPlace(skipped)
  return [-1, ...sections.keys()].flatMap((place): SectionCount[] => {
    const here = factsAt.get(place) ?? []
    const without = skippedAt.get(place)?.length ?? 0
    if (here.length + without === 0) return []
    return [{ ...countOf(here, facts), section: sections[place] ?? null, skipped: without }]
  })
}
