import type { Page } from '@playwright/test'
import { expectNothing } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { startAsGuest } from './learner.ts'
import { BRIDGE_TITLE, deskOfBridge } from './texts.ts'

/** Publishes what is on the desk by link, and gives the link. */
const publishByLink = async (page: Page): Promise<string> => {
  await page.getByRole('link', { name: 'Publish' }).click()
  await page.waitForURL('**/publish')
  await page.getByText('Anyone with the link').click()
  await page.getByRole('radio', { name: 'Moss' }).check()
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('heading', { name: 'Published.' })).toBeVisible()
  return page.getByLabel('The link', { exact: true }).inputValue()
}

test('a shared set is copied, changed in the copy alone, and takes over what the original changes', async ({
  page,
  browser,
}) => {
  await deskOfBridge(page)
  const desk = page.url()
  const link = await publishByLink(page)

  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } })
  const other = await context.newPage()
  await other.goto(link)
  await expectNothing(other, 'a shared set')
  await other.getByRole('button', { name: 'Report this set' }).click()
  await other.getByRole('button', { name: 'Something else' }).click()
  await expect(other.getByText('Thank you. Those who run this Footnote will look at it.')).toBeVisible()
  await other.getByRole('button', { name: 'Make a copy that I can change' }).click()
  await other.waitForURL('**/compose?set=*')
  await expect(other.getByRole('checkbox', { name: new RegExp(BRIDGE_TITLE) })).toBeChecked()
  await expectNothing(other, 'a copied set')

  await other.getByText('What it asks').click()
  const first = other.getByRole('switch', { name: /^Take in: / }).first()
  const left = ((await first.getAttribute('aria-label')) ?? '').replace('Take in: ', '')
  await first.uncheck()
  await other
    .getByText(/^\d questions?$/)
    .first()
    .click()
  await other
    .getByRole('button', { name: /^Edit “/ })
    .first()
    .click()
  await other.getByRole('textbox', { name: 'Question', exact: true }).fill('Which one is it, in other words?')
  await other.getByRole('button', { name: 'Save' }).click()
  await other.getByText('What it asks').click()
  await other
    .getByText(/^\d questions?$/)
    .first()
    .click()
  await expect(other.getByText('Which one is it, in other words?')).toBeVisible()
  await expect(first).not.toBeChecked()
  await other.getByLabel('Title').fill('My bridge')
  await other.getByRole('radio', { name: 'Mixed' }).check()
  await other.getByRole('button', { name: 'Publish' }).click()
  await expect(other.getByRole('heading', { name: 'Published.' })).toBeVisible()
  await other.getByRole('link', { name: 'Back to the desk' }).click()
  await other.getByRole('link', { name: /My bridge/ }).click()
  await other.getByText('What it asks').click()
  await expect(other.getByRole('switch', { name: `Take in: ${left}` }).first()).not.toBeChecked()

  await page.goto(desk)
  await page.getByRole('button', { name: 'Reject' }).click()
  await page.getByRole('button', { name: 'Not worth knowing' }).click()
  await publishByLink(page)
  await other.reload()
  await expect(other.getByText(`“${BRIDGE_TITLE}” has changed since.`)).toBeVisible()
  await other.getByRole('button', { name: 'Take the changes over' }).click()
  await other.getByRole('button', { name: 'Publish' }).click()
  await expect(other.getByRole('heading', { name: 'Published.' })).toBeVisible()
  await other.goto('/desk')
  await other.getByRole('link', { name: /My bridge/ }).click()
  await expect(other.getByText('has changed since')).toBeHidden()
  await context.close()
})

test('many facts are found, tagged and judged at once, taken back, and put into a set with sections of another', async ({
  page,
}) => {
  await startAsGuest(page)
  await deskOfBridge(page)
  await page.goto('/desk')
  await page.getByRole('searchbox').fill('bridge')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('checkbox', { name: /^Choose (all|the one)/ }).check()
  await expectNothing(page, 'many chosen')
  await page.getByRole('button', { name: 'Reject' }).click()
  await expect(page.getByText(/^\d+ facts rejected\.$/)).toBeVisible()
  await expect(page.getByText('· rejected').first()).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Taken back.')).toBeVisible()
  await expect(page.getByText('· rejected')).toHaveCount(0)
  await page
    .getByRole('checkbox', { name: /^Choose: / })
    .first()
    .check()
  await page.getByLabel('Tag for the chosen').fill('exam')
  await page.getByRole('button', { name: 'Put on' }).click()
  await expect(page.getByText('“exam” put on 1 fact.')).toBeVisible()
  await page.goto('/desk')
  await page.getByRole('combobox', { name: 'Tag' }).selectOption('exam')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('checkbox', { name: /^Choose: / })).toHaveCount(1)

  await page.goto('/desk')
  await page.getByRole('link', { name: 'Put a set together' }).click()
  await page.waitForURL('**/compose')
  await page.getByLabel('Title').fill('For Friday')
  await page.getByRole('checkbox', { name: /^Japan–Russia relations/ }).check()
  await page.getByText('All of it').click()
  const sections = page.getByRole('list').getByRole('list').getByRole('checkbox')
  for (let n = 1, all = await sections.count(); n < all; n++) await sections.nth(n).uncheck()
  await expect(page.getByText(/^1 of \d+ sections$/)).toBeVisible()
  await page.getByRole('checkbox', { name: /^exam/ }).check()
  await expectNothing(page, 'a set from several')
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('heading', { name: 'Published.' })).toBeVisible()
  await page.goto('/documents')
  await page.getByRole('link', { name: /For Friday/ }).click()
  await expect(page.getByRole('navigation', { name: 'Texts in this set' }).getByRole('link')).toHaveCount(2)
  await page.getByRole('navigation', { name: 'Texts in this set' }).getByRole('link', { name: BRIDGE_TITLE }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(BRIDGE_TITLE)
})
