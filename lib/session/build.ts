import { studyDay } from '#lib/scheduling/index.ts'
import { chooseQuestions, type Picked } from './choose.ts'
import { chooseJoints, type Joint, jointItem, jointsFor } from './joint.ts'
import { type Candidate, type Pool, poolOf } from './pool.ts'
import type { Session, SessionCounts, SessionInput, SessionItem } from './types.ts'

/** Seconds an answer takes, before a learner's own answers tell. */
export const SECONDS_PER_ANSWER = 12
/** Of a batch that reviews alone would fill, one question in so many is still new. */
const NEW_SHARE = 4

/** The new facts that the daily limits still allow: the learner's own, and each set's. */
const withinNewLimits = (
  fresh: readonly Candidate[],
  { enrolments, packs, settings, today }: SessionInput,
): Candidate[] => {
  const introduced = new Set(today.introduced)
  const left = new Map(
    enrolments.map(({ setId, newPerDayMax }) => {
      const facts = new Set(packs.find((pack) => pack.setId === setId)?.facts.map((fact) => fact.id))
      const done = [...introduced].filter((key) => facts.has(key.slice(0, key.lastIndexOf('|')))).length
      return [setId, (newPerDayMax ?? Number.POSITIVE_INFINITY) - done] as const
    }),
  )
  const allowed: Candidate[] = []
  for (const candidate of fresh) {
    const { setId } = candidate.pack
    const ofSet = left.get(setId) ?? 0
    if (ofSet <= 0 || allowed.length >= settings.newPerDayMax - introduced.size) continue
    left.set(setId, ofSet - 1)
    allowed.push(candidate)
  }
  return allowed
}

/** The reviews that the daily limit still allows. What was answered today already and is due again is not counted. */
const withinReviewLimit = (
  due: readonly Candidate[],
  { settings, today, now, tzOffsetMin }: SessionInput,
): Candidate[] => {
  const day = studyDay(now, tzOffsetMin, settings.rolloverHour)
  let left = settings.reviewsPerDayMax - today.reviewed.length
  return due.filter(({ card }) => card?.lastDay === day || left-- > 0)
}

/** The second list spread evenly through the first. */
const spread = <T>(first: readonly T[], second: readonly T[]): T[] => {
  const all = [
    ...first.map((item, i) => ({ item, at: (i + 0.5) / first.length })),
    ...second.map((item, i) => ({ item, at: (i + 0.5) / second.length })),
  ]
  return all.sort((a, b) => a.at - b.at).map(({ item }) => item)
}

/** Questions of several facts go behind all that they join, two questions apart where there is room. */
const withJoints = (singles: readonly SessionItem[], joints: readonly Joint[], flip: boolean): SessionItem[] => {
  const items = [...singles]
  for (const [i, joint] of joints.entries()) {
    const facts = new Set(joint.question.factIds)
    const last = items.findLastIndex((item) => item.factIds.some((factId) => facts.has(factId)))
    const even = Math.round((items.length * (i + 1)) / (joints.length + 1))
    items.splice(last >= 0 ? Math.min(items.length, last + 3) : even, 0, jointItem(joint, flip))
  }
  return items
}

/** The new facts out of a list that may be introduced now, in the list's order. */
type NewLimit = (fresh: readonly Candidate[]) => Candidate[]

const compose = (pool: Pool, input: SessionInput, limit: NewLimit): SessionItem[] => {
  const { items } = input.limits
  const reviews = pool.due.length + pool.ahead.length
  const newMax = Math.min(limit(pool.fresh).length, Math.max(items - reviews, Math.floor(items / NEW_SHARE)))
  const allows = (fresh: readonly Candidate[]) => limit(fresh).length === fresh.length
  const joints = chooseJoints(pool, input, jointsFor(Math.min(items, reviews + newMax)), newMax, allows)
  const joined = new Map(joints.flatMap((joint) => joint.members).map((member) => [member.key, member]))
  const room = items - joints.length
  // Facts of a joint question come first, those that nothing asks singly among them: they take their share of the limit.
  const first = [...joined.values()].filter(({ card }) => !card?.memory)
  const rest = pool.fresh.filter(({ key }) => !joined.has(key))
  const allowed = new Set(limit([...first, ...rest]).slice(0, Math.max(0, Math.min(newMax, room))))
  const news = [...pool.fresh].filter((one) => allowed.has(one)).map((candidate): Picked => ({ candidate, why: 'new' }))
  const asks = (list: readonly Candidate[], why: 'due' | 'ahead') =>
    list.filter(({ key }) => !joined.has(key)).map((candidate): Picked => ({ candidate, why }))
  const olds = [...asks(pool.due, 'due'), ...asks(pool.ahead, 'ahead')].slice(0, Math.max(0, room - news.length))
  const singles = chooseQuestions(
    spread(olds, news),
    input,
    joints.map((joint) => joint.question.form),
  )
  return withJoints(singles, joints, input.flip ?? false)
}

const countsOf = (due: number, fresh: number, input: SessionInput): SessionCounts => ({
  due,
  new: fresh,
  minutes: Math.ceil(((due + fresh) * (input.secondsPerAnswer ?? SECONDS_PER_ANSWER)) / 60),
})

/**
 * What to ask next, within the daily limits: what is due, the longest overdue for its interval first, with new facts
 * spread between; now and then a question that joins several facts. Two directions of a fact never come on one day.
 */
export const buildSession = (input: SessionInput): Session => {
  const all = poolOf(input)
  const due = withinReviewLimit(all.due, input)
  const limit: NewLimit = (fresh) => withinNewLimits(fresh, input)
  // Nothing is asked ahead of its time; what is known may come along in a question of several facts.
  const pool: Pool = { ...all, due, ahead: [], joinedOnly: [...all.joinedOnly, ...all.ahead] }
  return { items: compose(pool, input, limit), counts: countsOf(due.length, limit(all.fresh).length, input) }
}

/**
 * Another batch whatever the limits, so that the door is never locked: what is due, then new facts and reviews ahead of
 * their time (the least likely remembered first) by halves, and at last what was answered today.
 */
export const keepGoing = (input: SessionInput): Session => {
  const all = poolOf(input)
  const room = Math.max(0, input.limits.items - all.due.length)
  const newMax = Math.min(all.fresh.length, Math.max(Math.ceil(room / 2), room - all.ahead.length))
  const ahead = all.ahead.slice(0, Math.max(0, room - newMax))
  const nothing = all.due.length + newMax + ahead.length === 0
  const pool: Pool = { ...all, ahead: nothing ? all.doneToday : ahead }
  return {
    items: compose(pool, input, (fresh) => fresh.slice(0, newMax)),
    counts: countsOf(all.due.length, all.fresh.length, input),
  }
}
