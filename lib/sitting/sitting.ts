import { type AttemptEntry, clipGiven, type ReviewEntry } from '#lib/log/index.ts'
import {
  type AnswerMarking,
  findQuestion,
  modeOf,
  type Pack,
  type PackQuestion,
  ratingsFor,
} from '#lib/session/index.ts'
import type { TestItem, TestOptions } from './draw.ts'

export type Given = {
  readonly given: string | string[]
  readonly at: number
  /** Milliseconds with the question on screen, all visits together. */
  readonly durationMs: number
  /** What was right has been shown: the answer stands. */
  readonly told: boolean
}

/** A test under way, as the device keeps it. Its clock stands still while nobody looks at it. */
export type Sitting = {
  readonly v: 1
  readonly attemptId: string
  /** Of the entry that says it was handed in. */
  readonly entryId: string
  readonly title: string
  readonly setIds: readonly string[]
  readonly startedAt: number
  readonly limitMs: number | null
  readonly feedback: TestOptions['feedback']
  readonly items: readonly TestItem[]
  /** The question on screen. */
  readonly at: number
  /** By the question's place. */
  readonly given: Readonly<Record<number, Given>>
  readonly flagged: readonly number[]
  readonly elapsedMs: number
}

export type SittingAction =
  | { type: 'go'; to: number }
  | { type: 'flag' }
  /** What is typed may be given a moment later, when another question is on screen. `spentMs`: with its own there, this time. An empty answer takes back what was given. */
  | { type: 'give'; place: number; given: string | string[]; at: number; spentMs: number; told: boolean }
  | { type: 'pass'; ms: number }

const isEmpty = (given: string | string[]): boolean => given.length === 0 || given === ''

const give = (sitting: Sitting, action: Extract<SittingAction, { type: 'give' }>): Sitting => {
  const { place, given, at, spentMs, told } = action
  const before = sitting.given[place]
  if (before?.told) return sitting
  const { [place]: _, ...others } = sitting.given
  if (isEmpty(given) && !told) return { ...sitting, given: others }
  const durationMs = (before?.durationMs ?? 0) + Math.max(0, spentMs)
  return { ...sitting, given: { ...others, [place]: { given, at, durationMs, told } } }
}

export const sittingAfter = (sitting: Sitting, action: SittingAction): Sitting => {
  switch (action.type) {
    case 'go':
      return { ...sitting, at: Math.max(0, Math.min(sitting.items.length - 1, action.to)) }
    case 'flag': {
      const { at, flagged } = sitting
      return { ...sitting, flagged: flagged.includes(at) ? flagged.filter((one) => one !== at) : [...flagged, at] }
    }
    case 'give':
      return give(sitting, action)
    case 'pass':
      return { ...sitting, elapsedMs: sitting.elapsedMs + Math.max(0, action.ms) }
  }
}

/** Milliseconds that are left; null: as long as it takes. */
export const timeLeft = ({ limitMs, elapsedMs }: Sitting): number | null =>
  limitMs === null ? null : Math.max(0, limitMs - elapsedMs)

type Mark = (question: PackQuestion, pack: Pack, given: string | string[]) => AnswerMarking
type Draft<T> = Omit<T, 'v' | 'deviceId' | 'seq' | 'tzOffsetMin'>

/** What is appended to the log when a test is handed in: the test, and each answer that was given. */
export const handedIn = (
  sitting: Sitting,
  packs: readonly Pack[],
  mark: Mark,
  now: number,
): (Draft<AttemptEntry> | Draft<ReviewEntry>)[] => {
  const unanswered: string[] = []
  const reviews = sitting.items.flatMap((item, place): Draft<ReviewEntry>[] => {
    const pack = packs.find(({ setId }) => setId === item.setId)
    const question = pack ? findQuestion(pack, item.questionId) : null
    const answer = sitting.given[place]
    if (!answer || !pack || !question) {
      unanswered.push(item.questionId)
      return []
    }
    const marking = mark(question, pack, answer.given)
    const { direction, questionId, form } = item
    const versionOf = (factId: string) => pack.facts.find(({ id }) => id === factId)?.version ?? 1
    return [
      {
        ...{ id: item.entryId, kind: 'review', at: answer.at },
        grades: ratingsFor(item, marking, 0).map(({ factId, rating }) => ({
          ...{ factId, factVersion: versionOf(factId), direction, rating },
        })),
        ...{ questionId, questionVersion: question.version, form, given: clipGiven(answer.given) },
        mode: modeOf(form, false, false),
        ...{ auto: marking.verdict, overridden: false, hints: 0 },
        durationMs: Math.min(86_400_000, Math.round(answer.durationMs)),
        ...{ context: 'mock', attemptId: sitting.attemptId },
      },
    ]
  })
  const { attemptId, title, setIds, startedAt } = sitting
  const said = { attemptId, title, setIds: [...setIds], startedAt, finishedAt: Math.max(startedAt, now), unanswered }
  return [...reviews, { id: sitting.entryId, kind: 'attempt', at: now, ...said }]
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A test as it was kept; null where that is none of this version, or lost its questions. */
export const sittingIn = (kept: unknown): Sitting | null =>
  isRecord(kept) && kept.v === 1 && Array.isArray(kept.items) && kept.items.length > 0 && isRecord(kept.given)
    ? (kept as Sitting)
    : null
