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

/** A question of several facts: those due are asked by it alone, those new are asked singly first where they can be. */
export type Joint = { question: PackQuestion; pack: Pack; members: Candidate[]; due: Set<string>; fresh: Set<string> }

export const jointsFor = (items: number): number => (items < ITEMS_PER_JOINT ? 0 : Math.floor(items / ITEMS_PER_JOINT))

const possibleJoints = (pool: Pool, input: SessionInput): Joint[] => {
  const all = [...pool.due, ...pool.fresh, ...pool.ahead, ...pool.joinedOnly]
  const byKey = new Map(all.map((one) => [one.key, one]))
  const dueKeys = new Set(pool.due.map((one) => one.key))
  const lastAsked = new Set(Object.values(input.today.lastQuestions))
  const isDueToo = ({ card }: Candidate) => card?.memory != null && card.due <= input.now
  return [...new Set(all.map((one) => one.pack))].flatMap((pack) =>
    pack.questions.flatMap((question) => {
      const keys = question.factIds.map((factId) => cardKey(factId, question.direction))
      const members = keys.flatMap((key) => byKey.get(key) ?? [])
      if (keys.length < JOINT_FACTS_MIN || members.length < keys.length || lastAsked.has(question.id)) return []
      const due = new Set(members.filter((one) => dueKeys.has(one.key) || isDueToo(one)).map((one) => one.key))
      const fresh = new Set(members.filter((one) => !one.card?.memory).map((one) => one.key))
      return due.size + fresh.size >= JOINT_FACTS_MIN ? [{ question, pack, members, due, fresh }] : []
    }),
  )
}

/**
 * Questions of several facts for a session: most due facts first, then those that need the fewest new facts beyond the
 * `newMax` that come next anyway, then the earliest. No fact stands in two of them. `allows` tells whether so many new
 * facts keep to the limits. Facts that are known but not due may come along.
 */
export const chooseJoints = (
  pool: Pool,
  input: SessionInput,
  wanted: number,
  newMax: number,
  allows: (fresh: readonly Candidate[]) => boolean,
): Joint[] => {
  const place = new Map(pool.fresh.map((one, i) => [one.key, i]))
  const random = seededRandom(`${input.seed}|joint`)
  const ranked = possibleJoints(pool, input)
    .map((joint) => {
      const places = [...joint.fresh].map((key) => place.get(key) ?? 0)
      const far = places.filter((one) => one >= newMax).length
      return { joint, far, last: Math.max(0, ...places), chance: random() }
    })
    .sort((a, b) => b.joint.due.size - a.joint.due.size || a.far - b.far || a.last - b.last || a.chance - b.chance)
  const chosen: Joint[] = []
  const taken = new Set<string>()
  let fresh: Candidate[] = []
  for (const { joint } of ranked) {
    const overlaps = joint.members.some((member) => taken.has(member.fact.id))
    const more = [...fresh, ...joint.members.filter((member) => joint.fresh.has(member.key))]
    if (chosen.length >= wanted || overlaps || more.length > newMax || !allows(more)) continue
    for (const member of joint.members) taken.add(member.fact.id)
    fresh = more
    chosen.push(joint)
  }
  return chosen
}

export const jointItem = ({ question, pack, members, due, fresh }: Joint): SessionItem => ({
  setId: pack.setId,
  factIds: question.factIds,
  direction: question.direction,
  questionId: question.id,
  form: question.form,
  mode: modeOf(question.form, false, false),
  why: due.size >= fresh.size ? 'due' : 'new',
  again: members.flatMap((member) => retryFor(member, null)),
})
