import type { Page } from '@playwright/test'

export const PASSWORD = 'three quiet herons at dusk'

const fill = async (page: Page, email: string) => {
  await page.getByLabel('Name or e-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
}

/** Makes an account, of the guest who studies here where there is one. */
export const signUp = async (page: Page, email: string): Promise<void> => {
  await page.goto('/sign-up')
  await fill(page, email)
  await page.getByRole('button', { name: 'Make an account' }).click()
  await page.waitForURL('**/today')
}

export const signOut = async (page: Page): Promise<void> => {
  await page.goto('/settings')
  await page.getByRole('group').getByText('Sign out', { exact: true }).first().click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL('**/sign-in')
}

/** Signs in and waits for the page that follows: where a guest has studied in this browser, the question what of it. */
export const signIn = async (page: Page, email: string, then = '**/today'): Promise<void> => {
  await page.goto('/sign-in')
  await fill(page, email)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(then)
}
