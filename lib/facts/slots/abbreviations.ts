import type { Candidate, Terms, View } from '../view.ts'
import { termSlot } from './termhood.ts'

const SHORT = /^ \((\p{Lu}[\p{L}\d]{0,5}\p{Lu}\d?)s?\)/u

/** An abbreviation that the document does not use again is not worth knowing. */
const USES = 2

/** Whether the letters stand in the words in their order, the first of both the same. */
const spells = (short: string, words: string): boolean => {
  const letters = [...short.toLowerCase().replace(/[^\p{L}]/gu, '')]
  const text = words.toLowerCase()
  if (letters[0] !== text[0]) return false
  let at = 0
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

/** "Adenosine triphosphate (ATP)": what the letters stand for. */
export const abbreviationSlots = (view: View, { counts }: Terms): Candidate[] =>
  view.chunks.flatMap((chunk) => {
    const end = view.tokens[chunk.head]?.end ?? view.end
    const short = SHORT.exec(view.level.slice(end - view.start, end - view.start + 12))?.[1]
    if (!short || (counts.get(short.toLowerCase()) ?? 0) < USES) return []
    for (let from = chunk.from; from < chunk.head; from++) {
      const slot = termSlot(view, from, chunk.head)
      if (
        /(?:[aei]an|ese|ish)$/.test(slot.answer) ||
        !spells(short, slot.answer) ||
        slot.answer.split(/[\s-]/).length > short.length + 1
      )
        continue
      const accepted = slot.accepted.filter((text) => text !== short)
      const wh = `What does the abbreviation “${short}” stand for?`
      return [{ kind: 'naming' as const, slot: { ...slot, accepted, hint: null }, score: 0.67, wh }]
    }
    return []
  })
