'use client'
import { useLearner } from '#app/_client/index.ts'
import { type Account, signIn } from '#lib/client/index.ts'
import { onwardTo } from './kept-link.ts'

type CameIn = { readonly before: Account | null; readonly now: Account | null; readonly pending: boolean }

/**
 * Where to go on from a sign-in: to the question whether an account elsewhere, where one is `pending`, is to be linked; to the one
 * whose answers they are to be, where another guest has studied on this device; else to a link that waits, or to today.
 */
export const afterSignIn = ({ before, now, pending }: CameIn): string => {
  if (pending) return onwardTo('/link')
  return onwardTo(before?.kind === 'guest' && before.userId !== now?.userId ? '/bring' : '/today')
}

/** Signs in and goes on, by whichever way. Throws as `signIn`. */
export const useSignIn = (pending: boolean) => {
  const { account, refresh } = useLearner()
  return async (...how: Parameters<typeof signIn>): Promise<void> => {
    // What a guest has not sent yet could not be sent under another name.
    if (account) await refresh()
    location.assign(afterSignIn({ before: account, now: await signIn(...how), pending }))
  }
}
