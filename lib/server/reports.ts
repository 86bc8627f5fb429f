import 'server-only'
import * as v from 'valibot'
import type { FlagReason } from '#lib/desk/index.ts'
import { db } from './db.ts'
import { Refusal } from './errors.ts'
import { resolveFlags } from './flags.ts'
import { authorise, type Viewer } from './viewer.ts'

/** Why a shared set is reported to those who run the installation. */
const REPORT_REASONS = ['copied', 'harmful', 'personal', 'other'] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

const NOTE_MAX = 500
/** Shown at once; what is dealt with makes room for more. */
const SHOWN_MAX = 100

const SCHEMA = v.object({
  shareKey: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  reason: v.picklist(REPORT_REASONS),
  note: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(NOTE_MAX),
      v.check((text) => !/\p{Cs}|\0/u.test(text)),
    ),
  ),
})
export type ReportInput = v.InferOutput<typeof SCHEMA>

/** Throws `bad-request`. */
export const parseReport = (sent: unknown): ReportInput => {
  const read = v.safeParse(SCHEMA, sent)
  if (!read.success) throw new Refusal('bad-request')
  return read.output
}

/** Keeps what somebody says of a set that its link shows; the same again is the same. Throws `not-found`. */
export const reportSet = async (viewer: Viewer | null, { shareKey, reason, note }: ReportInput): Promise<object> => {
  const set = await db().questionSet.findFirst({ where: { shareKey, takenDownAt: null }, select: { id: true } })
  if (!set) throw new Refusal('not-found')
  const same = { setId: set.id, userId: viewer?.userId ?? null, reason, note: note?.trim() || null, resolvedAt: null }
  const known = await db().setReport.findFirst({ where: same, select: { id: true } })
  if (known === null) await db().setReport.create({ data: same })
  return {}
}

type Said = { readonly reason: ReportReason; readonly note: string | null }
export type ReportedSet = {
  readonly setId: string
  readonly title: string
  readonly owner: string | null
  readonly shareKey: string | null
  readonly takenDown: boolean
  readonly said: readonly Said[]
}
export type ReportedQuestion = {
  readonly questionId: string
  readonly stem: string
  readonly key: string
  readonly said: readonly { readonly reason: FlagReason; readonly note: string | null }[]
}
export type Reports = { readonly sets: readonly ReportedSet[]; readonly questions: readonly ReportedQuestion[] }

const bySet = async (): Promise<ReportedSet[]> => {
  const sets = await db().questionSet.findMany({
    where: { reports: { some: { resolvedAt: null } } },
    orderBy: { id: 'desc' },
    take: SHOWN_MAX,
    select: {
      ...{ id: true, shareKey: true, takenDownAt: true, owner: { select: { name: true, email: true } } },
      versions: { orderBy: { version: 'desc' }, take: 1, select: { title: true } },
      reports: { where: { resolvedAt: null }, orderBy: { id: 'asc' }, select: { reason: true, note: true } },
    },
  })
  return sets.map(({ id, shareKey, takenDownAt, owner, versions, reports }) => ({
    ...{ setId: id, title: versions[0]?.title ?? '', owner: owner?.name ?? owner?.email ?? null, shareKey },
    takenDown: takenDownAt !== null,
    said: reports.map(({ reason, note }) => ({ reason: reason as ReportReason, note })),
  }))
}

/** Of what nobody owns, those who run the installation hear: it ships with it. */
const byQuestion = async (): Promise<ReportedQuestion[]> => {
  const questions = await db().question.findMany({
    where: { ownerId: null, flags: { some: { resolvedAt: null } } },
    orderBy: { id: 'asc' },
    take: SHOWN_MAX,
    select: {
      id: true,
      versions: { orderBy: { version: 'desc' }, take: 1, select: { stem: true, key: true } },
      flags: { where: { resolvedAt: null }, orderBy: { id: 'asc' }, select: { reason: true, note: true } },
    },
  })
  return questions.map(({ id, versions, flags }) => ({
    ...{ questionId: id, stem: versions[0]?.stem ?? '', key: [versions[0]?.key ?? ''].flat().join('; ') },
    said: flags.map(({ reason, note }) => ({ reason: reason as FlagReason, note })),
  }))
}

/** What was reported and nobody has dealt with; for an operator. */
export const openReports = async (viewer: Viewer): Promise<Reports> => {
  authorise(viewer, 'read', { kind: 'installation' })
  return { sets: await bySet(), questions: await byQuestion() }
}

/** Closes what was said of a set, or of a question that nobody owns; for an operator. Nothing where there is no such report. */
export const closeReports = async (viewer: Viewer, about: 'set' | 'question', id: string): Promise<void> => {
  authorise(viewer, 'change', { kind: 'installation' })
  const now = new Date()
  if (about === 'set')
    await db().setReport.updateMany({ where: { setId: id, resolvedAt: null }, data: { resolvedAt: now } })
  else if ((await db().question.count({ where: { id, ownerId: null } })) > 0) await resolveFlags(db(), id, now)
}
