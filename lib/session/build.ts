import { daysOff, NO_DAYS_OFF, studyDay } from '#lib/scheduling/index.ts'
import { answersLeft, backlogOf, byValue } from './backlog.ts'
import { chooseQuestions, type Picked } from './choose.ts'
import { interleaved } from './interleave.ts'
import { chooseJoints, type Joint, jointItem, jointsFor } from './joint.ts'
import { SECONDS_PER_ANSWER } from './pace.ts'
import { type Candidate, type Pool, poolOf } from './pool.ts'
import type { Backlog, DayPlanner, Session, SessionCounts, SessionInput, SessionItem } from './types.ts'

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
const withJoints = (singles: readonly SessionItem[], joints: readonly Joint[]): SessionItem[] => {
  const items = [...singles]
  for (const [i, joint] of joints.entries()) {
    const facts = new Set(joint.question.factIds)
    const last = items.findLastIndex((item) => item.factIds.some((factId) => facts.has(factId)))
    const even = Math.round((items.length * (i + 1)) / (joints.length + 1))
    items.splice(last >= 0 ? Math.min(items.length, last + 3) : even, 0, jointItem(joint))
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
    interleaved(spread(olds, news)),
    input,
    joints.map((joint) => joint.question.form),
  )
  return withJoints(singles, joints)
}

type Counted = { due: number; fresh: number; backlog: Backlog | null; spent?: boolean; dayOff?: boolean }

const countsOf = (
  { due, fresh, backlog, spent = false, dayOff = false }: Counted,
  input: SessionInput,
): SessionCounts => ({
  due,
  new: fresh,
  minutes: Math.ceil(((due + fresh) * (input.secondsPerAnswer ?? SECONDS_PER_ANSWER)) / 60),
  backlog,
  spent,
  dayOff,
})

const isDayOff = ({ settings, now, tzOffsetMin }: SessionInput): boolean => {
  const { weekdaysOff, datesOff, rolloverHour } = { ...NO_DAYS_OFF, ...settings }
  return daysOff({ weekdaysOff, datesOff })(studyDay(now, tzOffsetMin, rolloverHour))
}

/** What is due as far as the day holds it: of a pile the most valuable, so many a day. */
const dueToday = (all: Pool, input: SessionInput): { due: Candidate[]; backlog: Backlog | null } => {
  const within = withinReviewLimit(all.due, input)
  const backlog = backlogOf(all.due, all.known, input)
  if (!backlog) return { due: within, backlog }
  const day = studyDay(input.now, input.tzOffsetMin, input.settings.rolloverHour)
  const left = Math.max(0, backlog.perDay - input.today.reviewed.length)
  return { due: byValue(within, day).slice(0, left), backlog }
}

/** What exams make of today; a batch is the beginning of that. */
const sessionByPlan = (plan: DayPlanner, input: SessionInput): Session => {
  const all = poolOf(input, false)
  const apart = (keys: readonly string[]) => keys.filter((key) => !plan.owns(key))
  const { introduced, reviewed } = input.today
  const limited = { ...input, today: { ...input.today, introduced: apart(introduced), reviewed: apart(reviewed) } }
  const rest = (of: readonly Candidate[]) => of.filter(({ key }) => !plan.owns(key))
  const others = {
    due: withinReviewLimit(rest(all.due), limited),
    fresh: withinNewLimits(rest(all.fresh), limited),
  }
  const { list, minutes, ...day } = plan.dayOf(all, others, input)
  const known = (of: readonly Candidate[]) => of.filter(({ card }) => card?.memory)
  const fresh = (of: readonly Candidate[]) => of.filter(({ card }) => !card?.memory)
  const now = list.slice(0, input.limits.items)
  const pool: Pool = { ...all, due: known(now), fresh: fresh(now), ahead: [] }
  const [due, begun] = [known(list).length, fresh(list).length]
  return {
    items: compose(pool, input, (some) => [...some]),
    counts: {
      ...{ due, new: begun, minutes: minutes.exams + minutes.others, planned: minutes, backlog: null },
      ...day,
    },
  }
}

/**
 * What to ask next, within the limits and the minutes of the day: what is due, the longest overdue for its interval first,
 * with new facts spread between; now and then a question that joins several facts. Two directions of a fact, and two facts
 * of one sentence, never come on one day. What has piled up comes over several days, and nothing new meanwhile.
 */
export const buildSession = (input: SessionInput): Session => {
  if (input.plan) return sessionByPlan(input.plan, input)
  const all = poolOf(input, true)
  const { due: allowed, backlog } = dueToday(all, input)
  const fits = answersLeft(input)
  const due = allowed.slice(0, fits)
  const dayOff = isDayOff(input)
  const newMax = backlog || dayOff ? 0 : fits - due.length
  const limit: NewLimit = (fresh) => withinNewLimits(fresh, input).slice(0, newMax)
  const fresh = limit(all.fresh).length
  const spent = fits === 0 && (allowed.length > 0 || withinNewLimits(all.fresh, input).length > 0)
  // Nothing is asked ahead of its time; what is known may come along in a question of several facts.
  const pool: Pool = { ...all, due, ahead: [], joinedOnly: [...all.joinedOnly, ...all.ahead] }
  return {
    items: compose(pool, input, limit),
    counts: countsOf({ due: due.length, fresh, backlog, spent, dayOff }, input),
  }
}

/**
 * Another batch whatever the limits, so that the door is never locked: what is due, then new facts and reviews ahead of
 * their time (the least likely remembered first) by halves, and at last what was answered today.
 */
export const keepGoing = (input: SessionInput): Session => {
  const all = poolOf(input, false)
  const room = Math.max(0, input.limits.items - all.due.length)
  const newMax = Math.min(all.fresh.length, Math.max(Math.ceil(room / 2), room - all.ahead.length))
  const ahead = all.ahead.slice(0, Math.max(0, room - newMax))
  const nothing = all.due.length + newMax + ahead.length === 0
  const pool: Pool = { ...all, ahead: nothing ? all.doneToday : ahead }
  return {
    items: compose(pool, input, (fresh) => fresh.slice(0, newMax)),
    counts: countsOf({ due: all.due.length, fresh: all.fresh.length, backlog: null }, input),
  }
}
