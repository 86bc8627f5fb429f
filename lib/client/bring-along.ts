import { forgetLearner } from './forget.ts'
import { openStore } from './store.ts'

/**
 * After the server has made a guest's log a member's: sends in the member's name what the guest had not sent yet, and
 * removes the guest's store, unless something in it could not be sent. Throws `WireError`, `StorageError`.
 */
export const bringAlong = async (guestId: string, memberId: string): Promise<void> => {
  const store = await openStore(guestId)
  const { sendAs } = await import('./loop.ts')
  if ((await store.unsynced()) > 0) await sendAs(store, memberId)
  const left = await store.unsynced()
  store.close()
  if (left === 0) await forgetLearner(guestId)
}
