import 'server-only'
import { candidatesIn, LIVE_RULES, pickOne } from '#lib/quiz/index.ts'
import { openSet } from '../../classes/assign.ts'
import { roleIn } from '../../classes/read.ts'
import { db } from '../../db.ts'
import { Refusal } from '../../errors.ts'
import { newestPack } from '../../packs.ts'
import { authorise, type Viewer } from '../../viewer.ts'
import { t } from '../../words.ts'
import { assignQuiz } from '../assign.ts'
import type { QuizInput } from '../input.ts'

/**
 * A live round of some facts of a set, one question each, for a class to begin with at once. Throws `not-found`,
 * `not-allowed`, `cannot-use` where none of them can be asked.
 */
export const startLiveFrom = async (
  viewer: Viewer,
  { classId, setId, factIds }: QuizInput<'liveFrom'>,
): Promise<{ readonly assignmentId: string }> => {
  const role = await roleIn(db(), viewer.userId, classId)
  authorise(viewer, 'read', { kind: 'class', role })
  authorise(viewer, 'change', { kind: 'class', role })
  await openSet(db(), viewer.userId, setId)
  const { pack } = await newestPack(db(), setId)
  const wanted = candidatesIn(pack, null).filter(({ fact }) => factIds.includes(fact.id))
  const questionIds = pickOne(wanted, null).map(({ id }) => id)
  if (questionIds.length === 0) throw new Refusal('cannot-use', t('live.nothingToAsk'))
  const { assignmentIds } = await assignQuiz(viewer, {
    ...{ kind: 'live', setId, title: null, questionIds, rules: LIVE_RULES, draft: false, hides: false },
    classes: [{ classId, opensAt: null, closesAt: null }],
  })
  return { assignmentId: assignmentIds[0] ?? '' }
}
