import type { Generated, GeneratedFact, GeneratedQuestion } from '#lib/questions/index.ts'
import type { GoldFact, GoldTrap } from './gold.ts'

/** `worked`: rules were written on it. `unread`: nobody who writes rules has read it. `other`: prose without gold. */
export type Half = 'worked' | 'unread' | 'other'
export const HALVES: readonly Half[] = ['worked', 'unread', 'other']

/** A document and what the generator made of it. */
export type Subject = {
  name: string
  half: Half
  domain: string
  generated: Generated
  /** Warm, the fastest of a few rounds. */
  seconds: number
  facts: readonly GoldFact[]
  traps: readonly GoldTrap[]
}

export type Span = { start: number; end: number }

/** Whether two stretches, or any of several, have a character in common. */
export const overlap = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some((one) => b.some((other) => one.start < other.end && other.start < one.end))

export const tierA = ({ questions }: Generated): GeneratedQuestion[] => questions.filter(({ tier }) => tier === 'A')

/** Looks up the facts that a question asks. */
export const factsFor = ({ facts }: Generated): ((question: GeneratedQuestion) => GeneratedFact[]) => {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  return ({ factIds }) => factIds.map((id) => byId.get(id)).filter((fact) => fact !== undefined)
}
