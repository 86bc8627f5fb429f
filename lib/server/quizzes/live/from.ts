import 'server-only'
import { type Candidate, candidatesIn, LIVE_RULES, pickOne } from '#lib/quiz/index.ts'
import { learnersIn, openSet } from '../../classes/assign.ts'
import { leastKnown } from '../../classes/facts.ts'
import { roleIn } from '../../classes/read.ts'
import { db } from '../../db.ts'
import { Refusal } from '../../errors.ts'
import { newestPack } from '../../packs.ts'
import { authorise, type Viewer } from '../../viewer.ts'
import { t } from '../../words.ts'
import { assignQuiz } from '../assign.ts'
import { hiddenIn } from '../hidden.ts'
import type { QuizInput } from '../input.ts'

/** So many are asked where nobody said which: some minutes of a lesson. */
const ASKED = 10

/**
 * A live round of some facts of a set, one question each, for a class or some of it to begin with at once. Throws `not-found`,
 * `not-allowed`, `cannot-use` where none of them can be asked.
 */
export const startLiveFrom = async (
  viewer: Viewer,
  { classId, setId, factIds, toIds = null }: QuizInput<'liveFrom'>,
): Promise<{ readonly assignmentId: string }> => {
  const role = await roleIn(db(), viewer.userId, classId)
  authorise(viewer, 'read', { kind: 'class', role })
  authorise(viewer, 'change', { kind: 'class', role })
  await openSet(db(), viewer.userId, setId, classId)
  const { pack } = await newestPack(db(), setId)
  const userIds = await learnersIn(db(), classId, toIds)
  // What a quiz keeps back from them nobody tells them meanwhile.
  const hidden = await hiddenIn(classId)
  const open = candidatesIn(pack, null).filter(({ fact }) => !hidden.has(fact.id))
  const wanted = new Set(factIds ?? (await leastOf(open, { classId, setId, userIds })))
  const asked = open.filter(({ fact }) => wanted.has(fact.id))
  const questionIds = pickOne(asked, null).map(({ id }) => id)
  if (questionIds.length === 0) throw new Refusal('cannot-use', t('live.nothingToAsk'))
  const { assignmentIds } = await assignQuiz(viewer, {
    ...{ kind: 'live', setId, title: null, questionIds, rules: LIVE_RULES, draft: false, hides: false, toIds },
    classes: [{ classId, opensAt: null, closesAt: null }],
  })
  return { assignmentId: assignmentIds[0] ?? '' }
}

/** What they know least, and where they were not assigned the set, its first facts. */
const leastOf = async (
  open: readonly Candidate[],
  asked: { readonly classId: string; readonly setId: string; readonly userIds: readonly string[] },
): Promise<string[]> => {
  const askable = new Set(open.map(({ fact }) => fact.id))
  const known = (await leastKnown(asked)).filter((factId) => askable.has(factId))
  return (known.length > 0 ? known : [...askable]).slice(0, ASKED)
}
