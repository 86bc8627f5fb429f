import 'server-only'
import { db } from '../db.ts'
import { enrol } from '../enrolment.ts'
import { Refusal } from '../errors.ts'
import type { Viewer } from '../viewer.ts'

/** What a stranger who follows a link to a set is told of it before they begin. */
export type SharedPage = {
  readonly setId: string
  readonly title: string
  readonly language: string
  /** Of its cover, by name. */
  readonly colour: string | null
  /** The name that its owner goes by, where they gave one. */
  readonly by: string | null
  readonly facts: number
  readonly questions: number
  /** Headings of its text, in order; none where only what is cited is shared. */
  readonly sections: readonly string[]
}

const SECTIONS_MAX = 12

const openSet = (shareKey: string) =>
  db().questionSet.findFirst({
    where: { shareKey, takenDownAt: null },
    select: {
      id: true,
      owner: { select: { name: true } },
      versions: {
        orderBy: { version: 'desc' },
        take: 1,
        select: {
          ...{
            title: true,
            language: true,
            excerpts: true,
            colour: true,
            _count: { select: { items: true, questions: true } },
          },
          documents: {
            take: 1,
            select: {
              documentVersion: {
                select: { sections: { orderBy: { position: 'asc' }, take: SECTIONS_MAX, select: { heading: true } } },
              },
            },
          },
        },
      },
    },
  })

/** The set that a link opens. Throws `not-found` where the link was never made, was taken back, or the set is withheld. */
export const sharedPage = async (shareKey: string): Promise<SharedPage> => {
  const set = await openSet(shareKey)
  const newest = set?.versions[0]
  if (!set || !newest) throw new Refusal('not-found')
  const { title, language, excerpts, colour, _count, documents } = newest
  // What is not cited stays with its owner, its headings too.
  const sections = excerpts ? [] : (documents[0]?.documentVersion.sections.map(({ heading }) => heading) ?? [])
  const counts = { facts: _count.items, questions: _count.questions }
  return { setId: set.id, title, language, colour, by: set.owner?.name ?? null, ...counts, sections }
}

/** Takes up the set that a link opens; doing so again changes nothing. Throws `not-found` as above. */
export const takeUp = async (viewer: Viewer, shareKey: string): Promise<{ readonly setId: string }> => {
  const { setId } = await sharedPage(shareKey)
  await enrol(db(), viewer.userId, setId, new Date())
  return { setId }
}
