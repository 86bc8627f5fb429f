import type { Browser, BrowserContext, Page } from '@playwright/test'
import { signUp } from './account.ts'
import { expect, watch } from './fixtures.ts'

export const PHONE = { width: 390, height: 844 }
export const LAPTOP = { width: 1280, height: 800 }

type Size = { readonly width: number; readonly height: number }
type Where = { readonly browser: Browser; readonly baseURL: string | undefined; readonly problems?: string[] }

/** A browser of somebody's own; what its console complains of comes into `problems`. */
export const someone = async (
  { browser, baseURL, problems }: Where,
  size: Size = PHONE,
): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext({ viewport: size, locale: 'en-GB', ...(baseURL ? { baseURL } : {}) })
  if (problems) context.on('page', (page) => watch(page, problems))
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  return { context, page }
}

/** Makes a class as whoever is signed in; leaves its page open. Returns its address, and its code as one writes it. */
export const makeClass = async (page: Page, title: string): Promise<{ path: string; code: string }> => {
  await page.goto('/classes')
  await page.getByLabel('What is it called?').fill(title)
  await page.getByRole('button', { name: 'Make it' }).click()
  await page.waitForURL('**/classes/*')
  const code = ((await page.locator('p[dir=ltr]').first().textContent()) ?? '').replace(' ', '')
  return { path: new URL(page.url()).pathname, code }
}

/** Lets guests join the class whose page, or whose people, are open. */
export const letGuestsIn = async (page: Page): Promise<void> => {
  await page.getByRole('switch', { name: /^Guests may join/ }).click()
  await expect(page.getByRole('switch', { name: /^Guests may join/ })).toBeChecked()
}

/** Joins by a code: with `email` as a new member, else as a guest. */
export const join = async (page: Page, code: string, name: string, email?: string): Promise<void> => {
  if (email) await signUp(page, email)
  await page.goto(`/join/${code}`)
  const asked = page.getByLabel('Your name')
  if (email) await page.getByRole('button', { name: 'Join' }).click()
  await asked.fill(name)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.waitForURL('**/classes/*')
}

export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
