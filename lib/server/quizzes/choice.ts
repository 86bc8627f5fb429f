import 'server-only'
import { candidatesIn, pickOne } from '#lib/quiz/index.ts'
import type { PackQuestion } from '#lib/session/index.ts'
import { openSet } from '../classes/assign.ts'
import { roleIn } from '../classes/read.ts'
import { db, raw } from '../db.ts'
import { jsonList } from '../json-rows.ts'
import { newestPack } from '../packs.ts'
import { authorise, type Viewer } from '../viewer.ts'

/** Where learners of a class can already see what a fact states. */
export type Seen = 'study' | 'shared' | 'text'

export type ChoiceFact = {
  readonly number: number
  readonly heading: string | null
  readonly questions: readonly Pick<PackQuestion, 'id' | 'form' | 'stem' | 'key'>[]
  readonly seen: readonly Seen[]
}

/** What those who teach a class choose a quiz from. */
export type QuizChoice = {
  readonly setId: string
  readonly title: string
  readonly language: string
  readonly facts: readonly ChoiceFact[]
  /** One question a fact, to begin with. */
  readonly picked: readonly string[]
}

type FactRow = { factId: string }

const newest = raw(`v."version" = (SELECT MAX(n."version") FROM "SetVersion" n WHERE n."setId" = v."setId")`)

/** Facts that stand in a set which somebody in the class studies, and in one that is open to others. */
const seenIn = async (classId: string, factIds: readonly string[]) => {
  const studied = await db().$queryRaw<FactRow[]>`SELECT DISTINCT i."factId" FROM "SetItem" i
    JOIN "SetVersion" v ON v."id" = i."setVersionId" AND ${newest}
    JOIN "Enrolment" e ON e."setId" = v."setId" 
    JOIN "ClassMember" m ON m."userId" = e."userId" AND m."classId" = ${classId} AND CAST(m."role" AS TEXT) = ${'learner'}
    WHERE i."factId" IN ${jsonList(factIds)} ORDER BY i."factId"`
  const shared = await db().$queryRaw<FactRow[]>`SELECT DISTINCT i."factId" FROM "SetItem" i
    JOIN "SetVersion" v ON v."id" = i."setVersionId" AND ${newest}
    JOIN "QuestionSet" s ON s."id" = v."setId" AND s."takenDownAt" IS NULL
      AND (CAST(s."visibility" AS TEXT) = ${'public'} OR s."shareKey" IS NOT NULL)
    WHERE i."factId" IN ${jsonList(factIds)} ORDER BY i."factId"`
  return { studied: new Set(studied.map(({ factId }) => factId)), shared: new Set(shared.map(({ factId }) => factId)) }
}

/** Documents whose text somebody in the class has on their phone. */
const textsIn = async (classId: string): Promise<ReadonlySet<string>> => {
  const rows = await db().setDocument.findMany({
    where: {
      setVersion: {
        OR: [{ excerpts: null }, { excerpts: false }],
        set: { enrolments: { some: { user: { classes: { some: { classId, role: 'learner' } } } } } },
      },
    },
    distinct: ['documentVersionId'],
    orderBy: { documentVersionId: 'asc' },
    select: { documentVersion: { select: { documentId: true } } },
  })
  return new Set(rows.map(({ documentVersion }) => documentVersion.documentId))
}

/** The questions of a set, fact by fact, with where a class can see them already. Throws `not-found`, `not-allowed`. */
export const quizChoice = async (
  viewer: Viewer,
  { classId, setId }: { readonly classId: string; readonly setId: string },
): Promise<QuizChoice> => {
  const role = await roleIn(db(), viewer.userId, classId)
  authorise(viewer, 'read', { kind: 'class', role })
  authorise(viewer, 'change', { kind: 'class', role })
  await openSet(db(), viewer.userId, setId, classId)
  const { pack } = await newestPack(db(), setId)
  const candidates = candidatesIn(pack, null)
  const factIds = candidates.map(({ fact }) => fact.id)
  const { studied, shared } = await seenIn(classId, factIds)
  const texts = await textsIn(classId)
  return {
    ...{ setId, title: pack.title, language: pack.language },
    facts: candidates.map(({ fact, heading, questions }) => ({
      ...{ number: fact.number, heading },
      questions: questions.map(({ id, form, stem, key }) => ({ id, form, stem, key })),
      seen: [
        ...(studied.has(fact.id) ? (['study'] as const) : []),
        ...(shared.has(fact.id) ? (['shared'] as const) : []),
        ...(fact.source.kind === 'span' && texts.has(fact.source.documentId) ? (['text'] as const) : []),
      ],
    })),
    picked: pickOne(candidates, null).map(({ id }) => id),
  }
}
