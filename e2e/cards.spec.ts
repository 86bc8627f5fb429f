import { expectNothing } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { allSent, answerOne, goOn, startAsGuest } from './learner.ts'

test('cards are found by words and standing, set aside and begun again many at once, and that is taken back', async ({
  page,
}) => {
  await startAsGuest(page)
  for (let n = 0; n < 3; n++) if ((await answerOne(page)) !== 'flip') await goOn(page)
  await page.goto('/progress')
  await page.getByRole('link', { name: 'All my cards' }).click()
  await page.waitForURL('**/cards')
  const found = page.getByRole('status').filter({ hasText: /card/ })
  await expect(found).toHaveText(/^2\d\d cards$/)
  await page.getByRole('searchbox').fill('ISLANDS')
  await expect(found).not.toHaveText(/^2\d\d cards$/)
  const n = Number((await found.textContent())?.match(/\d+/)?.[0])
  expect(n).toBeGreaterThan(2)
  await page.getByRole('checkbox', { name: /^Choose all/ }).check()
  await expectNothing(page, 'cards chosen')
  await page.getByRole('button', { name: 'Set aside' }).click()
  await expect(page.getByText(`${n} cards changed.`)).toBeVisible()
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Set aside')
  // Only what is near the screen is drawn.
  await expect(page.getByRole('checkbox', { name: `Choose all ${n}` })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Taken back.')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /^Choose: / })).toHaveCount(0)
  await page.getByRole('searchbox').fill('')
  await page.getByRole('combobox', { name: 'Show' }).selectOption('All cards')
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await expect(page.getByRole('checkbox', { name: /^Choose: / }).last()).toBeInViewport()
  await allSent(page)
})
