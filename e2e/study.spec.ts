import type { Page } from '@playwright/test'
import { devices } from '@playwright/test'
import { signIn, signOut, signUp } from './account.ts'
import { expect, test, watch } from './fixtures.ts'
import {
  allSent,
  answerOnDevice,
  answerOne,
  finish,
  formOnScreen,
  goOn,
  isDone,
  onDevice,
  question,
  source,
  startAsGuest,
  study,
  verdict,
} from './learner.ts'

/** Answers the question on screen wrongly; tells the sentence that it stands on. */
const missOne = async (page: Page): Promise<string> => {
  const form = await formOnScreen(page)
  await page.waitForTimeout(300)
  const unknown = page.getByRole('button', { name: 'I don’t know yet' })
  if (await unknown.isVisible()) await unknown.click()
  else {
    const key = String(await answerOnDevice(page, form))
    const right = form === 'true-false' ? key.replace(/^./, (letter) => letter.toUpperCase()) : key
    await page
      .locator('.choice')
      .filter({ hasNot: page.getByText(right, { exact: true }) })
      .first()
      .click()
  }
  await expect(verdict(page)).toBeVisible()
  return ((await source(page).first().locator('.said > span').last().textContent()) ?? '').trim()
}

/** Everything the progress page says, drawings included. */
const progressOf = async (page: Page): Promise<string | null> => {
  await page.goto('/progress')
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  await expect(page.getByText('answers so far today')).toBeVisible()
  return page.getByRole('main').textContent()
}

test('a guest studies, undoes, signs up, and finds the same progress on another device', async ({
  page,
  browser,
  problems,
}) => {
  const email = `learner-${Date.now()}@example.org`

  await startAsGuest(page)
  const forms = await study(page, 10, 'knowing')
  expect(forms.size, `forms met: ${[...forms].join(', ')}`).toBeGreaterThanOrEqual(4)

  if (await isDone(page)) await page.getByRole('button', { name: 'Keep going' }).click()
  await answerOne(page)
  const asked = await question(page).textContent()
  await page.getByRole('button', { name: 'Undo the last answer' }).click()
  await expect(verdict(page)).toBeHidden()
  await expect.poll(() => question(page).textContent()).toBe(asked)
  await expect.poll(() => onDevice(page)).toMatchObject({ answers: 11, undone: 1 })

  await page.getByRole('link', { name: 'Stop and save' }).click()
  await page.waitForURL('**/today')
  const before = await progressOf(page)
  expect(before).toContain('10 answers so far today')

  await signUp(page, email)
  await allSent(page)
  await expect.poll(() => progressOf(page)).toBe(before)

  await signOut(page)
  expect(await page.evaluate(() => localStorage.getItem('footnote.account'))).toBeNull()

  const elsewhere = await browser.newContext(devices['Pixel 7'])
  const other = await elsewhere.newPage()
  watch(other, problems)
  await signIn(other, email)
  await expect.poll(() => progressOf(other)).toBe(before)
  await elsewhere.close()
})

