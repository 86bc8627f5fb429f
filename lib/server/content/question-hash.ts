import { sha256 } from '../ids.ts'

/** All that a learner sees of a question, and what it asks. */
export const questionHash = (seen: {
  form: string
  direction: string
  stem: string
  key: unknown
  accepted: unknown
  options?: unknown
  left?: unknown
  unit?: string | null
  rationale: string
  tier: string
  facts: readonly { factId: string; factVersion: number }[]
}): string => {
  const options = (seen.options ?? null) as { text: string; wrongBecause?: string }[] | null
  const { form, direction, stem, key, accepted, left = null, unit = null, rationale, tier } = seen
  return sha256(
    JSON.stringify([
      ...[form, direction, stem, key, accepted, options?.map((one) => [one.text, one.wrongBecause ?? null]) ?? null],
      ...[left, unit, rationale, tier, seen.facts.map(({ factId, factVersion }) => [factId, factVersion])],
    ]),
  )
}
