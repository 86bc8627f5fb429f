import 'server-only'
import { db } from './db.ts'
import { readRules } from './installation.ts'

const PAGE = 50
const QUERY_MAX = 100

/** A set that its owner made public, as it is listed. */
export type LibrarySet = {
  readonly shareKey: string
  readonly title: string
  readonly language: string
  /** Of its cover, by name. */
  readonly colour: string | null
  readonly by: string | null
  readonly facts: number
  readonly learners: number
}
export type Library = {
  /** Whether this installation has a library at all. */
  readonly open: boolean
  readonly sets: readonly LibrarySet[]
  readonly more: boolean
}

const escaped = (words: string): string => words.replace(/[\\%_]/g, (sign) => `\\${sign}`)

type Row = Omit<LibrarySet, 'facts' | 'learners'> & { facts: number | bigint; learners: number | bigint }

/** What people made public, most studied first; `query`: words that the title holds. Anyone may look. */
export const library = async (query = ''): Promise<Library> => {
  if (!(await readRules()).library) return { open: false, sets: [], more: false }
  const words = `%${escaped(query.slice(0, QUERY_MAX).trim().toLowerCase())}%`
  const rows = await db().$queryRaw<Row[]>`
    SELECT s."shareKey", v."title", v."language", v."colour", u."name" AS "by",
      (SELECT COUNT(*) FROM "SetItem" i WHERE i."setVersionId" = v."id") AS "facts",
      (SELECT COUNT(*) FROM "Enrolment" e WHERE e."setId" = s."id") AS "learners"
    FROM "QuestionSet" s
    JOIN "SetVersion" v ON v."setId" = s."id"
      AND v."version" = (SELECT MAX(n."version") FROM "SetVersion" n WHERE n."setId" = s."id")
    LEFT JOIN "User" u ON u."id" = s."ownerId"
    WHERE s."visibility" = 'public' AND s."shareKey" IS NOT NULL AND s."takenDownAt" IS NULL
      AND LOWER(v."title") LIKE ${words} ESCAPE '\\'
    ORDER BY "learners" DESC, s."id" DESC LIMIT ${PAGE + 1}`
  const sets = rows.slice(0, PAGE).map((row) => ({ ...row, facts: Number(row.facts), learners: Number(row.learners) }))
  return { open: true, sets, more: rows.length > PAGE }
}
