import { csrfToken, postForm } from './door.ts'
import { WireError } from './wire.ts'

/**
 * Where to send this browser so that GitHub, Google or another proves who is there; `link` is for a member who wants that
 * account beside their own, and an `invitation` goes along with somebody new. Throws `WireError`, in the server's words where the provider does not answer.
 */
export const wayTo = async (provider: string, purpose: 'enter' | 'link', invitation?: string): Promise<string> => {
  const token = await csrfToken()
  const fields = { csrfToken: token, callbackUrl: '/arrive', purpose, ...(invitation ? { invitation } : {}) }
  const body = (await postForm(`/api/auth/signin/${provider}`, fields)) as { url?: unknown } | null
  if (typeof body?.url !== 'string') throw new WireError('garbled', 200, 'No address')
  return body.url
}
