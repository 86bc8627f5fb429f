import { type Page, request } from '@playwright/test'
import { OTHER_NAME } from '../lib/testing/browser.ts'
import { proxyTo } from '../lib/testing/proxied.ts'
import { serve, TEST_TLS } from '../lib/testing/served.ts'
import { signIn, signOut, signUp } from './account.ts'
import { expect, test } from './fixtures.ts'
import { allSent, onDevice, startAsGuest, study } from './learner.ts'

/** Notes every address that a page asks for at another host than its own. */
const strayRequests = (page: Page, host: string): string[] => {
  const stray: string[] = []
  page.on('request', (asked) => {
    const url = new URL(asked.url())
    if (url.protocol.startsWith('http') && url.host !== host) stray.push(asked.url())
  })
  return stray
}

test('a phone signs in and studies over plain HTTP, under a name that is not localhost', async ({
  browser,
  baseURL,
  problems,
}) => {
  const host = `${OTHER_NAME}:${new URL(baseURL ?? '').port}`
  const context = await browser.newContext({ baseURL: `http://${host}` })
  const page = await context.newPage()
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  const stray = strayRequests(page, host)
  await startAsGuest(page)
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
  await study(page, 3, 'knowing')
  await allSent(page)
  const email = `network-${Date.now()}@example.org`
  await signUp(page, email)
  await signOut(page)
  await signIn(page, email)
  await page.goto('/study')
  await study(page, 1, 'knowing')
  await allSent(page)
  expect((await onDevice(page)).answers).toBe(4)
  expect(stray).toEqual([])
  await context.close()
})

test('a name that is not ours is refused, and no answer leads there', async ({ baseURL }) => {
  const api = await request.newContext({ baseURL: baseURL ?? '', extraHTTPHeaders: { host: 'evil.example' } })
  for (const path of ['/', '/sign-in', '/api/auth/providers', '/api/auth/signin', '/api/health']) {
    const answer = await api.get(path, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(421)
    expect(answer.headers().location, path).toBeUndefined()
  }
  await api.dispose()
})

test('with a certificate of its own the app is served encrypted', async ({ browser }) => {
  const server = await serve(undefined, TEST_TLS)
  try {
    const context = await browser.newContext({ baseURL: server.url, ignoreHTTPSErrors: true })
    const page = await context.newPage()
    const landing = await page.goto('/')
    expect(landing?.headers()['strict-transport-security']).toContain('max-age')
    await startAsGuest(page)
    await study(page, 2, 'knowing')
    await allSent(page)
    const cookies = await context.cookies()
    expect(cookies.filter(({ name }) => name === '__Secure-next-auth.session-token').map((one) => one.secure)).toEqual([
      true,
    ])
    await context.close()
  } finally {
    await server.stop()
  }
})

test('behind the proxy of the README people are told apart, and nothing leads past it', async ({ browser }) => {
  let inner = 0
  const proxy = await proxyTo(() => inner)
  const host = `${OTHER_NAME}:${proxy.port}`
  const server = await serve(undefined, { FOOTNOTE_URL: `https://${host}`, FOOTNOTE_TRUST_PROXY: '1' })
  inner = Number(new URL(server.url).port)
  try {
    const context = await browser.newContext({ baseURL: `https://${host}`, ignoreHTTPSErrors: true })
    const page = await context.newPage()
    const stray = strayRequests(page, host)
    await startAsGuest(page)
    await study(page, 2, 'knowing')
    await allSent(page)
    const email = `proxied-${Date.now()}@example.org`
    await signUp(page, email)
    await signOut(page)
    await signIn(page, email)
    expect(stray).toEqual([])
    await context.close()
  } finally {
    await server.stop()
    proxy.close()
  }
})
