import type { Pack } from '#lib/session/index.ts'
import type { QuizItem } from './ask.ts'
import type { Given } from './marking.ts'
import type { QuizRules } from './rules.ts'
import type { Score } from './score.ts'

// What goes between a phone and the server about a quiz. Instants are milliseconds since the epoch, by the server's clock.

/** An attempt under way, as a phone keeps it: nothing in it says what is right. */
export type Running = {
  readonly attemptId: string
  readonly assignmentId: string
  readonly title: string
  readonly language: string
  /** From 1 up; 0 for a preview. */
  readonly number: number
  readonly items: readonly QuizItem[]
  /** By place what the server has already, up to which change. */
  readonly given: Readonly<Record<number, { readonly given: Given; readonly seq: number; readonly told: Told | null }>>
  readonly feedback: QuizRules['feedback']
  readonly startedAt: number
  /** Null: whenever it is handed in. */
  readonly endsAt: number | null
  readonly graceMs: number
  readonly serverNow: number
}

/** What is right at one place of an attempt, with what it cites: a pack of that question alone, and of no other sentence. */
export type Told = {
  readonly place: number
  readonly questionId: string
  readonly pack: Pack
  /** It was put right since, and so counts for nobody, or fully for everyone. */
  readonly count: 'normal' | 'drop' | 'full'
}

/** Where one change of an answer is now: in the server's hands, and whether it counts. */
export type Received = { readonly place: number; readonly seq: number; readonly standing: string }

export type Saved = {
  /** All that the server has of the attempt. */
  readonly received: readonly Received[]
  /** What was right, where it is told after each answer. */
  readonly told: readonly Told[]
  readonly handedInAt: number | null
  readonly endsAt: number | null
  readonly serverNow: number
}

/** One attempt in its learner's list; what it came to only once that may be told. */
export type AttemptLine = {
  readonly attemptId: string
  readonly number: number
  readonly startedAt: number
  readonly handedInAt: number | null
  /** When it ends, or ended; null: whenever it is handed in. */
  readonly endsAt: number | null
  readonly undecided: number
  readonly score: Score | null
}

/** A quiz before it is begun, and after. */
export type QuizFace = {
  readonly assignmentId: string
  readonly kind: 'quiz' | 'live'
  readonly classId: string
  readonly className: string
  readonly title: string
  readonly language: string
  readonly teachers: readonly string[]
  readonly rules: Omit<QuizRules, 'shuffle' | 'draw' | 'graceSeconds'>
  readonly questions: number
  readonly extraMinutes: number
  readonly attemptsMax: number | null
  readonly opensAt: number | null
  readonly closesAt: number | null
  readonly may: 'yes' | 'not-yet' | 'closed' | 'used-up'
  readonly underWay: boolean
  readonly isPreview: boolean
  readonly attempts: readonly AttemptLine[]
  /** 0–1; null: none yet, or not to be told yet. */
  readonly grade: number | null
  /** When it may be talked about, where that is a day and not an act; null: that is so. */
  readonly toldAt: number | null
  readonly serverNow: number
}

/** One place of an attempt that was handed in. */
export type ReviewedItem = {
  readonly place: number
  readonly given: Given | null
  /** `counts`, `late`, `unsure`, `accepted` or `refused`; null: there is no answer. */
  readonly standing: string | null
  /** 0–1. */
  readonly share: number
  readonly told: Told
}

/** What became of an attempt; `items` null until it may be told. */
export type Review = {
  readonly attemptId: string
  readonly assignmentId: string
  readonly title: string
  readonly language: string
  readonly handedInAt: number | null
  readonly toldAt: number | null
  readonly pass: number | null
  readonly score: Score | null
  readonly items: readonly ReviewedItem[] | null
}
