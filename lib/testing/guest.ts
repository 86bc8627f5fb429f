/** A guest as a phone's browser would be one: cookies, and the same-origin headers that a browser sends. */
export type Guest = {
  userId: string
  get: (path: string) => Promise<Response>
  post: (path: string, body: unknown) => Promise<Response>
}

const cookiesOf = (response: Response): [string, string][] =>
  response.headers.getSetCookie().map((line) => {
    const pair = line.split(';', 1)[0] ?? ''
    const at = pair.indexOf('=')
    return [pair.slice(0, at), pair.slice(at + 1)]
  })

/** Signs in as a new guest at a running server. Throws where the server does not make one. */
export const newGuest = async (url: string): Promise<Guest> => {
  const jar = new Map<string, string>()
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url + path, {
      ...init,
      redirect: 'manual',
      headers: { origin: url, cookie, ...init.headers },
    })
    for (const [name, value] of cookiesOf(response)) jar.set(name, value)
    return response
  }
  const { csrfToken } = (await (await send('/api/auth/csrf')).json()) as { csrfToken: string }
  await send('/api/auth/callback/guest', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, json: 'true' }),
  })
  const session = (await (await send('/api/auth/session')).json()) as { user?: { id: string } }
  if (!session.user) throw new Error('The server made no guest')
  return {
    userId: session.user.id,
    get: (path) => send(path),
    post: (path, body) =>
      send(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }
}
