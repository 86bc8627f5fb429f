import 'server-only'
import * as v from 'valibot'
import type { DeskFact } from '#lib/desk/index.ts'
import type { GeneratedFact } from '#lib/questions/index.ts'
import type { Draft } from '../content/draft.ts'
import { knownOf } from '../content/known.ts'
import { planSet, type SetPlan } from '../content/plan.ts'
import { insertContent } from '../content/publish.ts'
import { db, type Tx, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { engineVersion } from '../generator/engine-version.ts'
import { draftInThread } from '../generator/run.ts'
import { newId, sha256 } from '../ids.ts'
import { invalidate } from '../invalidate.ts'
import { jsonList } from '../json-rows.ts'
import { importHashOf } from '../make-set.ts'
import { requireRoom } from '../room.ts'
import type { Viewer } from '../viewer.ts'
import { t } from '../words.ts'
import type { DeskInput } from './input.ts'
import { ownSet } from './own-set.ts'
import { publishIn } from './publish.ts'
import { type Desk, deskOf } from './read.ts'

/** What becomes of a fact when its text is read again. */
export type Outcome = 'unchanged' | 'moved' | 'reworded' | 'answer-changed' | 'gone' | 'new'
/** A fact that is not what it was: what was stated, and what is now. */
export type Change = { readonly outcome: Outcome; readonly before: string | null; readonly after: string | null }
export type AgainPlan = {
  /** Names what was compared, so that nothing else is applied. */
  readonly digest: string
  readonly counts: Readonly<Record<Outcome, number>>
  /** All but those unchanged and moved. */
  readonly changes: readonly Change[]
}

const SCHEMA = v.object({
  setId: v.pipe(v.string(), v.maxLength(100)),
  text: v.string(),
  format: v.picklist(['text', 'markdown', 'html']),
  digest: v.optional(v.pipe(v.string(), v.maxLength(100))),
})
export type AgainInput = v.InferOutput<typeof SCHEMA>

/** `{setId, text, format, digest?}` from a request. Throws `bad-request`. */
export const parseAgain = (sent: unknown): AgainInput => {
  const read = v.safeParse(SCHEMA, sent)
  if (!read.success) throw new Refusal('bad-request')
  return { ...read.output, text: Buffer.from(read.output.text).toString() }
}

const TOLD_MAX = 2_000
const BY_HAND = 'by-hand'

/** Facts that a person found, where their sentence still stands: the generator does not find them by itself. */
const foundByHand = ({ facts }: Desk, { text }: Draft): GeneratedFact[] =>
  facts.flatMap(({ id, kind, statement, quote: exact }) => {
    const start = kind === BY_HAND ? text.indexOf(exact) : -1
    if (start < 0) return []
    return [
      { id: `${BY_HAND} ${id}`, kind, statement, quote: { start, end: start + exact.length, exact }, confidence: 1 },
    ]
  })

/**
 * The plan with the questions that a person wrote, or that were written from a person's wording of a fact: no reading of the text
 * makes them again, so they go along with their fact to its new place.
 */
const withWritten = async (tx: Tx, desk: Desk, plan: SetPlan): Promise<SetPlan> => {
  const placed = new Map([...plan.facts, ...plan.waiting.facts].map(({ row }) => [row.factId, row.version]))
  const planned = new Set([...plan.questions, ...plan.waiting.questions].map(({ row }) => row.questionId))
  const left = desk.facts
    .filter(({ id }) => placed.has(id))
    .flatMap((fact) => fact.questions.filter(({ byHand }) => byHand || fact.byHand))
    .filter(({ id, factIds }) => factIds.length === 1 && !planned.has(id))
  const wanted = new Set(left.map(({ id, version }) => `${id} ${version}`))
  const rows = await tx.questionVersion.findMany({
    where: { facts: { some: { fact: { documentVersionId: desk.edition.id } } } },
    omit: { createdAt: true },
  })
  const factOf = new Map(left.map(({ id, factIds }) => [id, factIds[0] ?? '']))
  const questions = rows
    .filter(({ questionId, version }) => wanted.has(`${questionId} ${version}`))
    .map((row) => {
      const factId = factOf.get(row.questionId) ?? ''
      const links = [{ factId, factVersion: placed.get(factId) ?? 1 }]
      const next = { ...row, version: row.version + 1 }
      return { isNewQuestion: false, isNewVersion: true, factIds: [factId], links, row: next }
    })
  return { ...plan, waiting: { ...plan.waiting, questions: [...plan.waiting.questions, ...questions] } }
}

const draftFor = async (viewer: Viewer, input: AgainInput, desk: Desk): Promise<Draft> => {
  const made = {
    ...{ text: input.text, format: input.format, title: desk.edition.title, engineVersion: engineVersion() },
    ...(desk.edition.source ? { source: desk.edition.source } : {}),
    contentHash: sha256(input.text),
  }
  const outcome = await draftInThread(made, viewer.userId, () => {}, new AbortController().signal)
  if (!outcome.ok) throw new Refusal('cannot-use', outcome.error.message ?? t('imports.noFacts'))
  return outcome.value
}

const plain = (text: string): string => text.toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim()

/** All that counts as an answer to some questions, but for true and false. */
const answersOf = (questions: readonly { readonly form: string; readonly accepted: unknown }[]): Set<string> =>
  new Set(questions.flatMap(({ form, accepted }) => (form === 'true-false' ? [] : (accepted as string[]).map(plain))))

type Planned = SetPlan['facts'][number]['row']

const outcomeOf = (before: DeskFact | undefined, after: Planned, answers: ReadonlySet<string>): Outcome => {
  if (!before) return 'new'
  const old = answersOf(before.questions.filter(({ factIds }) => factIds.length === 1))
  const both = old.size > 0 && answers.size > 0
  if (both && ![...answers].some((answer) => old.has(answer))) return 'answer-changed'
  if (before.statement !== after.statement || before.quote !== after.quoteExact) return 'reworded'
  return before.start === after.quoteStart ? 'unchanged' : 'moved'
}

type Judged = { readonly outcome: Outcome; readonly before: DeskFact | undefined; readonly after: Planned | null }

const compare = (desk: Desk, plan: SetPlan): Judged[] => {
  const known = new Map(desk.facts.map((fact) => [fact.id, fact]))
  const questions = [...plan.questions, ...plan.waiting.questions]
  const asked = new Map<string, typeof questions>()
  for (const question of questions) {
    const [factId = '', ...others] = question.factIds
    if (others.length === 0) asked.set(factId, [...(asked.get(factId) ?? []), question])
  }
  const planned = [...plan.facts, ...plan.waiting.facts].map(({ row }): Judged => {
    const before = known.get(row.factId)
    known.delete(row.factId)
    const answers = answersOf((asked.get(row.factId) ?? []).map((one) => one.row))
    return { outcome: outcomeOf(before, row, answers), before, after: row }
  })
  const gone = [...known.values()].map((before): Judged => ({ outcome: 'gone', before, after: null }))
  return [...planned, ...gone]
}

const planFor = async (tx: Tx, desk: Desk, draft: Draft, ownerId: string): Promise<SetPlan> => {
  const { id: setId, documentId } = desk.set
  const target = { setId, documentId, ownerId, idFor: () => newId() }
  const plan = planSet(draft, await knownOf(tx, setId, documentId), target, foundByHand(desk, draft))
  return withWritten(tx, desk, plan)
}

const digestOf = ({ set, facts }: Desk, { text, format }: AgainInput): string =>
  sha256(JSON.stringify([set.id, set.version, facts.map(({ id, version }) => [id, version]), format, sha256(text)]))

/**
 * What would become of every fact if a set's text were read again from this one; nothing is changed. Throws `not-found`,
 * `cannot-use`, `no-room`.
 */
export const planAgain = async (viewer: Viewer, input: AgainInput): Promise<AgainPlan> => {
  await ownSet(viewer, input.setId)
  await requireRoom(viewer.userId, Buffer.byteLength(input.text), 0)
  const desk = await deskOf(viewer, input.setId)
  const draft = await draftFor(viewer, input, desk)
  const judged = compare(desk, await planFor(db(), desk, draft, viewer.userId))
  const counts = { unchanged: 0, moved: 0, reworded: 0, 'answer-changed': 0, gone: 0, new: 0 }
  for (const { outcome } of judged) counts[outcome]++
  const changes = judged
    .filter(({ outcome }) => outcome !== 'unchanged' && outcome !== 'moved')
    .slice(0, TOLD_MAX)
    .map(({ outcome, before, after }) => ({
      ...{ outcome, before: before?.quote ?? null, after: after?.quoteExact ?? null },
    }))
  return { digest: digestOf(desk, input), counts, changes }
}

/** From now on this text is the document's: pasted again it is found, unless it is another document of theirs already. */
const handIn = async (tx: Tx, viewer: Viewer, documentId: string, input: AgainInput): Promise<void> => {
  const importHash = importHashOf(input)
  const known = await tx.document.findUnique({
    where: { ownerId_importHash: { ownerId: viewer.userId, importHash } },
    select: { id: true },
  })
  if (known === null) await tx.document.update({ where: { id: documentId }, data: { importHash } })
}

/**
 * Reads a set's text again from this one and publishes what came of it, as it was planned. Facts that stayed keep their learners'
 * memory; where an answer changed, it comes due again and is to be judged anew; what is gone stays in everyone's log. Throws as
 * above, and `conflict` where the set changed since it was planned.
 */
export const applyAgain = async (viewer: Viewer, input: AgainInput): Promise<{ readonly version: number }> => {
  await ownSet(viewer, input.setId)
  await requireRoom(viewer.userId, Buffer.byteLength(input.text), 0)
  const draft = await draftFor(viewer, input, await deskOf(viewer, input.setId))
  return transaction(async (tx) => {
    const desk = await deskOf(viewer, input.setId, tx)
    if (digestOf(desk, input) !== input.digest) throw new Refusal('conflict', t('desk.againChanged'))
    const plan = await planFor(tx, desk, draft, viewer.userId)
    const changed = compare(desk, plan).flatMap(({ outcome, after }) =>
      outcome === 'answer-changed' && after ? [{ factId: after.factId, factVersion: after.version }] : [],
    )
    const now = new Date()
    await insertContent(tx, plan, viewer.userId, now)
    await handIn(tx, viewer, desk.set.documentId, input)
    await tx.$executeRaw`UPDATE "Fact" SET "verdict" = NULL, "judgedAt" = NULL
      WHERE "id" IN ${jsonList(changed.map(({ factId }) => factId))}`
    const { title, forms, onlyAccepted, excerpts, visibility, shareKey, id: setId } = desk.set
    const open = visibility === 'public' ? 'public' : shareKey === null ? 'private' : 'link'
    const chosen = {
      setId,
      title,
      onlyAccepted,
      excerpts,
      open,
      forms: forms as DeskInput<'publish'>['forms'],
      ...desk.set.look,
    } as const
    // What no longer states anything that is asked is taken over all the same: its owner goes on with it at the desk.
    const { version } = await publishIn(tx, viewer, chosen, { mayAskNothing: true })
    await invalidate(tx, changed, now)
    return { version }
  })
}
