import { PASSWORD, signOut } from './account.ts'
import { expect, test } from './fixtures.ts'
import { allSent, onDevice, startAsGuest, study } from './learner.ts'

test('a pupil without an e-mail makes an account by a name, and comes back in by it', async ({ page, problems }) => {
  const name = `Mei ${Date.now()}`
  await startAsGuest(page)
  await study(page, 2, 'knowing')
  await page.goto('/sign-up')
  await page.getByLabel('Name or e-mail').fill('mei@')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Make an account' }).click()
  await expect(page.getByText('That is not an e-mail address.')).toBeVisible()
  await expect(page.getByLabel('Name or e-mail')).toBeFocused()
  problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('422')))

  await page.getByLabel('Name or e-mail').fill(name)
  await page.getByRole('button', { name: 'Make an account' }).click()
  await page.waitForURL('**/today')
  await allSent(page)
  await signOut(page)

  await page.goto('/sign-in')
  await page.getByLabel('Name or e-mail').fill(name.toLowerCase())
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/today')
  await allSent(page)
  expect((await onDevice(page)).answers).toBe(2)
  await page.goto('/settings')
  await expect(page.getByText(name, { exact: true })).toBeVisible()
})
