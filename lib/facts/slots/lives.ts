import type { Candidate, View } from '../view.ts'
import { isPersonLike } from '../words.ts'

const DAY = String.raw`(?:\d{1,2} \p{Lu}\p{L}{2,9} |\p{Lu}\p{L}{2,9} \d{1,2}, |c\. ?)?`
const LIFE = new RegExp(
  String.raw`^\s*\((?:born )?${DAY}(\d{4})(?:(?: in [^()–]{2,30})?\s*[–-]\s*${DAY}(\d{4})(?: in [^()–]{2,30})?)?\)`,
  'u',
)

/** "Ada Lovelace (10 December 1815 – 27 November 1852) was …": when a person was born, and when they died. */
export const lifeSlots = (view: View): Candidate[] => {
  const [first] = view.mentions
  if (
    !first ||
    first.start !== view.tokens[0]?.start ||
    !(first.entity.type === 'person' || isPersonLike(first.entity))
  )
    return []
  const at = first.end - view.start
  const match = LIFE.exec(view.level.slice(at, at + 120))
  if (!match) return []
  const [whole, born = '', died] = match
  const name = view.text.slice(0, at).replace(/\s+/g, ' ')
  const asked = (year: string, offset: number, verb: string): Candidate => {
    const start = view.start + at + offset
    const slot = { start, end: start + 4, kind: 'date' as const, answer: year, accepted: [year], hint: 'year' }
    const date = view.dates.find((one) => one.start <= start && one.end >= start + 4)
    return {
      kind: 'date',
      slot: { ...slot, exclusive: true, ...(date ? { date } : {}) },
      score: 0.84,
      wh: verb === 'born' ? `In which year was ${name} born?` : `In which year did ${name} die?`,
      whOnly: true,
    }
  }
  const birth = asked(born, whole.indexOf(born), 'born')
  if (!died) return /\(born/.test(whole) ? [birth] : []
  return [birth, asked(died, whole.lastIndexOf(died), 'die')]
}
