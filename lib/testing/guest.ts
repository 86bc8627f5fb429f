/** A guest as a phone's browser would be one: cookies, and the same-origin headers that a browser sends. */
export type Guest = {
  userId: string
  get: (path: string) => Promise<Response>
  post: (path: string, body: unknown) => Promise<Response>
  postFile: (path: string, name: string, bytes: Buffer) => Promise<Response>
}

const cookiesOf = (response: Response): [string, string][] =>
  response.headers.getSetCookie().map((line) => {
    const pair = line.split(';', 1)[0] ?? ''
    const at = pair.indexOf('=')
    return [pair.slice(0, at), pair.slice(at + 1)]
  })

type Send = (path: string, init?: RequestInit) => Promise<Response>

/** Requests to a running server as one browser sends them. */
const browserAt = (url: string): Send => {
  const jar = new Map<string, string>()
  return async (path, init = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url + path, {
      ...init,
      redirect: 'manual',
      headers: { origin: url, cookie, ...init.headers },
    })
    for (const [name, value] of cookiesOf(response)) jar.set(name, value)
    return response
  }
}

const enter = async (send: Send, provider: string, fields: Record<string, string> = {}): Promise<Response> => {
  const { csrfToken } = (await (await send('/api/auth/csrf')).json()) as { csrfToken: string }
  return send(`/api/auth/callback/${provider}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
  })
}

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** Makes an account by name at a running server; signs in to it from a browser that has no session. Throws when refused. */
export const newMember = async (url: string, name: string, password: string) => {
  const made = await browserAt(url)('/api/account', json({ name, password }))
  if (!made.ok) throw new Error(`/api/account answered ${made.status}: ${await made.text()}`)
  return {
    signIn: async (): Promise<void> => {
      const answer = await enter(browserAt(url), 'password', { email: name, password })
      if (!answer.ok) throw new Error(`The sign-in of ${name} was answered ${answer.status}`)
    },
  }
}

/** Signs in as a new guest at a running server. Throws where the server does not make one. */
export const newGuest = async (url: string): Promise<Guest> => {
  const send = browserAt(url)
  await enter(send, 'guest')
  const session = (await (await send('/api/auth/session')).json()) as { user?: { id: string } }
  if (!session.user) throw new Error('The server made no guest')
  return {
    userId: session.user.id,
    get: (path) => send(path),
    post: (path, body) => send(path, json(body)),
    postFile: (path, name, bytes) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) },
        body: new Uint8Array(bytes),
      }),
  }
}
