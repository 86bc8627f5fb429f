import 'server-only'
import * as v from 'valibot'
import { ROSTER_MAX } from '#lib/lists/index.ts'
import { Refusal } from '../errors.ts'
import { id } from './input.ts'

const CELL_MAX = 1_000
const TEXT_MAX = 2_000

/** As it was read from a file; what is wrong with it is told line by line. */
const cell = v.pipe(v.string(), v.maxLength(CELL_MAX))
const row = v.object({ name: cell, email: v.nullable(cell) })
const ids = v.pipe(v.array(id), v.minLength(1), v.maxLength(ROSTER_MAX))

/** On several lines, without what cannot be seen. */
const text = v.pipe(
  v.string(),
  v.maxLength(TEXT_MAX * 4),
  v.transform((given) => given.replace(/\r\n?/g, '\n')),
  v.check((given) => !/\p{Cs}|(?!\n|\t)\p{Cc}/u.test(given)),
  v.trim(),
  v.minLength(1),
  v.maxLength(TEXT_MAX),
)

const SHAPES = {
  roster: v.object({ classId: id, rows: v.pipe(v.array(row), v.minLength(1), v.maxLength(ROSTER_MAX)) }),
  slips: v.object({ classId: id, userIds: ids }),
  notice: v.object({
    classId: id,
    text,
    /** For these learners alone; null: the whole class. */
    toIds: v.nullable(ids),
    /** What it is about; null: nothing that was assigned. */
    assignmentId: v.nullable(id),
    mail: v.boolean(),
  }),
  remind: v.object({ assignmentId: id }),
  one: v.object({ noticeId: id }),
  letters: v.object({ classId: id, on: v.boolean() }),
  read: v.object({ classId: id, noticeId: id }),
} as const

export type PeopleInput<K extends keyof typeof SHAPES> = v.InferOutput<(typeof SHAPES)[K]>

/** What an action was sent, looked at. Throws `bad-request`. */
export const peopleInput = <K extends keyof typeof SHAPES>(kind: K, sent: unknown): PeopleInput<K> => {
  const read = v.safeParse(SHAPES[kind], sent)
  if (!read.success) throw new Refusal('bad-request')
  return read.output as PeopleInput<K>
}
