import 'server-only'
import {
  askedUntil,
  type Given,
  itemsOf,
  type LivePhase,
  mendedQuestion,
  type QuizItem,
  type Told,
} from '#lib/quiz/index.ts'
import { db } from '../../db.ts'
import type { Viewer } from '../../viewer.ts'
import { givenIn } from '../closing.ts'
import type { Quiz } from '../quiz.ts'
import { toldOf } from '../told.ts'
import { mendsOf, newestVersion, type QuizVersion, versionOf } from '../versions.ts'
import {
  answeredAt,
  byPlace,
  type LiveResults,
  linesAt,
  presentIn,
  resultsOf,
  type WrongAnswer,
  wrongOf,
} from './results.ts'
import { askedRound, joinRound, openRound, ownPart, type Round, roundOf } from './round.ts'

/** What only those see who teach. */
export type LiveTeaching = {
  /** By which others come into the class; null while nobody can. */
  readonly joinCode: string | null
  /** Whether it is for some of the class only. */
  readonly forSome: boolean
  /** How many came in, and how many of them have answered what is asked. */
  readonly present: number
  readonly answered: number
  /** Once it is shown; empty where nothing was typed. */
  readonly wrong: readonly WrongAnswer[]
  /** Once it is over: every question with how many answered it and had it right. */
  readonly overview: readonly { readonly stem: string; readonly answered: number; readonly right: number }[]
}

/** Where a live round is, as one viewer may see it. Instants in milliseconds. */
export type LiveState = {
  readonly assignmentId: string
  readonly classId: string
  readonly className: string
  readonly title: string
  readonly language: string
  /** False before somebody who teaches has opened it: nobody is in it yet. */
  readonly open: boolean
  readonly phase: LivePhase
  readonly place: number
  readonly questions: number
  /** When the question that is asked ends; null: when its answer is shown. */
  readonly until: number | null
  readonly serverNow: number
  /** What is asked, or was at the place that is shown: nothing in it says what is right. */
  readonly item: QuizItem | null
  /** The viewer's own answer to it; how much of it is right, 0–1, only once that is shown. */
  readonly own: { readonly given: Given; readonly share: number | null } | null
  /** Once it is shown. */
  readonly told: Told | null
  readonly results: LiveResults | null
  /** Once it is over: what the viewer's own answers came to. */
  readonly score: { readonly attemptId: string; readonly points: number; readonly outOf: number } | null
  readonly teaching: LiveTeaching | null
}

/** Names for one thing that this question's answer has no part in may be what a later one asks for. */
const trimmed = (told: Told): Told => {
  const [question] = told.pack.questions
  const answers = [question?.key ?? [], question?.accepted ?? []].flat().map((text) => text.toLowerCase())
  const aliases = told.pack.aliases.filter((names) =>
    names.some((name) => answers.some((answer) => answer.includes(name.toLowerCase()))),
  )
  return { ...told, pack: { ...told.pack, aliases } }
}

/** What the place of a round shows to everybody. */
const readShown = async (assignmentId: string, { order, phase, place }: Round, { bank }: QuizVersion) => {
  const asks = phase === 'asking' || phase === 'shown'
  const at = order[place] ?? -1
  const question = asks ? bank.questions[at] : undefined
  // One seed for all, so that phones and the big screen name the options by the same letters.
  const [alone] = question ? itemsOf(bank, [at], assignmentId) : []
  const item = alone ? { ...alone, place } : null
  if (!question || !item || phase !== 'shown') return { item, told: null, results: null, wrong: [] }
  const mends = await mendsOf(db(), assignmentId)
  const told = toldOf(bank, order, mends, place)
  const lines = await linesAt(assignmentId, place)
  const results = resultsOf(lines, item, mendedQuestion(question, mends))
  const wrong = results.options.length > 0 ? [] : wrongOf(lines)
  return { item, told: told && trimmed(told), results, wrong }
}

/** A whole class looks at once when something is shown: what is the same for all is read once, and again for who comes later. */
const SAME_FOR_MS = 1_000
const KEPT = 64
type Shown = { readonly at: number; readonly what: ReturnType<typeof readShown> }
const known = globalThis as { footnoteLiveShown?: Map<string, Shown> }

