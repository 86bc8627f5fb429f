import 'server-only'
import * as v from 'valibot'
import { Refusal } from '../errors.ts'
import { t } from '../words.ts'

const TITLE_MAX = 120
const NOTE_MAX = 120
const NAME_MAX = 80

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const line = (max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(max * 4),
    v.check((text) => !/\p{Cs}|\p{Cc}/u.test(text)),
    v.trim(),
    v.maxLength(max),
  )
const title = v.pipe(line(TITLE_MAX), v.minLength(1))
const note = v.nullable(line(NOTE_MAX))
const code = v.pipe(v.string(), v.maxLength(40))

const date = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((value) => new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) ?? false),
)
const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
/** Milliseconds since the epoch, until the year 2100; null: none. */
const instant = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4_102_444_800_000)))
const CLASSES_MAX = 50
const SECTIONS_MAX = 200
const LEARNERS_MAX = 2_000
const FACTS_MAX = 500
const learners = v.pipe(v.array(id), v.minLength(1), v.maxLength(LEARNERS_MAX))

const SHAPES = {
  make: v.object({ title, note }),
  change: v.object({
    classId: id,
    title: v.optional(title),
    note: v.optional(note),
    /** Whether it can be joined; turning it on again makes another code. */
    open: v.optional(v.boolean()),
    guests: v.optional(v.boolean()),
    archived: v.optional(v.boolean()),
  }),
  one: v.object({ classId: id }),
  member: v.object({ classId: id, userId: id }),
  role: v.object({ classId: id, userId: id, role: v.picklist(['instructor', 'assistant', 'learner']) }),
  assign: v.object({
    classIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(CLASSES_MAX)),
    setId: id,
    /** Headings; null: all of it. */
    sections: v.nullable(v.pipe(v.array(line(400)), v.minLength(1), v.maxLength(SECTIONS_MAX))),
    date,
    time,
    /** Learners whom it is for; null or absent: all. */
    toIds: v.optional(v.nullable(learners)),
    /** When learners see it, in milliseconds; null or absent: at once. */
    opensAt: v.optional(instant),
    draft: v.optional(v.boolean()),
  }),
  restudy: v.object({ assignmentId: id, date, time, opensAt: instant, draft: v.boolean() }),
  /** The weakest facts of something assigned, as a set of their own until a day. */
  facts: v.object({
    ...{ assignmentId: id, title: v.pipe(line(TITLE_MAX), v.minLength(1)), date, time },
    factIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(FACTS_MAX)),
    /** Learners whom it is for; null or absent: those whom the facts were for. */
    toIds: v.optional(v.nullable(learners)),
  }),
  assigned: v.object({ assignmentId: id }),
  join: v.object({ code, name: v.optional(line(NAME_MAX)) }),
} as const

export type ClassInput<K extends keyof typeof SHAPES> = v.InferOutput<(typeof SHAPES)[K]>

/** What an action was sent, looked at. Throws `bad-request`. */
export const classInput = <K extends keyof typeof SHAPES>(kind: K, sent: unknown): ClassInput<K> => {
  const read = v.safeParse(SHAPES[kind], sent)
  if (!read.success) throw new Refusal('bad-request')
  return read.output as ClassInput<K>
}

const DAY_MS = 86_400_000
/** Nobody plans for longer, and a year that was mistyped would have every phone reckon through centuries. */
const DAYS_MAX = 1_830

/**
 * What is to be studied until a day, looked at: of a draft that day may be any. Throws `cannot-use` for one that has passed
 * everywhere, or is years away.
 */
export const untilADay = <T extends { readonly date: string; readonly draft?: boolean | undefined }>(
  input: T,
  now = Date.now(),
): T => {
  const at = Date.parse(`${input.date}T00:00:00Z`)
  if (input.draft !== true && at < now - 2 * DAY_MS) throw new Refusal('cannot-use', t('classes.assignDayNeeded'))
  if (at > now + DAYS_MAX * DAY_MS) throw new Refusal('cannot-use', t('classes.assignDayFar'))
  return input
}
