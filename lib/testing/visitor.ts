import { POST as postAccount } from '#app/api/account/route.ts'
import { GET, POST } from '#app/api/auth/[...nextauth]/route.ts'
import { handle } from '#lib/server/handle.ts'
import { newBrowser } from './people.ts'

let nth = 0
/** A browser at an address of its own, so that tests do not use up each other's tries. */
export const visitor = (address?: string) => {
  nth += 1
  const browser = newBrowser(address ?? `198.51.${nth >> 8}.${nth & 255}`)
  const auth = async (path: string, form?: Record<string, string>) =>
    browser.send(form ? POST : GET, `/api/auth/${path}`, { nextauth: path.split('/') }, form ? { form } : {})
  const token = async () => ((await (await auth('csrf')).json()) as { csrfToken: string }).csrfToken
  const enter = async (provider: string, form: Record<string, string> = {}) =>
    auth(`callback/${provider}`, { ...form, csrfToken: await token() })
  return {
    jar: browser.jar,
    send: browser.send,
    auth,
    enter,
    leave: async () => auth('signout', { csrfToken: await token() }),
    signUp: (json: unknown) => browser.send(postAccount, '/api/account', {}, { json }),
    session: async () => ((await (await auth('session')).json()) as { user?: Record<string, unknown> }).user ?? null,
    whoAmI: () =>
      browser.send(
        handle({ auth: 'viewer' }, ({ viewer }) => viewer),
        '/api/me',
        {},
      ),
  }
}
