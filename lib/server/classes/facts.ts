import 'server-only'
import type { Millis } from '#lib/base/index.ts'
import { type FactStanding, factStandings } from '#lib/gradebook/index.ts'
import { dayOfDate, studyDay } from '#lib/scheduling/index.ts'
import { db } from '../db.ts'
import { jsonList } from '../json-rows.ts'
import type { Viewer } from '../viewer.ts'
import { isFor, shown, theirsOf } from './assigned.ts'
import { assignedFacts } from './assigned-facts.ts'
import { NOTHING, standingsIn } from './standings.ts'
import { type StudyIn, taughtStudy } from './taught-study.ts'

/** What a fact says, and the sentence that says so; of a pair, both sides. */
export type FactWords = {
  readonly statement: string
  /** Null where it is a pair. */
  readonly sentence: string | null
  readonly heading: string | null
}
export type ClassFact = FactStanding & FactWords
export type ClassFacts = {
  readonly assignmentId: string
  readonly setId: string
  readonly title: string
  readonly language: string
  readonly date: string
  /** How many it is for, and who, where that is not the whole class. */
  readonly learners: number
  readonly toIds: readonly string[] | null
  /** What is expected to be recalled least on the day first. */
  readonly facts: readonly ClassFact[]
}

type WordsRow = FactWords & { readonly factId: string }

/** The words of facts, by id, as a set version shows them. */
export const wordsOfFacts = async (
  setVersionIds: readonly string[],
  factIds: readonly string[],
): Promise<Map<string, FactWords>> => {
  if (factIds.length === 0) return new Map()
  const rows = await db().$queryRaw<WordsRow[]>`
    SELECT i."factId", f."statement", f."quoteExact" AS "sentence", c."heading" FROM "SetItem" i
    JOIN "FactVersion" f ON f."factId" = i."factId" AND f."version" = i."factVersion"
    LEFT JOIN "Section" c ON c."id" = f."sectionId"
    WHERE i."setVersionId" IN ${jsonList(setVersionIds)} AND i."factId" IN ${jsonList(factIds)}
    ORDER BY i."setVersionId", i."position"`
  return new Map(rows.map(({ factId, ...words }) => [factId, words]))
}

/** How a class stands with each fact of something assigned for study, for those who teach it. Throws `not-found`, also while learners do not see it. */
export const factsIn = async (viewer: Viewer, study: StudyIn, now: Millis = Date.now()): Promise<ClassFacts> => {
  const { classId, assignmentId } = study
  const { found, asked, learners } = await taughtStudy(viewer, study, now)
  const userIds = learners.map(({ userId }) => userId)
  const assigned = new Map([[assignmentId, asked]])
  const standings = (await standingsIn(classId, userIds, assigned, () => true)).get(assignmentId)
  const memories = userIds.map((userId) => (standings?.get(userId) ?? NOTHING).memories)
  const today = studyDay(now, 0)
  const due = dayOfDate(found.dueDate ?? '')
  const words = await wordsOfFacts([asked.setVersionId], asked.factIds)
  const facts = factStandings(asked.factIds, memories, today, due).flatMap((standing): ClassFact[] => {
    const said = words.get(standing.factId)
    return said ? [{ ...standing, ...said }] : []
  })
  return {
    ...{
      assignmentId,
      setId: found.setId,
      title: found.title ?? asked.title,
      language: asked.language,
      date: found.dueDate ?? '',
    },
    ...{
      learners: userIds.length,
      toIds: found.toIds === null ? null : userIds,
      facts: facts.sort((a, b) => a.due - b.due),
    },
  }
}

type Asked = { readonly classId: string; readonly setId: string; readonly userIds: readonly string[] }

/**
 * The facts of a set that some learners of a class were assigned to study by now, in the order in which they would recall them
 * today: the least first, and what none of them has met last, for that was perhaps not taught yet.
 */
export const leastKnown = async ({ classId, setId, userIds }: Asked, now: Millis = Date.now()): Promise<string[]> => {
  const assigned = await db().assignment.findMany({
    where: { classId, setId, kind: 'study', ...shown(new Date(now)) },
    orderBy: { id: 'asc' },
  })
  const theirs = assigned.filter((one) => userIds.some((userId) => isFor(one, userId)))
  const facts = await assignedFacts(theirs)
  const standings = await standingsIn(classId, userIds, facts, theirsOf(theirs))
  const today = studyDay(now, 0)
  // Of a fact that is assigned twice each learner has one memory, told of twice.
  const memories = userIds.map((userId) => [
    ...new Map(
      [...standings.values()].flatMap((each) => each.get(userId)?.memories ?? []).map((memory) => [memory[0], memory]),
    ).values(),
  ])
  const factIds = [...new Set([...facts.values()].flatMap((one) => one.factIds))]
  const known = factStandings(factIds, memories, today, today)
  return known
    .sort((a, b) => Number(a.met === 0) - Number(b.met === 0) || a.today - b.today)
    .map(({ factId }) => factId)
}
