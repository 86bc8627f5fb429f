import 'server-only'
import * as v from 'valibot'
import { FLAG_REASONS, type FlagReason } from '#lib/desk/index.ts'
import { db, type Tx, transaction } from './db.ts'
import { Refusal } from './errors.ts'
import { authorise, type Viewer } from './viewer.ts'

const NOTE_MAX = 500

const SCHEMA = v.object({
  questionId: v.pipe(v.string(), v.maxLength(100)),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  reason: v.picklist(FLAG_REASONS),
  note: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(NOTE_MAX),
      v.check((text) => !/\p{Cs}|\0/u.test(text)),
    ),
  ),
})
export type FlagInput = v.InferOutput<typeof SCHEMA>

/** Throws `bad-request`. */
export const parseFlag = (sent: unknown): FlagInput => {
  const read = v.safeParse(SCHEMA, sent)
  if (!read.success) throw new Refusal('bad-request')
  return read.output
}

/** Whether a question stands in a set that its reader may study, or did. */
const isReadable = async (tx: Tx, userId: string, { questionId, version }: FlagInput): Promise<boolean> => {
  const open = {
    OR: [
      { ownerId: null },
      { ownerId: userId },
      { visibility: 'public' as const },
      { enrolments: { some: { userId } } },
    ],
  }
  const shown = await tx.setQuestion.findFirst({
    where: { questionId, questionVersion: version, setVersion: { set: open } },
    select: { questionId: true },
  })
  return shown !== null
}

/** Keeps a report; the same one again is the same. Throws `not-found` where the viewer cannot have been asked the question. */
export const flag = async (viewer: Viewer, input: FlagInput): Promise<object> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  const { userId } = viewer
  const { questionId, version: questionVersion, reason } = input
  const note = input.note?.trim() || null
  return transaction(async (tx) => {
    if (!(await isReadable(tx, userId, input))) throw new Refusal('not-found')
    const same = { userId, questionId, questionVersion, reason, note, resolvedAt: null }
    const known = await tx.flag.findFirst({ where: same, select: { id: true } })
    if (known === null) await tx.flag.create({ data: same })
    return {}
  })
}

type OpenFlag = { readonly reason: FlagReason; readonly note: string | null }

/** Reports on questions about facts of a text, by question, the oldest first. */
export const openFlags = async (documentVersionId: string, tx: Tx = db()): Promise<Map<string, OpenFlag[]>> => {
  const rows = await tx.flag.findMany({
    where: { resolvedAt: null, question: { versions: { some: { facts: { some: { fact: { documentVersionId } } } } } } },
    orderBy: { id: 'asc' },
    select: { questionId: true, reason: true, note: true },
  })
  const byQuestion = new Map<string, OpenFlag[]>()
  for (const { questionId, reason, note } of rows)
    byQuestion.set(questionId, [...(byQuestion.get(questionId) ?? []), { reason: reason as FlagReason, note }])
  return byQuestion
}

/** Closes the reports on a question: it was mended, or nothing was wrong with it. */
export const resolveFlags = async (tx: Tx, questionId: string, now: Date): Promise<void> => {
  await tx.flag.updateMany({ where: { questionId, resolvedAt: null }, data: { resolvedAt: now } })
}