test('every answer shows the sentence it stands on, one tap from its place', async ({ page }) => {
  await startAsGuest(page)
  await answerOne(page)
  const sentence = ((await source(page).first().locator('.said > span').last().textContent()) ?? '').trim()
  expect(sentence.length).toBeGreaterThan(20)
  await expect(source(page).first().locator('mark').first()).toBeVisible()
  await source(page).first().getByRole('link', { name: 'Read in place' }).click()
  await page.waitForURL(/\/read\?.*#f\d+$/)
  await expect(page.getByRole('main')).toContainText(sentence)
})

test('study goes on without a network, and what was answered is sent when it is back', async ({
  page,
  context,
  problems,
}) => {
  await startAsGuest(page)
  await study(page, 1)
  await allSent(page)
  await context.setOffline(true)
  await study(page, 3)
  await expect(page.getByText('Offline – 3 saved on this phone')).toBeVisible()
  await expect.poll(() => onDevice(page)).toMatchObject({ answers: 4, unsent: 3 })
  await context.setOffline(false)
  await allSent(page)
  await expect(page.getByText('saved on this phone')).toBeHidden()
  // The browser itself logs a request that was cut off by the change.
  const cutOff = problems.filter((problem) => problem.includes('ERR_INTERNET_DISCONNECTED'))
  problems.splice(0, problems.length, ...problems.filter((problem) => !cutOff.includes(problem)))
})

test('a double tap is one answer, and a reload asks nothing twice', async ({ page }) => {
  await startAsGuest(page)
  const first = await question(page).textContent()
  await page.waitForTimeout(300)
  const choice = page.locator('.choice').first()
  if (await choice.isVisible()) await choice.dblclick({ force: true })
  else await page.getByRole('button', { name: 'I don’t know yet' }).dblclick({ force: true })
  await expect(verdict(page)).toBeVisible()
  await expect.poll(() => onDevice(page)).toMatchObject({ answers: 1 })
  await page.reload()
  await expect(question(page)).toBeVisible()
  await expect.poll(() => question(page).textContent()).not.toBe(first)
  await study(page, 1)
  await expect.poll(() => onDevice(page)).toMatchObject({ answers: 2 })
})

test('the session ends in a summary, and the door is never locked', async ({ page }) => {
  await startAsGuest(page)
  await page.goto('/study?minutes=1')
  await expect(question(page)).toBeVisible()
  await finish(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('first time')
  await expect(page.getByRole('list', { name: 'Answers in order' }).getByRole('listitem').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Make an account to keep them.' })).toBeVisible()

  const before = await onDevice(page)
  await page.getByRole('button', { name: 'Practise these again' }).click()
  await expect(page.getByText('Practice, outside your schedule')).toBeVisible()
  await answerOne(page)
  await expect(page.getByText(/^Back /)).toBeHidden()
  expect((await onDevice(page)).answers).toBe(before.answers + 1)

  await page.goto('/study?more=1')
  await expect(question(page)).toBeVisible()
})

test('Back from the text returns to the same feedback, and the session goes on from there', async ({ page }) => {
  await startAsGuest(page)
  await study(page, 1, 'knowing')
  const missed = await missOne(page)
  const asked = await question(page).textContent()
  const said = await verdict(page).textContent()
  expect(said).toContain('Again in this session')
  const options = await page.locator('.study-body').textContent()

  await source(page).first().getByRole('link', { name: 'Read in place' }).click()
  await page.waitForURL('**/read?**')
  await expect(page.getByRole('main')).toContainText(missed)
  await page.goBack()
  await expect(verdict(page)).toBeVisible()
  await expect.poll(() => verdict(page).textContent()).toBe(said)
  await expect.poll(() => question(page).textContent()).toBe(asked)
  await expect.poll(() => page.locator('.study-body').textContent()).toBe(options)
  await expect.poll(() => onDevice(page)).toMatchObject({ answers: 2 })

  await goOn(page)
  const sources: string[] = []
  for (let n = 0; n < 4; n++) {
    await answerOne(page, 'knowing')
    sources.push(((await source(page).first().locator('.said > span').last().textContent()) ?? '').trim())
    await goOn(page)
  }
  expect(sources).toContain(missed)
  await expect.poll(() => onDevice(page)).toMatchObject({ answers: 6 })
})

test('a card is put off from its answer, or never asked again, and that is taken back', async ({ page }) => {
  await startAsGuest(page)
  while ((await answerOne(page)) === 'flip') {}
  await page.getByRole('button', { name: 'Never ask this again' }).click()
  await expect(page.getByText('Set aside. “My cards” brings it back.')).toBeVisible()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByRole('button', { name: 'Put off until tomorrow' }).click()
  await expect(page.getByText('Put off until tomorrow.')).toBeVisible()
  await goOn(page)
  await page.goto('/cards')
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Put off until tomorrow')
  await expect(page.getByRole('checkbox', { name: /^Choose: / })).toHaveCount(1)
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Set aside')
  await expect(page.getByText('No card is like that.')).toBeVisible()
})
