import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { serve } from '../lib/testing/served.ts'
import { allSent, answerOne, goOn, isDone, onDevice, question, startAsGuest } from './learner.ts'

const DAY = 86_400_000
const dateIn = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

/** Lets the page's clock stand some days off, from its next load on. */
const standOff = (context: BrowserContext) =>
  context.addInitScript(() => {
    const days = Number(localStorage.getItem('e2e.days') ?? 0)
    const now = Date.now.bind(Date)
    Date.now = () => now() + days * 86_400_000
  })
const onDay = (page: Page, days: number): Promise<void> =>
  page.evaluate((off) => localStorage.setItem('e2e.days', String(off)), days)

/** A phone that keeps the pages, and then has no signal. */
const offline = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  await startAsGuest(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.goto('/today')
  await expect(page.getByText(/^Ready offline until \d/)).toBeVisible({ timeout: 60_000 })
  return page
}

const planExam = async (page: Page, minutes: number): Promise<void> => {
  await page.goto('/plan')
  await page.getByRole('main').getByRole('link', { name: 'Plan an exam' }).click()
  await page.getByRole('button', { name: 'Plan it' }).click()
  await expect(page.getByText('Give it a name.')).toBeVisible()
  await page.getByLabel('What is it called?').fill('Midterm')
  await page.getByLabel('Day', { exact: true }).fill(dateIn(9))
  for (const weekday of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])
    await page.getByLabel(`Minutes on ${weekday}`).fill(String(minutes))
  await page.getByRole('button', { name: 'Plan it' }).click()
  await page.waitForURL('**/plan?exam=*')
}

/** "42–75" as the forecast says it. */
const forecast = async (page: Page): Promise<[low: number, high: number]> => {
  await page.goto('/plan')
  const range = page.locator('.range.num')
  await expect(range).toBeVisible({ timeout: 60_000 })
  const [low = 0, high = low] = ((await range.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? []
  return [low, high]
}

const studyDay = async (page: Page, questions: number): Promise<void> => {
  await page.goto('/study')
  for (let n = 0; n < questions && !(await isDone(page)); n++) {
    await expect(question(page)).toBeVisible()
    if ((await answerOne(page, 'knowing')) !== 'flip') await goOn(page)
  }
}

/** Answers the test's question on screen in whatever way it asks. */
const answerInTest = async (page: Page): Promise<void> => {
  const option = page.locator('.choices input').first()
  const input = page.getByRole('textbox')
  if (await option.isVisible()) await option.check()
  else if (await input.isVisible()) await input.fill('1855')
}

test('an exam is planned with no signal; two days of study move the forecast; a practice test outlives a reload and shows in the progress', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const server = await serve()
  const context = await browser.newContext({
    ...{ baseURL: server.url, locale: 'en-GB', viewport: { width: 390, height: 844 } },
    timezoneId: 'Europe/London',
  })
  await standOff(context)
  const page = await offline(context)
  await server.kill()

  await onDay(page, -2)
  await page.reload()
  await planExam(page, 4)
  const first = await forecast(page)
  expect(first[1]).toBeGreaterThan(first[0])
  await expect(page.getByText('What will not fit')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Add \d+ minutes a day$/ })).toBeVisible({ timeout: 60_000 })

  const day = page.getByRole('button', { name: /: 4 min$/ }).nth(1)
  await day.click()
  await expect(page.getByText(/^Ten more minutes here would add/)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: /^More: / }).click()
  await expect(page.getByRole('button', { name: /: 5 min$/ })).toBeVisible()

  await page.goto('/today')
  await expect(page.getByText('About 4 minutes for Midterm.')).toBeVisible()
  await studyDay(page, 10)
  await onDay(page, -1)
  await studyDay(page, 10)
  await onDay(page, 0)

  const third = await forecast(page)
  expect(third).not.toEqual(first)
  await expect(page.getByRole('heading', { name: /^The forecast (rose|went) from/ })).toBeVisible()

  await page.getByRole('link', { name: 'Sit a practice test' }).click()
  await expect(page.getByText('Drawn from what Midterm asks')).toBeVisible()
  for (let n = 0; n < 3; n++) await page.getByRole('button', { name: 'Fewer: Questions' }).click()
  await page.getByRole('switch', { name: /^Like the real one/ }).click()
  await page.getByRole('button', { name: 'Begin' }).click()
  for (let n = 0; n < 2; n++) {
    await expect(question(page)).toBeVisible()
    await answerInTest(page)
    await page.getByRole('button', { name: 'Next', exact: true }).click()
  }
  await page.getByRole('button', { name: 'Flag this question' }).click()
  const asked = await question(page).textContent()
  // A dead battery: the page goes without a word.
  const next = await context.newPage()
  await page.close()
  await next.goto('/mock')
  await expect(question(next)).toHaveText(asked ?? '')
  await expect(next.getByRole('button', { name: 'Flag this question' })).toHaveAttribute('aria-pressed', 'true')
  await expect(next.getByRole('progressbar')).toHaveAttribute('aria-label', '2 of 5 answered')
  for (let n = 2; n < 5; n++) {
    await answerInTest(next)
    await next.locator('.study-foot .btn-primary').click()
  }
  await expect(next.getByText('1 question is flagged.')).toBeVisible()
  await next.getByRole('button', { name: 'Hand it in' }).click()
  await expect(next.getByRole('heading', { name: /of five right\.$/ })).toBeVisible()
  await expect(next.getByRole('heading', { name: 'Every answer' })).toBeVisible()
  await expect(next.getByRole('link', { name: /^Study the \d* ?facts? you missed$/ })).toBeVisible()
  // The exam is over: how it went stands beside what was forecast that morning.
  await onDay(next, 12)
  await next.goto('/plan')
  await expect(next.getByRole('heading', { name: 'When is your exam?' })).toBeVisible()
  const result = next.getByLabel(/^How did Midterm go\?/)
  await result.fill('most of it')
  await next.getByRole('button', { name: 'Keep it' }).click()
  await expect(next.getByText('Write a number from 0 to 100.')).toBeVisible()
  await result.fill('41,5')
  await next.getByRole('button', { name: 'Keep it' }).click()
  await expect(next.getByText(/^Midterm.*Came to 4[12]%; the forecast that morning was \d+%–\d+%\.$/)).toBeVisible({
    timeout: 30_000,
  })
  await onDay(next, 0)
  const { unsent } = await onDevice(next)
  expect(unsent).toBeGreaterThan(20)

  const again = await serve(server.dataFolder, {}, Number(new URL(server.url).port))
  await next.goto('/progress')
  await allSent(next)
  await expect(next.getByRole('heading', { name: 'Am I ready?' })).toBeVisible()
  await next.getByRole('button', { name: 'More' }).click()
  await expect(next.getByText(/^Predicted .+, came to/)).toBeVisible({ timeout: 30_000 })
  await expect(next.getByRole('heading', { name: 'The text, as well as you hold it' })).toBeVisible()
  await next.goto('/mock')
  await expect(next.getByRole('link', { name: /^Midterm/ })).toBeVisible()
  await context.close()
  await again.stop()
})
