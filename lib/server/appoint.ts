import 'server-only'
import { transaction } from './db.ts'
import { Refusal } from './errors.ts'
import { lockOperators, requireOperatorLeft } from './operators-left.ts'
import { requireMember } from './people.ts'
import { note } from './security-log.ts'
import { authorise, type Viewer } from './viewer.ts'
import { t } from './words.ts'

/** Makes a member an operator too. Throws `not-found`, `not-allowed`, `conflict` for who is kept out. */
export const makeOperator = async (viewer: Viewer, userId: string): Promise<void> => {
  authorise(viewer, 'appoint', { kind: 'account', userId })
  const made = await transaction(async (tx) => {
    await requireMember(userId, tx)
    const { count } = await tx.user.updateMany({
      where: { id: userId, role: 'learner', suspendedAt: null },
      data: { role: 'operator' },
    })
    if (count === 0 && (await tx.user.count({ where: { id: userId, role: 'learner' } })) > 0)
      throw new Refusal('conflict', t('operator.suspendedNot'))
    return count > 0
  })
  if (made) await note('operator-made', { userId, by: viewer })
}

/** Makes an operator a learner again, oneself too unless nobody else is left. Throws as above. */
export const unmakeOperator = async (viewer: Viewer, userId: string): Promise<void> => {
  authorise(viewer, 'appoint', { kind: 'account', userId })
  const unmade = await transaction(async (tx) => {
    await requireMember(userId, tx)
    await lockOperators(tx)
    const { count } = await tx.user.updateMany({ where: { id: userId, role: 'operator' }, data: { role: 'learner' } })
    if (count > 0) await requireOperatorLeft(tx, viewer)
    return count > 0
  })
  if (unmade) await note('operator-unmade', { userId, by: viewer })
}
