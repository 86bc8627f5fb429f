import { examsIn, scopeOf } from '#lib/agenda/index.ts'
import type { Learner } from '#lib/client/index.ts'
import type { Exam } from '#lib/log/index.ts'
import { studyDay } from '#lib/scheduling/index.ts'
import type { Bank } from '#lib/sitting/index.ts'
import { todayAt } from '../_view/time.ts'

/** What the address asks for: the exam that a test is for, or a set. */
export type Wanted = { examId: string | null; setId: string | null }

export const wantedIn = (search: string): Wanted => {
  const query = new URLSearchParams(search)
  return { examId: query.get('exam'), setId: query.get('set') }
}

/** The exam that a test is for, the learner's own or one that a class set; null: none. */
export const examWanted = (
  { entries, assignments }: Pick<Learner, 'entries' | 'assignments'>,
  { examId }: Wanted,
): Exam | null => {
  const { ahead, done } = examsIn({ entries, assignments, now: 0, tzOffsetMin: 0 })
  return [...ahead, ...done].find((one) => one.examId === examId)?.exam ?? null
}

/** Sets that a test begins with: the exam's, the one that is named, or all. */
export const setsWanted = (learner: Learner, wanted: Wanted): string[] => {
  const exam = examWanted(learner, wanted)
  const all = learner.packs.map(({ setId }) => setId)
  if (exam) return all.filter((setId) => exam.parts.some((part) => part.setId === setId))
  return wanted.setId !== null && all.includes(wanted.setId) ? [wanted.setId] : all
}

/** What a test of some sets is drawn from; for an exam by what each fact counts in it. What was set aside is left out. */
export const bankOf = (learner: Learner, setIds: readonly string[], exam: Exam | null, now: number): Bank => {
  const { cards, settings } = learner
  const packs = learner.packs.filter(({ setId }) => setIds.includes(setId))
  const { tzOffsetMin, rolloverHour } = todayAt(now, settings)
  const parts = exam?.parts ?? setIds.map((setId) => ({ setId, section: null, weight: 1 }))
  const weights = new Map(scopeOf({ parts }, packs, cards).facts.map(({ key, weight }) => [key, weight]))
  // A fact that only a question of several asks is in no scope, and counts as one.
  const alone = (key: string) => !cards.get(key)?.suspended && exam === null
  const weightOf = (key: string) => weights.get(key) ?? (alone(key) ? 1 : 0)
  return { packs, cards, weightOf, today: studyDay(now, tzOffsetMin, rolloverHour) }
}

export const studyHref = (facts: readonly string[]): string => `/study?facts=${encodeURIComponent(facts.join(','))}`
