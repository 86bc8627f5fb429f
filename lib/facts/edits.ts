import type { Edit, Entity } from './types.ts'
import type { View } from './view.ts'

/** A surname alone is given its first name, which a stem cannot take from the sentences before. */
export const fullNames = (view: View, title: string): Edit[] => {
  const out: Edit[] = []
  const seen = new Set<Entity>()
  for (const { entity, start, end } of view.mentions) {
    const surface = view.text.slice(start - view.start, end - view.start)
    const before = view.tokens.findLast((token) => token.end <= start)
    const first = !seen.has(entity)
    seen.add(entity)
    if (!first || entity.type !== 'person' || surface.includes(' ') || title.includes(surface)) continue
    if (!entity.name.endsWith(` ${surface}`) || entity.name.split(' ').length > 4 || before?.pos === 'PROPN') continue
    if (before && before.end + 1 === start && /^\p{Lu}/u.test(before.text)) continue
    out.push({ start, end, text: entity.name })
  }
  return out
}
