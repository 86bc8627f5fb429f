import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { answerOne, goOn, onDevice, question, startAsGuest, study } from './learner.ts'

const saved = (page: Page) => expect(page.getByText('Saved', { exact: true })).toBeVisible()

test('cards are turned over instead of asked, for all sets or for one', async ({ page }) => {
  await startAsGuest(page)
  await page.goto('/settings')
  await page.getByRole('group', { name: 'Ask as' }).getByText('Cards').click()
  await saved(page)
  await page.goto('/study?more=1')
  await expect(question(page)).toBeVisible()
  // A fact that has nothing to be turned over is asked as ever.
  expect(await study(page, 6)).toContain('flip')

  await page.goto('/documents')
  await page.getByText('How you study it').click()
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().includes('/documents'),
  )
  await page.getByRole('group', { name: 'Ask as' }).getByText('Questions').click()
  await answered
  await expect(async () => {
    await page.goto('/study?more=1')
    await expect(question(page)).toBeVisible()
    expect(await study(page, 3)).not.toContain('flip')
  }).toPass({ timeout: 20_000 })
})

test('what an answer counts as is one tap from another rating, and stays one answer', async ({ page }) => {
  await startAsGuest(page)
  await answerOne(page, 'knowing')
  const counts = page.getByRole('group', { name: 'Counts as' })
  await expect(counts.getByRole('button', { pressed: true })).toHaveText(/^(Good|Hard)/)
  await page.waitForTimeout(300)
  await counts.getByRole('button', { name: /^Easy/ }).click()
  await expect(counts.getByRole('button', { pressed: true })).toHaveText(/^Easy/)
  await expect.poll(() => onDevice(page)).toMatchObject({ answers: 2, undone: 1 })
  await goOn(page)
  await page.goto('/saved')
  await page.getByRole('button', { name: 'Check my data' }).click()
  await expect(page.getByText(/^All is well\. 3 entries/)).toBeVisible({ timeout: 30_000 })
})

test('a day off asks nothing and says so, and the week is told to who wants it', async ({ page }) => {
  await startAsGuest(page)
  await answerOne(page)
  await page.goto('/settings')
  const goal = page.getByRole('group', { name: 'Days of study a week' })
  await goal.getByRole('button', { name: /^More/ }).click()
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'Asia/Tokyo' })
  // A study day begins at four.
  const today = weekday.format(Date.now() - 4 * 3_600_000)
  await page.getByRole('group', { name: 'Days off' }).getByRole('button', { name: today }).click()
  await saved(page)
  await expect(async () => {
    await page.goto('/today')
    await expect(page.getByRole('heading', { name: 'A day off.' })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await expect(page.getByText('Your week is complete: 1 of 1 days')).toBeVisible()
  await page.getByRole('link', { name: 'Keep going' }).click()
  await expect(question(page)).toBeVisible()
})

test('text is as large, buttons stand as the hand likes, a swipe goes on, and questions are read out', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    speechSynthesis.speak = ({ text, lang }) => void heard.push(`${lang} ${text}`)
  })
  await startAsGuest(page)
  const before = (await question(page).evaluate((heading) => getComputedStyle(heading).fontSize)) ?? ''
  await page.goto('/settings')
  await page.getByRole('group', { name: 'Text size' }).getByText('Largest').click()
  for (const name of ['Left-handed', 'Swipes', 'Read aloud']) await page.getByRole('switch', { name }).check()
  await page.goto('/study?more=1')
  await expect(question(page)).toBeVisible()
  const after = await question(page).evaluate((heading) => getComputedStyle(heading).fontSize)
  expect(Number.parseFloat(after)).toBeGreaterThan(Number.parseFloat(before) * 1.25)
  const [undo, close] = [
    await page.getByRole('button', { name: 'Undo the last answer' }).boundingBox(),
    await page.getByRole('link', { name: 'Stop and save' }).boundingBox(),
  ]
  expect(undo?.x).toBeLessThan(close?.x ?? 0)
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  await expect.poll(heard).toContainEqual(expect.stringMatching(/^en \S/))

  await answerOne(page)
  await page.waitForTimeout(300)
  const asked = await question(page).textContent()
  await page.evaluate(() => {
    const at = (x: number) => new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 300 })
    document.dispatchEvent(new TouchEvent('touchstart', { touches: [at(320)] }))
    document.dispatchEvent(new TouchEvent('touchend', { changedTouches: [at(120)] }))
  })
  await expect.poll(() => question(page).textContent()).not.toBe(asked)
})
