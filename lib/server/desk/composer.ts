import 'server-only'
import { type Part, type Wording, wordingOf } from '#lib/desk/index.ts'
import { db, type Tx } from '../db.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { offeredBy, type Recipe, recipeOf } from './compose.ts'
import { keptLook, type Look } from './look.ts'
import { type TagCount, tagsOf } from './tags.ts'

/** A set that can be taken in. */
export type Ingredient = {
  readonly setId: string
  readonly title: string
  readonly language: string
  /** Its newest version. */
  readonly version: number
  /** The version that is taken in; null where none is. */
  readonly taken: number | null
  /** What it says of itself by its headings, with the facts under each; no heading: what stands before the first. */
  readonly sections: readonly { readonly heading: string; readonly facts: number }[]
  readonly facts: number
}
export type ComposedQuestion = { readonly id: string; readonly form: string; readonly wording: Wording }
/** A fact that a set takes in, with its questions. */
export type ComposedFact = {
  readonly id: string
  readonly statement: string
  readonly heading: string | null
  /** Whether somebody else wrote it, or it stands in such a one's place: it is changed here. */
  readonly changedHere: boolean
  readonly questions: readonly ComposedQuestion[]
}
export type Composer = {
  readonly title: string
  readonly language: string
  readonly excerpts: boolean
  readonly look: Look
  readonly recipe: Recipe | null
  readonly ingredients: readonly Ingredient[]
  /** Words that the viewer put on facts, with how many bear each. */
  readonly tags: readonly TagCount[]
  /** All that its parts offer, what is left out too. */
  readonly facts: readonly ComposedFact[]
}

type SetRow = {
  setId: string
  title: string
  language: string
  version: number
  heading: string | null
  facts: number | bigint
}

/** Sets of the viewer's own and those they study, but for those that are put together of others. */
const ingredientsOf = async (tx: Tx, viewer: Viewer, recipe: Recipe | null): Promise<Ingredient[]> => {
  const rows = await tx.$queryRaw<SetRow[]>`
    SELECT s."id" AS "setId", v."title", v."language", v."version", c."heading", COUNT(i."factId") AS "facts"
    FROM "QuestionSet" s JOIN "SetVersion" v ON v."setId" = s."id"
      AND v."version" = (SELECT MAX(n."version") FROM "SetVersion" n WHERE n."setId" = s."id")
    JOIN "SetItem" i ON i."setVersionId" = v."id"
    JOIN "FactVersion" f ON f."factId" = i."factId" AND f."version" = i."factVersion"
    LEFT JOIN "Section" c ON c."id" = f."sectionId"
    WHERE s."tags" IS NULL AND (s."ownerId" = ${viewer.userId} OR (s."takenDownAt" IS NULL AND EXISTS
      (SELECT 1 FROM "Enrolment" e WHERE e."setId" = s."id" AND e."userId" = ${viewer.userId})))
    GROUP BY s."id", v."title", v."language", v."version", c."heading", c."position"
    ORDER BY s."id" DESC, c."position"`
  const taken = new Map(recipe?.parts.map((part) => [part.setId, part.version]))
  const sets = new Map<string, Ingredient & { sections: { heading: string; facts: number }[]; facts: number }>()
  for (const { setId, title, language, version, heading, facts } of rows) {
    const set = sets.get(setId) ?? {
      setId,
      title,
      language,
      version,
      taken: taken.get(setId) ?? null,
      sections: [],
      facts: 0,
    }
    set.sections.push({ heading: heading ?? '', facts: Number(facts) })
    set.facts += Number(facts)
    sets.set(setId, set)
  }
  return [...sets.values()]
}

type Worded = Parameters<typeof wordingOf>[0]

const AT_ONCE = 400

const inBatches = async <T>(ids: readonly string[], read: (some: string[]) => Promise<T[]>): Promise<T[]> => {
  const all: T[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE) all.push(...(await read(ids.slice(at, at + AT_ONCE))))
  return all
}

/** The facts that parts offer, with what stands in the place of some, in order, each once. */
const factsOf = async (tx: Tx, viewer: Viewer, recipe: Recipe): Promise<ComposedFact[]> => {
  const { parts, own } = await offeredBy(tx, viewer, recipe)
  const within = ({ sections, facts }: Part) =>
    facts.filter(({ heading }) => sections === null || sections.includes(heading ?? ''))
  const facts = [...new Map(parts.flatMap(within).map((fact) => [fact.id, own.facts.get(fact.id) ?? fact])).values()]
  const replaced = new Set(Object.keys(recipe.instead))
  const questions = [...own.questions, ...parts.flatMap((part) => part.questions)].filter(({ id }) => !replaced.has(id))
  const wordings = await inBatches([...new Set(questions.map(({ id }) => id))], (some) =>
    tx.questionVersion.findMany({
      where: { questionId: { in: some } },
      orderBy: { version: 'asc' },
      select: { questionId: true, version: true, form: true, stem: true, key: true, accepted: true, options: true },
    }),
  )
  const rowOf = new Map(wordings.map((row) => [`${row.questionId} ${row.version}`, row]))
  const byFact = new Map<string, Map<string, ComposedQuestion>>()
  for (const { id, version, factIds } of questions) {
    const row = rowOf.get(`${id} ${version}`)
    const [first = ''] = factIds
    if (!row || factIds.length > 1) continue
    const asked = byFact.get(first) ?? new Map<string, ComposedQuestion>()
    if (!asked.has(id))
      asked.set(id, {
        id,
        form: row.form,
        wording: wordingOf({ ...row, options: row.options ?? [] } as unknown as Worded),
      })
    byFact.set(first, asked)
  }
  const statements = await inBatches(
    facts.map(({ id }) => id),
    (some) =>
      tx.factVersion.findMany({
        where: { factId: { in: some } },
        select: { factId: true, version: true, statement: true, fact: { select: { ownerId: true } } },
      }),
  )
  const statementOf = new Map(statements.map((row) => [`${row.factId} ${row.version}`, row]))
  const mine = new Set(Object.values(recipe.instead))
  return facts.map(({ id, version, heading, documentVersionId }) => {
    const row = statementOf.get(`${id} ${version}`)
    // A pair is two sides and no statement.
    const changedHere = documentVersionId !== null && (mine.has(id) || row?.fact.ownerId !== viewer.userId)
    return {
      id,
      heading,
      changedHere,
      statement: row?.statement ?? '',
      questions: [...(byFact.get(id)?.values() ?? [])],
    }
  })
}

/** What is needed to put a set together, or to change one of one's own. Throws `not-found`. */
export const composerOf = async (viewer: Viewer, setId: string | null): Promise<Composer> => {
  authorise(viewer, 'read', { kind: 'learning', userId: viewer.userId })
  const tx = db()
  const recipe = setId === null ? null : await recipeOf(viewer, setId, tx)
  const newest = recipe
    ? await tx.setVersion.findUnique({ where: { setId_version: { setId: recipe.setId, version: recipe.version } } })
    : null
  return {
    ...{ title: newest?.title ?? '', language: newest?.language ?? 'en', excerpts: newest?.excerpts ?? false },
    look: newest ? keptLook(newest) : {},
    recipe,
    ingredients: await ingredientsOf(tx, viewer, recipe),
    tags: await tagsOf(viewer),
    facts: recipe ? await factsOf(tx, viewer, recipe) : [],
  }
}
