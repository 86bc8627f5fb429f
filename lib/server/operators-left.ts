import 'server-only'
import type { Tx } from './db.ts'
import { Refusal } from './errors.ts'
import type { Viewer } from './viewer.ts'
import { t } from './words.ts'

/** Whoever changes who the operators are waits for whoever is doing so: the rows stay locked until the transaction ends. */
export const lockOperators = async (tx: Tx): Promise<void> => {
  await tx.user.updateMany({ where: { role: 'operator' }, data: { role: 'operator' } })
}

/**
 * Throws `conflict` where a transaction would leave nobody to run Footnote: the last operator's own doing, or two who put
 * each other out at one moment. A shell on the machine may: it can make another.
 */
export const requireOperatorLeft = async (tx: Tx, viewer: Viewer): Promise<void> => {
  if (viewer.userId === '') return
  const left = await tx.user.count({ where: { role: 'operator', suspendedAt: null } })
  if (left === 0) throw new Refusal('conflict', t('operator.lastOperator'))
}
