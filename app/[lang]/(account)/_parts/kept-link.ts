const KEY = 'footnote.link'

/** The tab's own store; null where the browser refuses it. */
const store = (): Storage | null => {
  try {
    return sessionStorage
  } catch {
    return null
  }
}

/** Keeps a one-time link for as long as this tab lives, while its owner makes an account or signs in. */
export const keepLink = (token: string): void => store()?.setItem(KEY, token)

/** Gives the link that waits in this tab, once. */
export const takeKeptLink = (): string | null => {
  const token = store()?.getItem(KEY) ?? null
  store()?.removeItem(KEY)
  return token
}

/** Where to go after coming in: to `path`, or back to a link that waits where that would be to today. */
export const onwardTo = (path: '/today' | '/bring' | '/link'): string =>
  path === '/today' && store()?.getItem(KEY) ? '/enter' : path
