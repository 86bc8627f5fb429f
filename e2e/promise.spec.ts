import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { signIn, signUp } from './account.ts'
import { type Between, between } from './between.ts'
import { allSent, answerOne, onDevice, question, startAsGuest, study, verdict } from './learner.ts'

// "An answer you saw accepted is never lost and never counted twice", clause by clause, over whatever may lie between.

const PHONE = { locale: 'en-GB', viewport: { width: 390, height: 844 } }

const checked = async (page: Page, entries: number): Promise<void> => {
  await page.goto('/saved')
  await page.getByRole('button', { name: 'Check my data' }).click()
  const words = `All is well. ${entries} entries here and on the server give the same cards.`
  await expect(page.getByText(words)).toBeVisible({ timeout: 30_000 })
}

const withProxy = async (
  browser: Browser,
  appUrl: string | undefined,
  run: (page: Page, proxy: Between, context: BrowserContext) => Promise<void>,
): Promise<void> => {
  const proxy = await between(String(appUrl))
  const context = await browser.newContext({ ...PHONE, baseURL: proxy.url })
  try {
    await run(await context.newPage(), proxy, context)
  } finally {
    await context.close()
    await proxy.close()
  }
}

test('an acknowledgement that is lost on its way: the answer is sent again and counted once', async ({
  browser,
  baseURL,
}) =>
  withProxy(browser, baseURL, async (page, proxy) => {
    await startAsGuest(page)
    proxy.exchange = 'lost'
    await study(page, 3)
    await expect.poll(() => proxy.posted.length, { timeout: 30_000 }).toBeGreaterThan(1)
    expect(await onDevice(page)).toMatchObject({ answers: 3, unsent: 3 })
    proxy.exchange = 'through'
    await page.reload()
    await allSent(page)
    await checked(page, 3)
  }))

test('a gateway that fails and a server that stalls hold nobody up, and lose nothing', async ({ browser, baseURL }) =>
  withProxy(browser, baseURL, async (page, proxy) => {
    await startAsGuest(page)
    proxy.exchange = 'gateway'
    await study(page, 2)
    proxy.exchange = 'stalled'
    await page.reload()
    await study(page, 2)
    expect(await onDevice(page)).toMatchObject({ answers: 4, unsent: 4 })
    proxy.exchange = 'through'
    await page.reload()
    await allSent(page)
    await checked(page, 4)
  }))

test('two devices offline at once, their clocks three hours apart, come to the same cards', async ({
  browser,
  baseURL,
}) => {
  const name = `two-${Date.now()}@example.org`
  const here = await browser.newContext({ ...PHONE, baseURL: String(baseURL) })
  const there = await browser.newContext({ ...PHONE, baseURL: String(baseURL) })
  await there.addInitScript(() => {
    const real = Date.now
    Date.now = () => real() + 3 * 3_600_000
  })
  const [one, other] = [await here.newPage(), await there.newPage()]
  await startAsGuest(one)
  await study(one, 1)
  await signUp(one, name)
  await signIn(other, name)
  for (const page of [one, other]) {
    await page.goto('/study?more=1')
    await expect(question(page)).toBeVisible()
  }
  await allSent(one)
  await Promise.all([here.setOffline(true), there.setOffline(true)])
  await study(one, 3)
  await study(other, 3)
  await other.getByRole('button', { name: 'Undo the last answer' }).click()
  await expect.poll(() => onDevice(other)).toMatchObject({ undone: 1 })
  await Promise.all([here.setOffline(false), there.setOffline(false)])
  for (const page of [one, other, one]) {
    await page.goto('/today')
    await allSent(page)
  }
  // One answer before, three on each, and an undo.
  for (const page of [one, other]) {
    await expect.poll(() => onDevice(page)).toMatchObject({ answers: 7, undone: 1 })
    await checked(page, 8)
  }
  // An answer that the one with the fast clock gave, taken back on the other.
  await one
    .getByRole('button', { name: /^Take back/ })
    .first()
    .click()
  await one.getByRole('button', { name: /^Really take it back/ }).click()
  await expect(one.getByText('Taken back. It does not count any more, on any of your devices.')).toBeVisible()
  await allSent(one)
  await other.goto('/today')
  await expect.poll(() => onDevice(other)).toMatchObject({ answers: 7, undone: 2 })
  for (const page of [one, other]) await checked(page, 9)
  await Promise.all([here.close(), there.close()])
})

test('a device without room says so, keeps what it has, and takes the answer once there is room', async ({ page }) => {
  await startAsGuest(page)
  await study(page, 1)
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype
    Object.assign(window, { room: () => Object.assign(IDBObjectStore.prototype, { put }) })
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('No room', 'QuotaExceededError')
    }
  })
  await page.waitForTimeout(300)
  await page.getByRole('button', { name: 'I don’t know yet' }).click()
  await expect(page.getByText('This device has no room left.')).toBeVisible()
  expect(await onDevice(page)).toMatchObject({ answers: 1 })
  await page.evaluate(() => (window as unknown as { room: () => void }).room())
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(verdict(page)).toBeVisible()
  await expect.poll(() => onDevice(page)).toMatchObject({ answers: 2 })
})

test('a new version waits for the end of a session while the old one goes on, and a bad deploy changes nothing', async ({
  browser,
  baseURL,
}) =>
  withProxy(browser, baseURL, async (page, proxy, context) => {
    const look = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready
        await registration.update().catch(() => undefined)
        await new Promise<void>((done) => {
          const settled = () => {
            if (!registration.installing) return done()
            registration.installing.addEventListener('statechange', settled, { once: true })
          }
          settled()
        })
        return { waiting: registration.waiting !== null }
      })
    await startAsGuest(page)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

    const bad = (script: string) =>
      script.replace(/"([0-9a-f]{64})"/g, '"0000000000000000000000000000000000000000000000000000000000000000"')
    proxy.worker = (script) => bad(script.replace(/("version":\s*")/, '$1bad-'))
    expect(await look()).toEqual({ waiting: false })

    proxy.worker = (script) => script.replace(/("version":\s*")/, '$1next-')
    expect(await look()).toEqual({ waiting: true })
    await answerOne(page)
    await expect(page.getByText('A newer Footnote is ready.')).toBeHidden()
    await allSent(page)

    await page.goto('/today')
    await expect(page.getByText('A newer Footnote is ready.')).toBeVisible()
    await page.getByRole('button', { name: 'Use it now' }).click()
    await expect(page.getByText('A newer Footnote is ready.')).toBeHidden()
    await expect(async () => {
      // The page is loaded anew while it is asked.
      const waits = await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null)
      expect(waits).toBe(false)
    }).toPass({ timeout: 15_000 })
    await expect(page.getByRole('link', { name: 'Start' })).toBeVisible()
    await context.setOffline(true)
    await page.goto('/study')
    await expect(question(page)).toBeVisible()
    expect(await onDevice(page)).toMatchObject({ answers: 1, unsent: 0 })
  }))
