import * as v from 'valibot'

const words = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most))
const number = v.pipe(v.number(), v.integer(), v.minValue(1))
const distractors = v.pipe(v.array(words(80)), v.maxLength(8))

const fact = v.object({
  quote: words(900),
  question: words(400),
  answer: words(120),
  distractors: v.optional(distractors, []),
})
const rewrite = v.object({ fact: number, question: words(400) })
const options = v.object({ fact: number, distractors })
const answer = v.object({
  n: number,
  answer: v.pipe(v.string(), v.maxLength(400)),
  fits: v.optional(v.array(v.string()), []),
})

/** The shape that a model is asked to propose in. */
export const proposalSchema = v.object({ facts: v.array(fact), rewrites: v.array(rewrite), options: v.array(options) })
/** The shape of a second opinion: `fits` holds every option that may be right. */
export const answerSchema = v.object({ answers: v.array(answer) })

export type FactProposal = v.InferOutput<typeof fact>
export type RewriteProposal = v.InferOutput<typeof rewrite>
export type OptionsProposal = v.InferOutput<typeof options>
export type Answer = v.InferOutput<typeof answer>

/** More entries than this in one list are not looked at. */
const ENTRIES_MAX = 60

/** The object in a reply, which may stand in a code fence or after a model's thoughts; null where there is none. */
const objectIn = (reply: string): Record<string, unknown> | null => {
  const thought = reply.lastIndexOf('</think>')
  const said = thought < 0 ? reply : reply.slice(thought)
  const [from, to] = [said.indexOf('{'), said.lastIndexOf('}')]
  if (from < 0 || to < from) return null
  try {
    const value: unknown = JSON.parse(said.slice(from, to + 1))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

type Entries<T> = { good: T[]; malformed: number; surplus: number }

/** Each entry by itself: one that is malformed does not spoil the others. */
const entries = <T>(schema: v.GenericSchema<unknown, T>, list: unknown): Entries<T> => {
  if (!Array.isArray(list)) return { good: [], malformed: list === undefined ? 0 : 1, surplus: 0 }
  const read = list.slice(0, ENTRIES_MAX).map((entry: unknown) => v.safeParse(schema, entry))
  const good = read.flatMap((one) => (one.success ? [one.output] : []))
  return { good, malformed: read.length - good.length, surplus: list.length - read.length }
}

/** Entries of a reply to the request for proposals; null where it is no JSON. */
export const readProposals = (reply: string) => {
  const object = objectIn(reply)
  if (!object) return null
  return {
    facts: entries<FactProposal>(fact, object.facts),
    rewrites: entries<RewriteProposal>(rewrite, object.rewrites),
    options: entries<OptionsProposal>(options, object.options),
  }
}

/** Answers of a second opinion by their number; the first of each counts. Empty where it is no JSON. */
export const readAnswers = (reply: string): Map<number, Answer> => {
  const { good } = entries<Answer>(answer, objectIn(reply)?.answers)
  return new Map(good.reverse().map((one) => [one.n, one]))
}
