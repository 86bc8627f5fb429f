import { seededRandom } from '#lib/base/index.ts'
import { type Learnt, POPULATION, Tutor } from '#lib/exams/index.ts'
import {
  type CardState,
  cardKey,
  type Exam,
  plansOf,
  type StoredEntry,
  type StoredReview,
  standingReviews,
} from '#lib/log/index.ts'
import { dayOfDate, studyDay } from '#lib/scheduling/index.ts'
import { type Pack, SECONDS_PER_ANSWER, secondsPerAnswer, spentOn } from '#lib/session/index.ts'
import type { DayPlan } from './by-plan.ts'
import { type Days, minutesOn, startOf } from './calendar.ts'
import { type ExamFact, type Scope, scopeOf } from './facts.ts'
import { historiesOf } from './histories.ts'
import { pacesOf } from './paces.ts'

export type AgendaInput = {
  readonly packs: readonly Pack[]
  readonly cards: ReadonlyMap<string, CardState>
  /** The log in its total order. */
  readonly entries: readonly StoredEntry[]
  readonly settings: Days & { readonly rolloverHour: number }
  readonly now: number
  readonly tzOffsetMin: number
  /** The same seed draws the same random checks. */
  readonly seed: string
  readonly learnt?: Learnt | null
  /** What classes want studied. */
  readonly assignments?: readonly Assignment[]
}

/** A set, or sections of it, that a class is to know on a day; `Assigned` of sync/ fits. */
export type Assignment = {
  readonly assignmentId: string
  readonly classTitle: string
  readonly setId: string
  readonly sections: readonly string[] | null
  readonly date: string
  readonly time: string
}

/** `assigned`: a class wants it, and nothing of it is the learner's to change. */
export type ExamAt = {
  readonly examId: string
  readonly exam: Exam
  readonly assigned: boolean
  readonly at: number
  readonly day: number
}

/** What a class wants to be known counts for the day and for later. */
const ASSIGNED = { goal: 0.8, purpose: 'keep', result: null, said: null } as const

const examOf = ({ classTitle, setId, sections, date, time }: Assignment): Exam => ({
  ...{ title: classTitle, date, time, ...ASSIGNED },
  parts:
    sections === null
      ? [{ setId, section: null, weight: 1 }]
      : sections.map((section) => ({ setId, section, weight: 1 })),
})

/** Days beyond which nothing is reckoned: a phone would take minutes for what nobody plans. */
const HORIZON = 1_100

/** Exams that are not over, the first one first. `done`: the others, the last one first. */
export const examsIn = ({
  entries,
  assignments = [],
  now,
  tzOffsetMin,
}: Pick<AgendaInput, 'entries' | 'assignments' | 'now' | 'tzOffsetMin'>): { ahead: ExamAt[]; done: ExamAt[] } => {
  const own = [...plansOf(entries).exams].map(([examId, exam]) => ({ examId, exam, assigned: false }))
  const wanted = assignments.map((one) => ({ examId: one.assignmentId, exam: examOf(one), assigned: true }))
  const all = [...own, ...wanted]
    .map((one) => ({
      ...{ ...one, at: startOf(one.exam, tzOffsetMin) },
      day: Math.min(dayOfDate(one.exam.date), studyDay(now, tzOffsetMin) + HORIZON),
    }))
    .sort((a, b) => a.at - b.at || (a.examId < b.examId ? -1 : 1))
  return { ahead: all.filter(({ at }) => at > now), done: all.filter(({ at }) => at <= now).reverse() }
}

/** An exam that is ahead. `weights`: what each of the agenda's facts counts in it, in all 1. */
export type ExamAhead = ExamAt & { readonly scope: Scope; readonly weights: readonly number[] }

export type Agenda = {
  /** Study day. */
  readonly today: number
  readonly exams: readonly ExamAhead[]
  /** The cards of all exams, each once. */
  readonly facts: readonly ExamFact[]
  readonly tutor: Tutor
  readonly minutesOn: (day: number) => number
  /** From today to the last exam, as a typical learner would take for what this one does: what plans reckon in. */
  readonly secondsByDay: readonly number[]
  /** A typical learner's seconds to one of this learner's. */
  readonly speed: number
  readonly plan: DayPlan
}

/** What was spent today, on the exams' cards and on others. */
const spentToday = (
  reviews: readonly StoredReview[],
  isOurs: (key: string) => boolean,
  today: number,
  rolloverHour: number,
): DayPlan['spent'] => {
  const spent = { exams: 0, others: 0 }
  for (let at = reviews.length - 1; at >= 0; at--) {
    const review = reviews[at] as StoredReview
    if (studyDay(review.effectiveAt, review.tzOffsetMin, rolloverHour) < today) break
    const ours = review.grades.some(({ factId, direction }) => isOurs(cardKey(factId, direction)))
    spent[ours ? 'exams' : 'others'] += spentOn(review) / 1000
  }
  return spent
}

/** What was spent today is gone from today's minutes. */
const secondsLeft = (
  agenda: Pick<Agenda, 'today' | 'minutesOn'>,
  until: number,
  gone: number,
  speed: number,
): number[] =>
  Array.from({ length: Math.max(0, until - agenda.today) }, (_, at) => {
    const seconds = agenda.minutesOn(agenda.today + at) * 60 - (at === 0 ? gone : 0)
    return Math.max(0, seconds) * speed
  })

/** What a learner's exams ask of the days until then; null: there is none ahead of which anything is on this device. */
export const agendaOf = (input: AgendaInput): Agenda | null => {
  const { packs, cards, entries, settings, now, tzOffsetMin, seed, learnt } = input
  const { rolloverHour } = settings
  const scoped = examsIn(input).ahead.map((one) => ({ ...one, scope: scopeOf(one.exam, packs, cards) }))
  const facts = [...new Map(scoped.flatMap(({ scope }) => scope.facts.map((one) => [one.key, one] as const))).values()]
  if (facts.length === 0) return null
  const today = studyDay(now, tzOffsetMin, rolloverHour)
  const exams = scoped.map((one): ExamAhead => {
    const own = new Map(one.scope.facts.map(({ key, weight }) => [key, weight]))
    const all = [...own.values()].reduce((sum, weight) => sum + weight, 0) || 1
    return { ...one, weights: facts.map(({ key }) => (own.get(key) ?? 0) / all) }
  })
  const reviews = standingReviews(entries)
  const keys = facts.map(({ key }) => key)
  const histories = historiesOf(keys, reviews, { packs, rolloverHour, today })
  const tutor = new Tutor({
    ...{ histories, population: POPULATION, random: seededRandom(`${seed} ${today}`), paces: pacesOf(facts, reviews) },
    exams: exams.map(({ day, exam, weights }) => ({ day, purpose: exam.purpose, weights })),
    ...(learnt ? { learnt } : {}),
  })
  const until = new Map<string, number>()
  for (const { day, scope } of exams) for (const { key } of scope.facts) if (!until.has(key)) until.set(key, day)
  const minutes = minutesOn(plansOf(entries).minutes, settings)
  const speed = SECONDS_PER_ANSWER / secondsPerAnswer(reviews)
  const spent = spentToday(reviews, (key) => until.has(key), today, rolloverHour)
  const last = Math.max(...exams.map(({ day }) => day))
  return {
    ...{ today, exams, facts, tutor, speed, minutesOn: minutes },
    secondsByDay: secondsLeft({ today, minutesOn: minutes }, last, spent.exams + spent.others, speed),
    plan: {
      ...{ until, spent, minutes: minutes(today) },
      order: tutor.order(today).flatMap((fact) => keys[fact] ?? []),
    },
  }
}
