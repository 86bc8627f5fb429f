import { GET } from '#app/api/auth/[...nextauth]/route.ts'
import type { visitor } from './visitor.ts'

type Browser = ReturnType<typeof visitor>
type Trip = {
  readonly provider?: string
  readonly purpose?: 'enter' | 'link'
  readonly invitation?: string
  /** Changes the address at which the browser comes back. */
  readonly alter?: (back: URL) => void
}

/** Goes out to a provider; returns our answer. */
export const goOut = async (
  browser: Browser,
  { provider = 'oidc', purpose = 'enter', invitation }: Trip = {},
): Promise<Response> => {
  const { csrfToken } = (await (await browser.auth('csrf')).json()) as { csrfToken: string }
  return browser.auth(`signin/${provider}`, {
    csrfToken,
    callbackUrl: '/arrive',
    purpose,
    ...(invitation ? { invitation } : {}),
  })
}

/** Comes back from a provider at the address it sent the browser to; returns where we send it on to. */
export const comeBack = async (
  browser: Browser,
  back: URL,
  { provider = 'oidc', alter }: Trip = {},
): Promise<string> => {
  alter?.(back)
  const answer = await browser.send(GET, back.pathname + back.search, { nextauth: ['callback', provider] })
  return answer.headers.get('location') ?? `no redirect: ${answer.status}`
}

/** Where the provider sends a browser that followed our answer. */
export const throughProvider = async (out: Response): Promise<URL> => {
  const { url } = (await out.json()) as { url: string }
  return new URL((await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '')
}

/** Out and back; returns where we send the browser in the end. */
export const through = async (browser: Browser, trip: Trip = {}): Promise<string> =>
  comeBack(browser, await throughProvider(await goOut(browser, trip)), trip)
