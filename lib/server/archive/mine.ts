import 'server-only'
import type { RESTORED } from '#lib/interchange/index.ts'
import { db } from '../db.ts'
import { few, hangingOn, hangingOnEach, ownedAfter, PAGE, paged, personsAfter, type Rows, rowsOf } from './pages.ts'

const documents = (ownerId: string) => paged((after) => db().document.findMany(ownedAfter(ownerId, after)))
const facts = (ownerId: string) => paged((after) => db().fact.findMany(ownedAfter(ownerId, after)))
const questions = (ownerId: string) => paged((after) => db().question.findMany(ownedAfter(ownerId, after)))
const sets = (ownerId: string) => paged((after) => db().questionSet.findMany(ownedAfter(ownerId, after)))

/** Ids alone: an edition carries its whole text. */
const editionIds = (ownerId: string) =>
  paged((after) =>
    db().documentVersion.findMany({
      where: { document: { ownerId }, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: { id: true },
    }),
  )
/** Ids alone, as with editions. */
const mediaIds = (ownerId: string) =>
  paged((after) =>
    db().media.findMany({
      where: { ownerId, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: { id: true },
    }),
  )
const setVersions = (ownerId: string) =>
  paged((after) =>
    db().setVersion.findMany({ where: { set: { ownerId }, id: { gt: after } }, orderBy: { id: 'asc' }, take: PAGE }),
  )

const inOrder = { orderBy: { position: 'asc' as const } }

/** A person's own texts with all that was made of them, what they study, and their sittings: by file, row by row. */
export const MINE: Readonly<Record<keyof typeof RESTORED, (userId: string) => Rows>> = {
  documents: (userId) => rowsOf(documents(userId)),
  editions: (userId) =>
    hangingOnEach(documents(userId), (documentId) => db().documentVersion.findMany({ where: { documentId } })),
  sections: (userId) =>
    hangingOnEach(editionIds(userId), (id) => db().section.findMany({ where: { documentVersionId: id }, ...inOrder })),
  sentences: (userId) =>
    hangingOnEach(editionIds(userId), (id) => db().sentence.findMany({ where: { documentVersionId: id }, ...inOrder })),
  media: (userId) => hangingOnEach(mediaIds(userId), (id) => db().media.findMany({ where: { ownerId: userId, id } })),
  facts: (userId) => rowsOf(facts(userId)),
  factVersions: (userId) =>
    hangingOn(facts(userId), (ids) => db().factVersion.findMany({ where: { factId: { in: ids } } })),
  factTags: (userId) => few(db().factTag.findMany({ where: { userId }, orderBy: [{ factId: 'asc' }, { tag: 'asc' }] })),
  questions: (userId) => rowsOf(questions(userId)),
  questionVersions: (userId) =>
    hangingOn(questions(userId), (ids) => db().questionVersion.findMany({ where: { questionId: { in: ids } } })),
  questionFacts: (userId) =>
    hangingOn(questions(userId), (ids) => db().questionFact.findMany({ where: { questionId: { in: ids } } })),
  sets: (userId) => rowsOf(sets(userId)),
  setParts: (userId) => hangingOnEach(sets(userId), (setId) => db().setPart.findMany({ where: { setId }, ...inOrder })),
  setVersions: (userId) => rowsOf(setVersions(userId)),
  setItems: (userId) =>
    hangingOnEach(setVersions(userId), (id) => db().setItem.findMany({ where: { setVersionId: id }, ...inOrder })),
  setQuestions: (userId) =>
    hangingOnEach(setVersions(userId), (id) => db().setQuestion.findMany({ where: { setVersionId: id }, ...inOrder })),
  setDocuments: (userId) =>
    hangingOnEach(setVersions(userId), (id) => db().setDocument.findMany({ where: { setVersionId: id }, ...inOrder })),
  enrolments: (userId) => few(db().enrolment.findMany({ where: { userId }, orderBy: { addedAt: 'asc' } })),
  attempts: (userId) => rowsOf(paged((after) => db().attempt.findMany(personsAfter(userId, after)))),
}
