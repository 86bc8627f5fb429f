import 'server-only'
import { db } from '../db.ts'
import { jsonList } from '../json-rows.ts'

/** Something assigned for study, as far as it says which facts it asks for. */
export type AskedFor = {
  readonly id: string
  readonly setId: string
  /** `string[]`: headings; null: all. */
  readonly sections: unknown
}
/** The newest version of an assignment's set, with the facts of it that are asked for, in order. */
export type AssignedFacts = {
  readonly setVersionId: string
  readonly title: string
  readonly language: string
  readonly factIds: readonly string[]
}

type Row = { setId: string; id: string; title: string; language: string; factId: string | null; heading: string | null }

/** What assignments ask for, by id, of the newest version of each set: one statement, however many there are. */
export const assignedFacts = async (assignments: readonly AskedFor[]): Promise<Map<string, AssignedFacts>> => {
  const setIds = [...new Set(assignments.map(({ setId }) => setId))]
  const rows = setIds.length === 0 ? [] : await newest(setIds)
  const bySet = new Map<string, Row[]>()
  for (const row of rows) {
    const known = bySet.get(row.setId)
    if (known) known.push(row)
    else bySet.set(row.setId, [row])
  }
  return new Map(
    assignments.flatMap(({ id, setId, sections }) => {
      const items = bySet.get(setId)
      const [first] = items ?? []
      if (!items || !first) return []
      const wanted = sections as readonly string[] | null
      const factIds = items.flatMap(({ factId, heading }) =>
        factId !== null && (wanted === null || wanted.includes(heading ?? '')) ? [factId] : [],
      )
      return [[id, { setVersionId: first.id, title: first.title, language: first.language, factIds }]]
    }),
  )
}

const newest = (setIds: readonly string[]): Promise<Row[]> =>
  db().$queryRaw`SELECT v."setId", v."id", v."title", v."language", i."factId", c."heading" FROM "SetVersion" v
    LEFT JOIN "SetItem" i ON i."setVersionId" = v."id"
    LEFT JOIN "FactVersion" f ON f."factId" = i."factId" AND f."version" = i."factVersion"
    LEFT JOIN "Section" c ON c."id" = f."sectionId"
    WHERE v."setId" IN ${jsonList(setIds)}
      AND v."version" = (SELECT MAX(n."version") FROM "SetVersion" n WHERE n."setId" = v."setId")
    ORDER BY v."setId", i."position"`
