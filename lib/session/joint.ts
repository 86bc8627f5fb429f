import { seededRandom } from '#lib/base/index.ts'
import { cardKey } from '#lib/log/index.ts'
import { retryFor } from './choose.ts'
import type { Pack, PackQuestion } from './pack.ts'
import type { Candidate, Pool } from './pool.ts'
import { modeOf } from './questions.ts'
import type { SessionInput, SessionItem } from './types.ts'

/** One question in so many asks several facts at once, where the sets have such questions. */
const ITEMS_PER_JOINT = 8
const JOINT_FACTS_MIN = 2

/** A question of several facts: those due are asked by it alone, those new are asked singly first. */
export type Joint = { question: PackQuestion; pack: Pack; members: Candidate[]; due: Set<string>; fresh: Set<string> }

export const jointsFor = (items: number): number => (items < ITEMS_PER_JOINT ? 0 : Math.floor(items / ITEMS_PER_JOINT))

const key = (question: PackQuestion, factId: string): string => cardKey(factId, question.direction)

const candidateJoints = (pool: Pool, known: readonly Candidate[], input: SessionInput): Joint[] => {
  const all = [...pool.due, ...pool.fresh, ...pool.ahead, ...known]
  const byKey = new Map(all.map((one) => [one.key, one]))
  const dueKeys = new Set(pool.due.map((one) => one.key))
  const freshKeys = new Set(pool.fresh.map((one) => one.key))
  const lastAsked = new Set(Object.values(input.today.lastQuestions))
  return [...new Set(all.map((one) => one.pack))].flatMap((pack) =>
    pack.questions.flatMap((question) => {
      const keys = question.factIds.map((factId) => key(question, factId))
      const members = keys.flatMap((one) => byKey.get(one) ?? [])
      if (keys.length < JOINT_FACTS_MIN || members.length < keys.length || lastAsked.has(question.id)) return []
      const due = new Set(keys.filter((one) => dueKeys.has(one)))
      const fresh = new Set(keys.filter((one) => freshKeys.has(one)))
      return due.size + fresh.size >= JOINT_FACTS_MIN ? [{ question, pack, members, due, fresh }] : []
    }),
  )
}

/**
 * Questions of several facts for a session: most due facts first, then those that need the fewest new facts beyond the
 * ones that come next anyway. Facts that are `known` but not due may come along. No fact stands in two of them; together they need at most `newMax` new facts.
 */
export const chooseJoints = (
  pool: Pool,
  known: readonly Candidate[],
  input: SessionInput,
  wanted: number,
  newMax: number,
): Joint[] => {
  const next = new Set(pool.fresh.slice(0, newMax).map((one) => one.key))
  const random = seededRandom(`${input.seed}|joint`)
  const ranked = candidateJoints(pool, known, input)
    .map((joint) => ({ joint, far: [...joint.fresh].filter((one) => !next.has(one)).length, chance: random() }))
    .sort((a, b) => b.joint.due.size - a.joint.due.size || a.far - b.far || a.chance - b.chance)
  const chosen: Joint[] = []
  const taken = new Set<string>()
  let newLeft = newMax
  for (const { joint } of ranked) {
    const overlaps = joint.members.some((member) => taken.has(member.fact.id))
    if (chosen.length >= wanted || overlaps || joint.fresh.size > newLeft) continue
    for (const member of joint.members) taken.add(member.fact.id)
    newLeft -= joint.fresh.size
    chosen.push(joint)
  }
  return chosen
}

export const jointItem = ({ question, pack, members, due, fresh }: Joint, flip: boolean): SessionItem => ({
  setId: pack.setId,
  factIds: question.factIds,
  direction: question.direction,
  questionId: question.id,
  form: question.form,
  mode: modeOf(question.form, flip, false),
  why: due.size >= fresh.size ? 'due' : 'new',
  again: members.flatMap((member) => retryFor(member, null, flip)),
})
