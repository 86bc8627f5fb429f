'use client'
import { useLearner } from '#app/_client/index.ts'
import { adoptSession } from '#lib/client/index.ts'
import { send, type Trouble, troubleOf } from '../_parts/send.ts'
import { afterSignIn, useSignIn } from '../_parts/use-sign-in.ts'

/** Comes in by a link, or by a new password; null when the page is on its way elsewhere. */
export const useEntrance = () => {
  const { account, refresh } = useLearner()
  const enter = useSignIn(false)
  const byLink = async (token: string): Promise<Trouble | null> => {
    try {
      await enter('link', { token })
      return null
    } catch (thrown) {
      return troubleOf(thrown)
    }
  }
  const byPassword = async (token: string, password: string): Promise<Trouble | null> => {
    // As in `useSignIn`.
    if (account) await refresh()
    const wrong = await send('/api/account/password', { token, password })
    if (wrong) return wrong
    try {
      location.assign(afterSignIn({ before: account, now: await adoptSession(), pending: false }))
      return null
    } catch (thrown) {
      return troubleOf(thrown)
    }
  }
  return { byLink, byPassword }
}
