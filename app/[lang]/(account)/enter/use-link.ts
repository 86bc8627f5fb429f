'use client'
import { useEffect, useRef, useState } from 'react'
import { postJson, WireError } from '#lib/client/index.ts'
import { takeKeptLink } from '../_parts/kept-link.ts'
import { type Trouble, troubleOf } from '../_parts/send.ts'
import { type Link, tokenIn } from './screen.ts'

export type Looked =
  | { readonly kind: 'looking' | 'none' | 'over' }
  | { readonly kind: 'stuck'; readonly trouble: Trouble; readonly token: string }
  | { readonly kind: 'found'; readonly link: Link; readonly token: string }

/** Asks the server what a token is for; whoever only looks does not use it up. */
export const lookAt = async (token: string): Promise<Looked> => {
  try {
    return { kind: 'found', link: (await postJson('/api/links', { token })) as Link, token }
  } catch (thrown) {
    const over = thrown instanceof WireError && thrown.code === 'link-over'
    return over ? { kind: 'over' } : { kind: 'stuck', trouble: troubleOf(thrown), token }
  }
}

/** The token in the address bar, which is cleared of it: it is not to stay in the history. */
const tokenInBar = (): string | null => {
  const token = tokenIn(location.hash)
  if (token !== null) history.replaceState(null, '', location.pathname)
  return token
}

/** The link that this page was opened with, or one that waited in this tab, and ways to look at another one. */
export const useLink = () => {
  const [looked, show] = useState<Looked>({ kind: 'looking' })
  const arrived = useRef(false)
  useEffect(() => {
    const arrive = async (token: string | null) => show(token === null ? { kind: 'none' } : await lookAt(token))
    if (!arrived.current) void arrive(tokenInBar() ?? takeKeptLink())
    arrived.current = true
    // A link that is pasted where this page is open already.
    const pasted = () => {
      const token = tokenInBar()
      if (token !== null) void arrive(token)
    }
    addEventListener('hashchange', pasted)
    return () => removeEventListener('hashchange', pasted)
  }, [])
  const again = async (token: string) => {
    show({ kind: 'looking' })
    show(await lookAt(token))
  }
  return { looked, again, show }
}
