import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { serve } from '../lib/testing/served.ts'
import { allSent, answerOne, goOn, isDone, onDevice, question, startAsGuest } from './learner.ts'

const until = async (page: Page): Promise<void> => {
  await page.goto('/today')
  await expect(page.getByText(/^Ready offline until \d/)).toBeVisible({ timeout: 60_000 })
}

/** A phone that has been here once, and whose server then went away. */
const visited = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  await startAsGuest(page)
  // The question is on screen; the pages are kept behind it.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await until(page)
  return page
}

test('after one visit everything works with no signal: a reload, twenty cards in four forms, a page that is killed; then every answer is on the server once', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const server = await serve()
  const context = await browser.newContext({
    baseURL: server.url,
    locale: 'en-GB',
    viewport: { width: 390, height: 844 },
  })
  let page = await visited(context)
  await server.kill()

  await page.goto('/study')
  const forms = new Set<string>()
  let answered = 0
  while (answered < 20) {
    if (await isDone(page)) await page.getByRole('button', { name: 'Keep going' }).click()
    await expect(question(page)).toBeVisible()
    if (answered === 10) {
      // Killed while a question is open: what was answered is there, and that question is not answered.
      const next = await context.newPage()
      await page.close()
      page = next
      await page.goto('/study')
      await expect(question(page)).toBeVisible()
    }
    const form = await answerOne(page)
    forms.add(form)
    answered += 1
    if (form !== 'flip') await goOn(page)
  }
  expect(forms.size).toBeGreaterThanOrEqual(4)
  expect(await onDevice(page)).toMatchObject({ answers: 20, unsent: 20 })
  for (const [path, words] of [
    ['/today', 'Japan–Russia relations'],
    ['/documents', 'Documents'],
    ['/progress', 'Progress'],
    ['/read', 'Japan–Russia relations'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByText(words).first()).toBeVisible()
  }
  await page.goto('/desk')
  await expect(page.getByRole('heading', { name: 'This page needs a network.' })).toBeVisible()
  await page.goto('/saved')
  await expect(page.getByText('On this device', { exact: true })).toHaveCount(20 + 1)

  const again = await serve(server.dataFolder, {}, Number(new URL(server.url).port))
  await page.reload()
  await allSent(page)
  await expect(page.getByText('On the server', { exact: true })).toHaveCount(20)
  await page.getByRole('button', { name: 'Check my data' }).click()
  await expect(page.getByText('All is well. 20 entries here and on the server give the same cards.')).toBeVisible({
    timeout: 30_000,
  })
  await context.close()
  await again.stop()
})

test('a card that went wrong on the device is found and put right', async ({ browser }) => {
  test.setTimeout(180_000)
  const server = await serve()
  const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB' })
  const page = await context.newPage()
  await startAsGuest(page)
  for (let n = 0; n < 3; n++) if ((await answerOne(page)) !== 'flip') await goOn(page)
  await allSent(page)
  await page.evaluate(async () => {
    const { userId } = JSON.parse(localStorage.getItem('footnote.account') ?? '{}')
    const opened = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open(`footnote-${userId}`)
      opening.onsuccess = () => done(opening.result)
    })
    const cards = opened.transaction('cards', 'readwrite').objectStore('cards')
    const [row] = await new Promise<{ key: string; state: { reps: number } }[]>((done) => {
      const reading = cards.getAll()
      reading.onsuccess = () => done(reading.result)
    })
    if (row) cards.put({ ...row, state: { ...row.state, reps: 99 } })
    opened.close()
  })
  await page.goto('/saved')
  await page.getByRole('button', { name: 'Check my data' }).click()
  await expect(page.getByText('Put right: 1 card.')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Check my data' }).click()
  await expect(page.getByText(/^All is well\. 3 entries/)).toBeVisible({ timeout: 30_000 })
  await context.close()
  await server.stop()
})

test('a set can be taken off the device and fetched again', async ({ page }) => {
  await startAsGuest(page)
  await page.goto('/saved')
  const keep = page.getByRole('switch', { name: /^Keep “/ })
  await expect(keep).toBeChecked()
  await keep.uncheck()
  await expect(page.getByText('Not on this device')).toBeVisible()
  await page.reload()
  await expect(keep).not.toBeChecked()
  await keep.check()
  await expect(page.getByText('Not on this device')).toBeHidden()
  await page.goto('/study')
  await expect(question(page)).toBeVisible()
})
