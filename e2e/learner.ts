import { expect, type Page } from '@playwright/test'

export type FormOnScreen = 'choice' | 'true-false' | 'cloze' | 'typed' | 'number' | 'order' | 'match' | 'flip'

/** A person takes this long to see a new question; what falls sooner counts as the second of a double tap. */
const GLANCE_MS = 220

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** Starts as a guest from the landing page and waits for the first question. */
export const startAsGuest = async (page: Page): Promise<void> => {
  await page.goto('/')
  await button(page, 'Start studying').first().click()
  await page.waitForURL('**/study')
  await expect(question(page)).toBeVisible()
}

export const question = (page: Page) => page.locator('h1.question')

/** Reads what the screen asks for, as a person would. */
export const formOnScreen = async (page: Page): Promise<FormOnScreen> => {
  if (await button(page, 'Show answer').isVisible()) return 'flip'
  if (await page.getByRole('group', { name: 'True or false?' }).isVisible()) return 'true-false'
  if (await page.getByRole('group', { name: 'Match each of these' }).isVisible()) return 'match'
  if (await page.getByText('Your order', { exact: true }).isVisible()) return 'order'
  if (await page.getByRole('group', { name: 'Answers' }).isVisible()) return 'choice'
  const numeric = await page.getByRole('textbox').getAttribute('inputmode')
  if (numeric === 'decimal') return 'number'
  return (await page.locator('h1 .blank').count()) > 0 ? 'cloze' : 'typed'
}

const tapAll = async (page: Page, group: string): Promise<void> => {
  const pool = page.getByRole('group', { name: group })
  for (let left = await pool.getByRole('button').count(); left > 0; left--)
    await pool.getByRole('button').first().click()
}

const pairAll = async (page: Page): Promise<void> => {
  const partners = page.getByRole('group', { name: 'with one of these' }).getByRole('button')
  for (let i = 0; i < (await partners.count()); i++) await partners.nth(i).click()
}

const give: Record<FormOnScreen, (page: Page) => Promise<void>> = {
  choice: (page) => page.getByRole('group', { name: 'Answers' }).getByRole('button').first().click(),
  'true-false': (page) => page.getByRole('group', { name: 'True or false?' }).getByRole('button').first().click(),
  cloze: (page) => type(page, 'Shimoda'),
  typed: (page) => type(page, 'Shimoda'),
  number: (page) => type(page, '1855'),
  order: async (page) => {
    await tapAll(page, 'Tap in order')
    await button(page, 'Check').click()
  },
  match: async (page) => {
    await pairAll(page)
    await button(page, 'Check').click()
  },
  flip: async (page) => {
    await button(page, 'Show answer').click()
    await page.waitForTimeout(GLANCE_MS)
    await button(page, /^Got it/).click()
  },
}

const type = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox').fill(text)
  await button(page, 'Check').click()
}

/** Answers the question on screen, looks at its footnote and goes on; tells which form it had. */
export const answerOne = async (page: Page): Promise<FormOnScreen> => {
  await expect(question(page)).toBeVisible()
  await page.waitForTimeout(GLANCE_MS)
  const form = await formOnScreen(page)
  await give[form](page)
  if (form === 'flip') return form
  await expect(page.getByRole('complementary', { name: 'Source' }).first()).toBeVisible()
  await expect(page.locator('.verdict')).toBeVisible()
  return form
}

export const goOn = async (page: Page): Promise<void> => {
  await page.waitForTimeout(GLANCE_MS)
  await button(page, 'Continue').click()
}

/** Whether the session has come to its summary. */
export const isDone = (page: Page): Promise<boolean> => page.getByRole('link', { name: 'Done for today' }).isVisible()

/** Answers so many questions, going on past a summary where one comes; tells the forms met. */
export const study = async (page: Page, questions: number): Promise<Set<FormOnScreen>> => {
  const forms = new Set<FormOnScreen>()
  for (let n = 0; n < questions; n++) {
    if (await isDone(page)) await button(page, 'Keep going').click()
    const form = await answerOne(page)
    forms.add(form)
    if (form !== 'flip') await goOn(page)
    await page.waitForTimeout(GLANCE_MS)
  }
  return forms
}
