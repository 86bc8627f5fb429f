import { expect, test } from './fixtures.ts'
import { answerOne, startAsGuest } from './learner.ts'

test('a calendar has an address, which can be made anew and taken back', async ({ page, request }) => {
  await startAsGuest(page)
  await answerOne(page)
  await page.goto('/settings')
  await page.getByText('In your calendar', { exact: true }).click()
  await page.getByRole('button', { name: 'Make the address' }).click()
  const address = page.getByRole('textbox', { name: 'Address of your calendar' })
  await expect(address).toHaveValue(/\/api\/calendar\/[\w-]{32}\.ics\?lang=en$/)
  const first = await address.inputValue()
  const read = await request.get(first)
  expect(read.headers()['content-type']).toContain('text/calendar')
  expect(await read.text()).toContain('SUMMARY:1 question to recall')
  await page.getByRole('button', { name: 'Make a new address' }).click()
  await expect(address).not.toHaveValue(first)
  expect((await request.get(first)).status()).toBe(404)
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByRole('button', { name: 'Make the address' })).toBeVisible()
})
