import { devices, type Page } from '@playwright/test'
import { signIn, signOut, signUp } from './account.ts'
import { expect, test, watch } from './fixtures.ts'
import { allSent, onDevice, startAsGuest, study } from './learner.ts'

/** A member with two answers, made on a device that is then put away. */
const member = async (page: Page, name: string): Promise<string> => {
  const email = `${name}-${Date.now()}@example.org`
  await startAsGuest(page)
  await study(page, 2, 'knowing')
  await signUp(page, email)
  await allSent(page)
  await signOut(page)
  return email
}

const signInWhereAGuestStudied = async (page: Page, email: string): Promise<void> => {
  await signIn(page, email, '**/bring')
  await expect(page.getByRole('heading', { name: 'Take it along?' })).toBeVisible()
  await expect(page.getByText('3 answers were given on this device')).toBeVisible()
}

test('a guest signs in to an account, and the answers come along once they are said to be one’s own', async ({
  page,
  browser,
  problems,
}) => {
  const email = await member(page, 'bring')
  const elsewhere = await browser.newContext(devices['Pixel 7'])
  const other = await elsewhere.newPage()
  watch(other, problems)
  await startAsGuest(other)
  await study(other, 3, 'knowing')
  await signInWhereAGuestStudied(other, email)
  await other.getByRole('button', { name: `Add to ${email}` }).click()
  await other.waitForURL('**/today')
  await allSent(other)
  await expect(async () => expect((await onDevice(other)).answers).toBe(5)).toPass()
  const stores = await other.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  const { userId } = await other.evaluate(() => JSON.parse(localStorage.getItem('footnote.account') ?? '{}'))
  expect(stores, 'the guest’s store is gone').toEqual([`footnote-${userId}`])
  await other.goto('/bring')
  await other.waitForURL('**/today')
  await elsewhere.close()

  await signIn(page, email)
  await page.goto('/progress')
  await expect(page.getByText('5 answers so far today')).toBeVisible()
})

test('on a shared device the answers stay with the guest', async ({ page, browser, problems }) => {
  const email = await member(page, 'leave')
  const elsewhere = await browser.newContext(devices['Pixel 7'])
  const other = await elsewhere.newPage()
  watch(other, problems)
  await startAsGuest(other)
  await study(other, 3, 'knowing')
  await signInWhereAGuestStudied(other, email)
  await other.getByRole('button', { name: 'Leave it with the guest' }).click()
  await other.waitForURL('**/today')
  await allSent(other)
  await expect(async () => expect((await onDevice(other)).answers).toBe(2)).toPass()
  await elsewhere.close()
})
