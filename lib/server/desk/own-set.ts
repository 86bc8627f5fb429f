import 'server-only'
import { db, type Tx } from '../db.ts'
import { Refusal } from '../errors.ts'
import { authorise, type Viewer } from '../viewer.ts'
import { keptLook, type Look } from './look.ts'

export type OwnSet = {
  readonly id: string
  readonly documentId: string
  readonly visibility: 'private' | 'public'
  readonly shareKey: string | null
  readonly forms: readonly string[] | null
  readonly onlyAccepted: boolean
  /** Its newest version. */
  readonly version: number
  readonly versionId: string
  readonly title: string
  readonly contentHash: string
  readonly aliases: unknown
  readonly excerpts: boolean
  readonly look: Look
  /** People other than the owner who study it. */
  readonly learners: number
}

/** A set of the viewer's that was made of a text. Throws `not-found`, also where it is somebody else's. */
export const ownSet = async (viewer: Viewer, setId: string, tx: Tx = db()): Promise<OwnSet> => {
  const set = await tx.questionSet.findUnique({
    where: { id: setId },
    select: {
      ...{
        id: true,
        ownerId: true,
        documentId: true,
        visibility: true,
        shareKey: true,
        forms: true,
        onlyAccepted: true,
      },
      versions: { orderBy: { version: 'desc' }, take: 1 },
      _count: { select: { enrolments: { where: { userId: { not: viewer.userId } } } } },
    },
  })
  authorise(viewer, 'change', { kind: 'set', ownerId: set?.ownerId ?? null, shared: false }, 'not-found')
  const newest = set?.versions[0]
  if (!set?.documentId || !newest) throw new Refusal('not-found')
  const { id, documentId, visibility, shareKey, forms, onlyAccepted, _count } = set
  const { version, title, contentHash, aliases, excerpts } = newest
  return {
    ...{ id, documentId, visibility, shareKey, forms: forms as string[] | null, version, versionId: newest.id },
    ...{ onlyAccepted: onlyAccepted ?? false, excerpts: excerpts ?? false },
    ...{ title, contentHash, aliases, learners: _count.enrolments, look: keptLook(newest) },
  }
}
