import { currentAccount, setAccount } from './account.ts'
import { leave } from './door.ts'
import { openStore } from './store.ts'

/** Signed out, or not: with the number of answers that could not be sent (0: the server could not be reached). */
export type SignOutResult = { signedOut: true } | { signedOut: false; unsent: number }

const unsentOf = async (userId: string): Promise<number> => {
  const store = await openStore(userId)
  const { exchange } = await import('./loop.ts')
  await exchange(store).catch(() => {})
  const { unsentInQuizzes } = await import('./quizzes.ts')
  const unsent = (await store.unsynced()) + (await unsentInQuizzes(store))
  store.close()
  return unsent
}

/**
 * Sends what is unsent, ends the reminders of this browser, then signs out. With answers left that could not be sent nothing happens, unless `leaveUnsent`:
 * then they wait on this device for their owner's next sign-in.
 */
export const signOut = async ({ leaveUnsent = false } = {}): Promise<SignOutResult> => {
  const account = currentAccount()
  const unsent = account ? await unsentOf(account.userId).catch(() => 0) : 0
  if (unsent > 0 && !leaveUnsent) return { signedOut: false, unsent }
  const { stopReminding } = await import('./push.ts')
  // Whoever has this device next is not told what the last one has to do.
  await stopReminding().catch(() => undefined)
  try {
    await leave()
  } catch {
    return { signedOut: false, unsent }
  }
  setAccount(null)
  return { signedOut: true }
}