const shownAt = (assignmentId: string, round: Round, version: QuizVersion): ReturnType<typeof readShown> => {
  if (round.phase !== 'shown') return readShown(assignmentId, round, version)
  known.footnoteLiveShown ??= new Map()
  const kept = known.footnoteLiveShown
  const key = `${assignmentId} ${round.place} ${round.since}`
  const found = kept.get(key)
  if (found && performance.now() - found.at < SAME_FOR_MS) return found.what
  const what = readShown(assignmentId, round, version)
  kept.delete(key)
  kept.set(key, { at: performance.now(), what })
  // What could not be read is not kept for others.
  what.catch(() => kept.delete(key))
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
  }
  return what
}

const teachingOf = async (
  assignmentId: string,
  joining: { readonly joinCode: string | null; readonly forSome: boolean },
  { order, phase, place }: Round,
  { bank }: QuizVersion,
  wrong: readonly WrongAnswer[],
): Promise<LiveTeaching> => {
  const counts = phase === 'over' ? await byPlace(assignmentId) : null
  return {
    ...{ ...joining, present: await presentIn(assignmentId) },
    answered: phase === 'asking' ? await answeredAt(assignmentId, place) : 0,
    wrong,
    overview: counts
      ? order.map((at, nth) => ({
          stem: bank.questions[at]?.stem ?? '',
          ...(counts.get(nth) ?? { answered: 0, right: 0 }),
        }))
      : [],
  }
}

/** A learner's own part of it; they come in by looking. */
const partOf = async (quiz: Quiz, userId: string, { phase, place }: Round, now: number) => {
  const { assignmentId } = quiz
  const known = await ownPart(userId, assignmentId)
  if (!known && phase !== 'over') {
    await joinRound(quiz, userId, now)
    return { own: null, score: null }
  }
  if (!known) return { own: null, score: null }
  const { id: attemptId, points, outOf } = known
  const score = phase === 'over' && points !== null && outOf ? { attemptId, points, outOf } : null
  if (phase !== 'asking' && phase !== 'shown') return { own: null, score }
  const where = { attemptId_place_late: { attemptId, place, late: false } }
  const answer = await db().quizAnswer.findUnique({ where, select: { given: true, share: true } })
  if (!answer) return { own: null, score }
  return { own: { given: givenIn(answer.given), share: phase === 'shown' ? answer.share : null }, score }
}

const NOT_YET = { order: [], phase: 'waiting', place: 0, since: 0 } as const

/**
 * Where a round is. A learner comes in by looking, once somebody who teaches has opened it, which they do by looking. To
 * learners nothing of it says what is right before that is shown to the class, nor what will be asked. Throws `not-found`.
 */
export const liveState = async (viewer: Viewer, assignmentId: string, now = Date.now()): Promise<LiveState> => {
  const quiz = await askedRound(db(), viewer, assignmentId)
  const teaches = quiz.role !== 'learner'
  if (teaches && !(await roundOf(db(), assignmentId))) await openRound(quiz)
  const opened = await roundOf(db(), assignmentId)
  const round = opened ?? { ...NOT_YET, versionId: '' }
  const waits = round.phase === 'waiting'
  const version = await (waits ? newestVersion(db(), assignmentId) : versionOf(db(), round.versionId))
  const { bank, rules } = version
  const { title: className, joinCode } = await db().class.findUniqueOrThrow({
    where: { id: quiz.classId },
    select: { title: true, joinCode: true },
  })
  const { item, told, results, wrong } = await shownAt(assignmentId, round, version)
  // By a code one comes into the class, and not among those whom a round is for.
  const forSome = quiz.toIds !== null
  const joining = { joinCode: forSome ? null : joinCode, forSome }
  const part = teaches || !opened ? { own: null, score: null } : await partOf(quiz, viewer.userId, round, now)
  return {
    ...{ assignmentId, classId: quiz.classId, className, title: quiz.title ?? bank.title, language: bank.language },
    ...{ open: opened !== null, phase: round.phase, place: round.place },
    questions: waits ? Math.min(bank.questions.length, rules.draw ?? Number.POSITIVE_INFINITY) : round.order.length,
    ...{ until: round.phase === 'asking' ? askedUntil(round.since, rules) : null, serverNow: now },
    ...{ item, told, results, ...part },
    teaching: teaches ? await teachingOf(assignmentId, joining, round, version, wrong) : null,
  }
}
