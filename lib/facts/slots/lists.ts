import type { Candidate, View } from '../view.ts'
import { inflections } from './termhood.ts'

const COUNTS: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
  '6': 6,
}

/** Parts of "a, b and c" with their offsets from the start of the text. */
const membersOf = (text: string, offset: number): { text: string; start: number }[] => {
  const out: { text: string; start: number }[] = []
  let at = 0
  for (const piece of text.split(/(, and |, or | and | or |, )/)) {
    if (!/^(?:, and |, or | and | or |, )$/.test(piece)) {
      const lead = piece.length - piece.trimStart().length
      out.push({ text: piece.trim(), start: offset + at + lead })
    }
    at += piece.length
  }
  return out
}

/** "three phases: a, b and c": one member is asked, the others stand, and the count says that there is no fourth. */
export const listSlots = (view: View): Candidate[] => {
  const colon = view.level.indexOf(': ')
  if (colon < 0 || view.level.indexOf(':', colon + 1) >= 0) return []
  const before = view.tokens.filter((token) => token.end <= view.start + colon).slice(-9)
  const count = before.map((token) => COUNTS[token.lower]).find((value) => value !== undefined)
  const tail = view.level.slice(colon + 2).replace(/[.;]?["')\]]*$/, '')
  if (count === undefined || /[.;:()"]/.test(tail)) return []
  const members = membersOf(tail, colon + 2)
  if (members.length !== count || members.some((member) => member.text === '' || member.text.split(' ').length > 4))
    return []
  const asked = members[members.length - 1 - (members.length > 2 ? 1 : 0)]
  if (!asked) return []
  const bare = asked.text.replace(/^(?:the|an?) /i, '')
  const start = view.start + asked.start + (asked.text.length - bare.length)
  const siblings = members.map((member) => member.text)
  return [
    {
      kind: 'enumeration',
      slot: {
        start,
        end: start + bare.length,
        kind: 'term',
        answer: bare,
        accepted: inflections(bare),
        hint: null,
        siblings,
      },
      score: 0.8,
    },
  ]
}
