import type { Edit, Entity } from './types.ts'
import type { View } from './view.ts'

const ASIDE =
  / ?\((?:(?:[^()]{0,80}, )?(?:\d{4}[a-z]?|n\.d\.)(?:, p\. ?\d+)?|see [^()]{1,60}|(?:Figure|Fig\.|Table|Appendix|Chapter|Section)s? [^()]{1,30}|)\)/g

/** Citations, references to figures and empty brackets, which no stem should carry. */
export const asides = (view: View): Edit[] =>
  [...view.level.matchAll(ASIDE)]
    .filter((match) => !/\((?:born |died |c\. )?\d{4}\)/.test(match[0]) || /\p{Lu}\p{L}+,/u.test(match[0]))
    .map((match) => ({ start: view.start + match.index, end: view.start + match.index + match[0].length, text: '' }))

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
