import { type Millis, MS_PER_DAY } from '#lib/base/index.ts'

/** Of what was assigned for study, how one learner stands. Days are study days. */
type StudyAim = {
  readonly assignmentId: string
  /** Since when it is theirs to study. */
  readonly from: number
  readonly due: number
  /** Shares, 0–1. */
  readonly met: number
  readonly recallOnDay: number
}
type QuizAim = {
  readonly assignmentId: string
  /** When it ends for this learner; null: never. */
  readonly closesAt: Millis | null
  readonly attempts: number
  readonly going: boolean
  readonly passed: boolean | null
  readonly lastAt: Millis | null
}
export type Aims = {
  readonly now: Millis
  readonly today: number
  readonly joinedAt: Millis
  /** Last study day on which they did anything of what is assigned; null: never. */
  readonly lastDay: number | null
  readonly studies: readonly StudyAim[]
  readonly quizzes: readonly QuizAim[]
}

/** Why somebody may need a word, the most urgent first. */
export type Reason =
  | { readonly kind: 'nothing-yet' }
  | { readonly kind: 'quiet'; readonly days: number }
  | { readonly kind: 'missed-quiz' | 'failed-quiz' | 'behind' | 'low-forecast'; readonly assignmentId: string }

/** Nobody is late with what they have had for less. */
const GRACE_DAYS = 2
/** By how much the share that was met may lag the share of the time that is gone. */
const MARGIN = 0.25
/** Below this share a forecast is low, and from this share of the time on it says something. */
const LOW = 0.5
const TELLING_FROM = 0.5
const QUIET_DAYS = 7
/** For how long a word is still worth having. */
const OVERDUE_DAYS = 7
const QUIZ_DAYS = 14

/** Share of the time that is gone, 0–1. */
const elapsed = ({ from, due }: StudyAim, today: number): number =>
  due <= from ? Number(today >= due) : Math.min(1, Math.max(0, (today - from) / (due - from)))

const ofQuiz = ({ now, joinedAt }: Aims, quiz: QuizAim): Reason[] => {
  const { assignmentId, closesAt, attempts, going, passed, lastAt } = quiz
  const recent = (at: Millis) => now - at <= QUIZ_DAYS * MS_PER_DAY
  if (closesAt !== null && closesAt < now && closesAt > joinedAt && attempts === 0 && !going)
    return recent(closesAt) ? [{ kind: 'missed-quiz', assignmentId }] : []
  return passed === false && !going && lastAt !== null && recent(lastAt) ? [{ kind: 'failed-quiz', assignmentId }] : []
}

const ofStudy = ({ today }: Aims, study: StudyAim): Reason[] => {
  const { assignmentId, from, due, met, recallOnDay } = study
  const gone = elapsed(study, today)
  if (today - from < GRACE_DAYS || due < today - OVERDUE_DAYS) return []
  if (gone - met > MARGIN) return [{ kind: 'behind', assignmentId }]
  return gone >= TELLING_FROM && due >= today && recallOnDay < LOW ? [{ kind: 'low-forecast', assignmentId }] : []
}

/** Why a learner may need a word; none: they do not. */
export const reasonsFor = (aims: Aims): Reason[] => {
  const { today, lastDay, studies, quizzes } = aims
  const quizReasons = quizzes.flatMap((quiz) => ofQuiz(aims, quiz))
  const begun = lastDay !== null
  if (!begun && (quizReasons.length > 0 || studies.some((study) => today - study.from >= GRACE_DAYS)))
    return [{ kind: 'nothing-yet' }, ...quizReasons]
  const quiet = begun && today - lastDay >= QUIET_DAYS && studies.some(({ due }) => due >= today)
  const behind = studies.flatMap((study) => ofStudy(aims, study))
  return [
    ...quizReasons,
    ...behind.filter(({ kind }) => kind === 'behind'),
    ...(quiet ? [{ kind: 'quiet' as const, days: today - lastDay }] : []),
    ...behind.filter(({ kind }) => kind !== 'behind'),
  ]
}
