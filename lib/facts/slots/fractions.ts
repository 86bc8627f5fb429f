import type { Token } from '../types.ts'
import type { Candidate, View } from '../view.ts'

const PARTS: Record<string, number> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
}
const COUNTS: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, seven: 7, nine: 9 }
const WORDS = ['', 'one', 'two', 'three', 'four', 'five', '', 'seven', '', 'nine']

/** Ways to write a share: "two thirds", "two-thirds", "2/3", and a whole number of per cent. */
const accepted = (over: number, under: number, surface: string, part: string): string[] => {
  const percent = (100 * over) / under
  const count = WORDS[over] ?? String(over)
  const many = over > 1 ? `${part}s` : part
  const named =
    part === 'half'
      ? ['half', 'one half', 'a half']
      : [`${count} ${many}`, `${count}-${many}`, ...(over === 1 ? [`a ${part}`] : [])]
  const share = Number.isInteger(percent) ? [`${percent}%`, `${percent} per cent`, `${percent} percent`] : []
  return [...new Set([surface, ...named, `${over}/${under}`, ...share])]
}

/** "about two thirds of the water": a share of something named. */
export const fractionSlots = (view: View): Candidate[] =>
  view.tokens.flatMap((token, i) => {
    const split = /^(one|two|three|four|five)-(\p{L}+?)s?$/u.exec(token.lower)
    const part = split?.[2] ?? token.lower.replace(/s$/, '')
    const under = PARTS[part]
    const before = view.tokens[i - 1]
    const over = COUNTS[split?.[1] ?? before?.lower ?? '']
    if (under === undefined || view.tokens[i + 1]?.lower !== 'of') return []
    if (over === undefined || over >= under || part === 'half') return []
    const first: Token | undefined = split ? token : before
    const start = first?.start ?? token.start
    const surface = view.text.slice(start - view.start, token.end - view.start).replace(/\s+/g, ' ')
    const whole = view.tokens.slice(i + 2).filter(({ pos }) => /^(?:NOUN|PROPN)$/.test(pos)).length
    if (whole === 0 || /^(?:the|last|first|second)$/.test(view.tokens[i - (split ? 1 : 2)]?.lower ?? '')) return []
    const slot = {
      start,
      end: token.end,
      kind: 'term' as const,
      answer: surface,
      accepted: accepted(over, under, surface, part),
      hint: 'fraction',
    }
    return [{ kind: 'quantity' as const, slot, score: whole > 1 || view.mentions.length > 0 ? 0.76 : 0.68 }]
  })
