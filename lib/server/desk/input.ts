import 'server-only'
import * as v from 'valibot'
import { COLOURS, REASONS } from '#lib/desk/index.ts'
import { Refusal } from '../errors.ts'

/** Facts judged in one go: a book's worth. */
const JUDGEMENTS_MAX = 5_000
const TEXT_MAX = 10_000
const TEXTS_MAX = 50
const FORMS = ['choice', 'cloze', 'typed', 'true-false', 'number', 'order', 'match'] as const

const COUNTS = ['accents', 'articles'] as const

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const text = v.pipe(
  v.string(),
  v.maxLength(TEXT_MAX),
  // Half of a surrogate pair is no character, and no database would give it back.
  v.check((value) => !/\p{Cs}|\0/u.test(value)),
)
const texts = v.pipe(v.array(text), v.maxLength(TEXTS_MAX))
const offset = v.pipe(v.number(), v.integer(), v.minValue(0))
const wording = { stem: text, answers: texts, wrong: texts }
const judgement = v.object({
  factId: id,
  verdict: v.nullable(v.picklist(['accepted', 'rejected'])),
  reason: v.nullable(v.picklist(REASONS)),
})

const PARTS_MAX = 100
const LEFT_OUT_MAX = 20_000
const TAG_MAX = 40
const tag = v.pipe(text, v.trim(), v.minLength(1), v.maxLength(TAG_MAX))

const ROWS_SENT_MAX = 6_000
/** SHA-256 of a picture or a sound. */
const media = v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))))
const row = v.object({ factId: v.nullable(id), front: text, back: text, image: media, sound: media })
/** BCP 47, as far as it is needed. */
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))

/** How a set looks and asks: nothing chosen where it is not said. */
const look = {
  colour: v.optional(v.nullable(v.picklist(COLOURS))),
  counts: v.optional(v.pipe(v.array(v.picklist(COUNTS)), v.maxLength(COUNTS.length))),
  order: v.optional(v.picklist(['text', 'mixed'])),
}
const forms = v.nullable(v.pipe(v.array(v.picklist(FORMS)), v.minLength(1)))
const part = v.object({ setId: id, sections: v.nullable(texts) })

const SCHEMAS = {
  judge: v.object({ setId: id, judgements: v.pipe(v.array(judgement), v.minLength(1), v.maxLength(JUDGEMENTS_MAX)) }),
  ask: v.object({ setId: id, questionId: id, asked: v.nullable(v.boolean()) }),
  closeFlags: v.object({ setId: id, questionId: id }),
  word: v.object({ setId: id, questionId: id, version: offset, ...wording }),
  reword: v.object({ setId: id, factId: id, version: offset, statement: text }),
  addQuestion: v.object({ setId: id, factId: id, ...wording }),
  addFact: v.object({ setId: id, start: offset, end: offset, ...wording }),
  list: v.object({
    ...{ setId: v.nullable(id), version: offset, title: text, language },
    directions: v.pipe(v.array(v.picklist(['forward', 'backward'])), v.minLength(1), v.maxLength(2)),
    rows: v.pipe(v.array(row), v.maxLength(ROWS_SENT_MAX)),
    open: v.picklist(['private', 'link']),
    ...look,
  }),
  publish: v.object({
    setId: id,
    title: text,
    onlyAccepted: v.boolean(),
    forms,
    excerpts: v.boolean(),
    open: v.picklist(['private', 'link', 'public']),
    ...look,
  }),
  compose: v.object({
    ...{ setId: v.nullable(id), version: offset, title: text, parts: v.pipe(v.array(part), v.maxLength(PARTS_MAX)) },
    tags: v.pipe(v.array(tag), v.maxLength(PARTS_MAX)),
    /** Ids of facts and questions. */
    leftOut: v.pipe(v.array(id), v.maxLength(LEFT_OUT_MAX)),
    /** Ids of parts that are to be taken as they are now. */
    takeOver: v.pipe(v.array(id), v.maxLength(PARTS_MAX)),
    forms,
    excerpts: v.boolean(),
    open: v.picklist(['private', 'link', 'public']),
    ...look,
  }),
  rewordCopied: v.object({ setId: id, factId: id, statement: text }),
  wordCopied: v.object({ setId: id, questionId: id, ...wording }),
  tag: v.object({ factIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(JUDGEMENTS_MAX)), tag, on: v.boolean() }),
} as const

type Schemas = typeof SCHEMAS
export type DeskInput<K extends keyof Schemas> = v.InferOutput<Schemas[K]>

/** What an action of the desk was sent, which any script may have called with anything. Throws `bad-request`. */
export const deskInput = <K extends keyof Schemas>(kind: K, sent: unknown): DeskInput<K> => {
  const read = v.safeParse(SCHEMAS[kind], sent)
  if (!read.success) throw new Refusal('bad-request')
  return read.output as DeskInput<K>
}
