import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { answerOnDevice, type FormOnScreen, formOnScreen, isDone, onDevice, question, verdict } from './learner.ts'

/** Tab until the named control has the focus. */
const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  const there = page.getByRole('button', { name }).first()
  for (let n = 0; n < 40; n++) {
    if (await there.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Forty tabs do not lead to ${name}`)
}

const letterOf = async (page: Page, text: string): Promise<string> => {
  const texts = await page.locator('.choice .said').allTextContents()
  return 'ABCD'[texts.indexOf(text)] ?? ''
}

const answer = async (page: Page): Promise<FormOnScreen> => {
  await expect(question(page)).toBeVisible()
  await page.waitForTimeout(250)
  const form = await formOnScreen(page)
  const key = await answerOnDevice(page, form)
  if (form === 'choice') await page.keyboard.press(await letterOf(page, String(key)))
  else if (form === 'true-false') await page.keyboard.press(key === 'true' ? '1' : '2')
  else if (Array.isArray(key)) {
    for (const text of key) {
      await tabTo(page, text)
      await page.keyboard.press('Enter')
    }
    await tabTo(page, 'Check')
    await page.keyboard.press('Enter')
  } else {
    // The line to type in has the focus already.
    await page.keyboard.type(key)
    await page.keyboard.press('Enter')
  }
  await expect(verdict(page)).toBeVisible()
  return form
}

test('a whole session, from the landing page to its summary, without a pointer', async ({ page }) => {
  await page.goto('/')
  await tabTo(page, 'Start studying')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/study')

  const forms = new Set<FormOnScreen>()
  forms.add(await answer(page))
  const asked = await question(page).textContent()
  await page.keyboard.press('Control+z')
  await expect(verdict(page)).toBeHidden()
  await expect.poll(() => question(page).textContent()).toBe(asked)
  await page.waitForTimeout(250)

  for (let n = 0; n < 30 && !(await isDone(page)); n++) {
    forms.add(await answer(page))
    // The focus stands at the source, so that reading goes on there; Enter goes on from anywhere but a control.
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('footnotes')
    await page.waitForTimeout(250)
    await page.keyboard.press(n % 2 ? 'Enter' : 'Space')
    await expect(verdict(page)).toBeHidden()
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^All .*first time\.$/)
  expect(forms.size).toBeGreaterThanOrEqual(3)
  await expect.poll(() => onDevice(page)).toMatchObject({ undone: 1 })
})

test('a card is turned over and rated by its keys', async ({ page }) => {
  await page.goto('/')
  await tabTo(page, 'Start studying')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/study')
  for (let n = 0; n < 20; n++) {
    await expect(question(page)).toBeVisible()
    await page.waitForTimeout(250)
    if (await page.getByRole('button', { name: 'Show answer' }).isVisible()) break
    await answer(page)
    await page.waitForTimeout(250)
    await page.keyboard.press('Enter')
    await expect(verdict(page)).toBeHidden()
  }
  const before = await onDevice(page)
  const asked = await question(page).textContent()
  await tabTo(page, 'Show answer')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Got it/ })).toBeVisible()
  await page.waitForTimeout(250)
  await page.keyboard.press('2')
  await expect(question(page)).not.toHaveText(asked ?? '')
  expect((await onDevice(page)).answers).toBe(before.answers + 1)
})
