import 'server-only'
import { isWordedByHand, sentencesAround, type Wording, type Written, writtenQuestion } from '#lib/desk/index.ts'
import type { MessageKey } from '#lib/messages/index.ts'
import { type Tx, transaction } from '../db.ts'
import { Refusal } from '../errors.ts'
import { resolveFlags } from '../flags.ts'
import { newId } from '../ids.ts'
import type { Viewer } from '../viewer.ts'
import { t } from '../words.ts'
import type { DeskInput } from './input.ts'
import { ownSet } from './own-set.ts'
import { deskOf } from './read.ts'

/** What is wrong with a wording, in words beside the field. */
const PROBLEMS = {
  empty: 'desk.problemEmpty',
  long: 'desk.problemLong',
  many: 'desk.problemMany',
  same: 'desk.problemSame',
  'answer-in-stem': 'desk.problemTold',
  'not-a-number': 'desk.problemNumber',
  'not-true-false': 'desk.problemTrueFalse',
} as const satisfies Record<string, MessageKey>

const checked = (...args: Parameters<typeof writtenQuestion>): Written => {
  const written = writtenQuestion(...args)
  if (written.ok) return written.value
  const { field, problem } = written.error
  const words = t(PROBLEMS[problem as keyof typeof PROBLEMS])
  throw new Refusal('cannot-use', words, { fields: { [field]: words } })
}

type Link = { readonly factId: string; readonly factVersion: number }
type About = { readonly language: string; readonly rationale: string }

const insertWording = async (
  tx: Tx,
  { questionId, version }: { questionId: string; version: number },
  { form, stem, key, accepted, options, unit }: Written,
  links: readonly Link[],
  about: About,
) => {
  await tx.questionVersion.create({
    data: {
      ...{ questionId, version, form, direction: 'forward', stem, key, accepted: [...accepted], unit },
      ...(options.length > 0 ? { options: options.map((one) => ({ ...one })) } : {}),
      // No engine wrote it: no later reading of the text writes over it.
      ...{ tier: 'A', lints: [], engineVersion: null, ...about },
      facts: { create: links.map((link, position) => ({ ...link, position })) },
    },
  })
}

type Before = About & { readonly form: string; readonly unit: string | null; readonly facts: readonly Link[] }

/** Adds a version of a question in other words, about the same facts. Throws `bad-request`, `cannot-use`. */
export const insertReworded = async (
  tx: Tx,
  next: { questionId: string; version: number },
  wording: Wording,
  { form, unit, facts, language, rationale }: Before,
): Promise<void> => {
  if (!isWordedByHand(form)) throw new Refusal('bad-request')
  const links = facts.map(({ factId, factVersion }) => ({ factId, factVersion }))
  await insertWording(tx, next, checked(wording, { form, unit }), links, { language, rationale })
}

/** Words a question anew. Throws `cannot-use` with the field that will not do, `conflict` where it changed meanwhile. */
export const wordQuestion = async (viewer: Viewer, input: DeskInput<'word'>): Promise<void> =>
  transaction(async (tx) => {
    await ownSet(viewer, input.setId, tx)
    const question = await tx.question.findFirst({
      where: { id: input.questionId, ownerId: viewer.userId },
      select: {
        versions: { orderBy: { version: 'desc' }, take: 1, include: { facts: { orderBy: { position: 'asc' } } } },
      },
    })
    const newest = question?.versions[0]
    if (!newest) throw new Refusal('not-found')
    if (newest.version !== input.version) throw new Refusal('conflict', t('desk.changedMeanwhile'))
    const { questionId } = newest
    await insertReworded(tx, { questionId, version: newest.version + 1 }, input, newest)
    await tx.question.update({ where: { id: questionId }, data: { asked: true } })
    await resolveFlags(tx, questionId, new Date())
  })

const insertQuestion = async (tx: Tx, ownerId: string, link: Link, written: Written, about: About): Promise<void> => {
  const questionId = newId()
  await tx.question.create({ data: { id: questionId, ownerId, asked: true } })
  await insertWording(tx, { questionId, version: 1 }, written, [link], about)
}

/** Adds a question to a fact. Throws `not-found`, `cannot-use`. */
export const addQuestion = async (viewer: Viewer, input: DeskInput<'addQuestion'>): Promise<void> =>
  transaction(async (tx) => {
    await ownSet(viewer, input.setId, tx)
    const newest = await tx.factVersion.findFirst({
      where: { factId: input.factId, fact: { ownerId: viewer.userId } },
      orderBy: { version: 'desc' },
    })
    if (!newest) throw new Refusal('not-found')
    const { factId, version: factVersion, language, statement: rationale } = newest
    await insertQuestion(tx, viewer.userId, { factId, factVersion }, checked(input), { language, rationale })
  })

/**
 * Makes a fact of words that were selected in the text, with its first question; its quote is the whole sentence. It counts as
 * accepted. Throws `cannot-use`.
 */
export const addFact = async (viewer: Viewer, input: DeskInput<'addFact'>): Promise<{ factId: string }> =>
  transaction(async (tx) => {
    const { edition } = await deskOf(viewer, input.setId, tx)
    const around = sentencesAround(edition.text, edition.sentences, input)
    if (!around) throw new Refusal('cannot-use', t('desk.noSentence'))
    const { start, end } = around.quote
    const written = checked(input)
    const factId = newId()
    const quoteExact = edition.text.slice(start, end)
    const statement = quoteExact.replace(/\s+/g, ' ')
    const section = edition.sections.findLast((one) => one.start <= start && start < one.end)
    const now = new Date()
    await tx.fact.create({
      data: { id: factId, ownerId: viewer.userId, verdict: 'accepted', judgedAt: now, createdAt: now },
    })
    await tx.factVersion.create({
      data: {
        ...{ factId, version: 1, statement, kind: 'by-hand', language: edition.language },
        ...{ documentVersionId: edition.id, sectionId: section?.id ?? null },
        ...{ quoteStart: start, quoteEnd: end, quoteExact, confidence: 1, engineVersion: null },
      },
    })
    const about = { language: edition.language, rationale: statement }
    await insertQuestion(tx, viewer.userId, { factId, factVersion: 1 }, written, about)
    return { factId }
  })
