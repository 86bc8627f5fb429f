import 'server-only'
import * as v from 'valibot'
import { Refusal } from '../errors.ts'

const TITLE_MAX = 120
const TEXT_MAX = 2_048
const QUESTIONS_MAX = 500
const PARTS_MAX = 50
const ANSWERS_MAX = 500
const CLASSES_MAX = 50
const LEARNERS_MAX = 2_000
/** Until the year 2100. */
const INSTANT_MAX = 4_102_444_800_000

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
const instant = v.nullable(whole(0, INSTANT_MAX))
const text = v.pipe(
  v.string(),
  v.maxLength(TEXT_MAX),
  v.check((value) => !/\p{Cs}|\0/u.test(value)),
)
const given = v.union([text, v.pipe(v.array(text), v.maxLength(PARTS_MAX))])
const title = v.nullable(
  v.pipe(
    v.string(),
    v.maxLength(TITLE_MAX),
    v.check((value) => !/\p{Cs}|\p{Cc}/u.test(value)),
    v.trim(),
    v.minLength(1),
  ),
)

const rules = v.object({
  limitMinutes: v.nullable(whole(1, 1_440)),
  attempts: v.nullable(whole(1, 100)),
  counts: v.picklist(['best', 'last', 'mean']),
  pass: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  shuffle: v.boolean(),
  draw: v.nullable(whole(1, QUESTIONS_MAX)),
  feedback: v.picklist(['each', 'after', 'closed']),
  graceSeconds: whole(0, 604_800),
  limitSeconds: v.exactOptional(whole(5, 600)),
  speed: v.exactOptional(v.boolean()),
})

const questionIds = v.pipe(v.array(id), v.minLength(1), v.maxLength(QUESTIONS_MAX))
const toIds = v.optional(v.nullable(v.pipe(v.array(id), v.minLength(1), v.maxLength(LEARNERS_MAX))))
const dates = { opensAt: instant, closesAt: instant }

const SHAPES = {
  choice: v.object({ classId: id, setId: id }),
  assign: v.object({
    kind: v.picklist(['quiz', 'live']),
    /** Each class with its own dates; null: at once, and for good. */
    classes: v.pipe(v.array(v.object({ classId: id, ...dates })), v.minLength(1), v.maxLength(CLASSES_MAX)),
    setId: id,
    title,
    questionIds,
    rules,
    draft: v.boolean(),
    hides: v.boolean(),
    /** Learners whom it is for, of one class; null or absent: all. */
    toIds,
  }),
  edit: v.object({
    ...{ assignmentId: id, title, ...dates, draft: v.boolean(), hides: v.boolean(), rules },
    /** Null: the same questions. */
    questionIds: v.nullable(questionIds),
  }),
  extend: v.object({
    ...{ assignmentId: id, userId: id, closesAt: instant },
    ...{ extraMinutes: whole(0, 1_440), extraAttempts: whole(0, 100) },
  }),
  decide: v.object({ attemptId: id, place: whole(0, QUESTIONS_MAX), accept: v.boolean() }),
  mend: v.object({
    ...{ assignmentId: id, questionId: id, kind: v.picklist(['key', 'accept', 'drop', 'full']) },
    answer: v.nullable(given),
  }),
  live: v.union([
    v.object({ step: v.picklist(['start', 'show', 'next', 'end']), place: whole(0, QUESTIONS_MAX) }),
    v.object({ place: whole(0, QUESTIONS_MAX), given }),
  ]),
  liveFrom: v.object({
    classId: id,
    setId: id,
    /** Null: some that those who are asked know least. */
    factIds: v.nullable(v.pipe(v.array(id), v.minLength(1), v.maxLength(QUESTIONS_MAX))),
    toIds,
  }),
  unmend: v.object({ mendId: id }),
  save: v.object({
    answers: v.pipe(
      v.array(
        v.object({
          ...{ place: whole(0, QUESTIONS_MAX), given, seq: whole(1, 1_000_000_000) },
          /** Milliseconds since the start, and spent on it. */
          ...{ elapsedMs: v.pipe(v.number(), v.finite()), spentMs: v.pipe(v.number(), v.minValue(0), v.finite()) },
          /** Whether the device has counted them without a break since the server last told it the time. */
          counted: v.boolean(),
          /** Wants to be told at once; it cannot be changed any more then. */
          tell: v.optional(v.boolean()),
        }),
      ),
      v.maxLength(ANSWERS_MAX),
    ),
    handIn: v.boolean(),
  }),
} as const

export type QuizInput<K extends keyof typeof SHAPES> = v.InferOutput<(typeof SHAPES)[K]>

/** What an action or a route was sent, looked at. Throws `bad-request`. */
export const quizInput = <K extends keyof typeof SHAPES>(kind: K, sent: unknown): QuizInput<K> => {
  const read = v.safeParse(SHAPES[kind], sent)
  if (!read.success) throw new Refusal('bad-request')
  return read.output as QuizInput<K>
}
