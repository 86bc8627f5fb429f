import 'server-only'
import { type Reason, STATES, type State } from '#lib/desk/index.ts'
import { db, raw, sql } from '../db.ts'
import { authorise, type Viewer } from '../viewer.ts'

/** Hits shown; who needs more says more. */
export const HITS_MAX = 100
const QUERY_MAX = 100
const WORDS_MAX = 8

/** A fact of one's own whose words, or those of a question of it, hold what was looked for. */
export type Hit = {
  readonly setId: string
  readonly title: string
  readonly language: string
  readonly factId: string
  readonly statement: string
  readonly verdict: 'accepted' | 'rejected' | null
  readonly reason: Reason | null
  /** Whether it is a pair of a list. */
  readonly isList: boolean
  /** Words that its owner put on it, in order. */
  readonly tags: readonly string[]
}

/** Empty strings: whatever the tag, whatever the set. */
export type Search = { readonly words: string; readonly state: State; readonly tag: string; readonly setId: string }

const line = (value: unknown): string => (typeof value === 'string' ? value.slice(0, QUERY_MAX).trim() : '')

/** `?q=…&state=…&tag=…&set=…` of an address. */
export const parseSearch = ({ q, state, tag, set }: Readonly<Record<string, unknown>>): Search => ({
  words: line(q),
  state: STATES.find((one) => one === state) ?? 'all',
  tag: line(tag),
  setId: line(set),
})

/** Whether anything is looked for at all. */
export const isSearch = ({ words, state, tag, setId }: Search): boolean =>
  words !== '' || state !== 'all' || tag !== '' || setId !== ''

type Found = Omit<Hit, 'isList' | 'tags'>

const escaped = (word: string): string => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

const STANDING = {
  open: sql`AND f."verdict" IS NULL`,
  look: sql`AND f."verdict" IS NULL`,
  accepted: sql`AND f."verdict" = 'accepted'`,
  rejected: sql`AND f."verdict" = 'rejected'`,
  flagged: sql`AND EXISTS (SELECT 1 FROM "QuestionFact" l JOIN "Flag" g ON g."questionId" = l."questionId"
    WHERE l."factId" = f."id" AND g."resolvedAt" IS NULL)`,
  all: raw(''),
} as const

/**
 * Facts of the viewer's own texts and lists that hold every word looked for, in their statement or in a question's wording; the
 * newest first. Words are found within others, whatever their case.
 */
export const findFacts = async (viewer: Viewer, search: Search): Promise<readonly Hit[]> => {
  authorise(viewer, 'read', { kind: 'learning', userId: viewer.userId })
  const { words, state, tag, setId } = search
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean).slice(0, WORDS_MAX)
  if (wanted.length === 0 && !isSearch({ ...search, words: '' })) return []
  const holds = wanted.map(
    (word) => sql`AND (LOWER(w."statement") LIKE ${escaped(word)} ESCAPE '\\' OR EXISTS (
      SELECT 1 FROM "QuestionFact" l JOIN "QuestionVersion" q ON q."questionId" = l."questionId" AND q."version" = l."questionVersion"
      WHERE l."factId" = f."id" AND l."factVersion" = w."version" AND LOWER(q."stem") LIKE ${escaped(word)} ESCAPE '\\'))`,
  )
  const within = [
    ...holds,
    ...(tag === ''
      ? []
      : [
          sql`AND EXISTS (SELECT 1 FROM "FactTag" t WHERE t."factId" = f."id" AND t."userId" = ${viewer.userId} AND t."tag" = ${tag})`,
        ]),
    ...(setId === '' ? [] : [sql`AND s."id" = ${setId}`]),
  ]
  const all = within.reduce((sum, one) => sql`${sum} ${one}`, raw(''))
  const newest = sql`JOIN "SetVersion" v ON v."setId" = s."id"
    AND v."version" = (SELECT MAX(m."version") FROM "SetVersion" m WHERE m."setId" = s."id")`
  const shown = sql`SELECT s."id" AS "setId", v."title", w."language", f."id" AS "factId", w."statement", f."verdict", f."verdictReason" AS "reason"
    FROM "Fact" f JOIN "FactVersion" w ON w."factId" = f."id"
      AND w."version" = (SELECT MAX(n."version") FROM "FactVersion" n WHERE n."factId" = f."id")`
  const texts = await db().$queryRaw<Found[]>`${shown}
    JOIN "DocumentVersion" d ON d."id" = w."documentVersionId"
    JOIN "QuestionSet" s ON s."documentId" = d."documentId" AND s."ownerId" = f."ownerId" ${newest}
    WHERE f."ownerId" = ${viewer.userId} ${STANDING[state]} ${all}
    ORDER BY f."id" DESC LIMIT ${HITS_MAX}`
  const lists = await db().$queryRaw<Found[]>`${shown}
    JOIN "SetItem" i ON i."factId" = f."id" AND i."factVersion" = w."version"
    JOIN "SetVersion" v ON v."id" = i."setVersionId"
      AND v."version" = (SELECT MAX(m."version") FROM "SetVersion" m WHERE m."setId" = v."setId")
    JOIN "QuestionSet" s ON s."id" = v."setId" AND s."documentId" IS NULL AND s."tags" IS NULL
    WHERE f."ownerId" = ${viewer.userId} AND w."documentVersionId" IS NULL ${STANDING[state]} ${all}
    ORDER BY f."id" DESC LIMIT ${HITS_MAX}`
  const found = [...texts.map((hit) => ({ ...hit, isList: false })), ...lists.map((hit) => ({ ...hit, isList: true }))]
  return withTags(viewer, found.slice(0, HITS_MAX))
}

const withTags = async ({ userId }: Viewer, found: readonly Omit<Hit, 'tags'>[]): Promise<Hit[]> => {
  const rows = await db().factTag.findMany({
    where: { userId, factId: { in: found.map(({ factId }) => factId) } },
    orderBy: { tag: 'asc' },
  })
  return found.map((hit) => ({
    ...hit,
    tags: rows.filter(({ factId }) => factId === hit.factId).map(({ tag }) => tag),
  }))
}
