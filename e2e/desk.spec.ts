import type { Page } from '@playwright/test'
import { expectNothing } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { answerOne, question, source } from './learner.ts'
import { BRIDGE, BRIDGE_TITLE, deskOfBridge, select } from './texts.ts'

const judged = (page: Page) => page.getByRole('heading', { level: 1 })
const statement = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 }).first()

test('what is pasted is judged, published, and studied by a second person who opens the link', async ({
  page,
  browser,
}) => {
  await deskOfBridge(page)
  const all = Number((await judged(page).textContent())?.match(/of (\d+)/)?.[1])
  expect(all).toBeGreaterThan(4)

  await page.getByRole('button', { name: 'Reject' }).click()
  await page.getByRole('button', { name: 'Not worth knowing' }).click()
  await expect(judged(page)).toHaveText(new RegExp(`^1 of ${all} judged`))
  await expect(page.locator('.factcard .big')).toHaveText('2')
  await page.keyboard.press('a')
  await page.keyboard.press('a')
  await expect(judged(page)).toHaveText(new RegExp(`^3 of ${all} judged`))
  await page.keyboard.press('u')
  await expect(judged(page)).toHaveText(new RegExp(`^2 of ${all} judged`))

  await select(page, 'five arches')
  await page.getByRole('button', { name: 'Make a question of these words' }).click()
  await expect(page.getByRole('textbox', { name: 'Question', exact: true })).toHaveValue(
    /^The bridge had ____ and cost/,
  )
  await page
    .getByRole('textbox', { name: 'Question', exact: true })
    .fill('How many arches did the first bridge at Marrowby have?')
  await page.getByRole('textbox', { name: 'Answer', exact: true }).fill('five')
  await page.getByRole('textbox', { name: 'Wrong choices', exact: true }).fill('three\nseven')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(statement(page)).toHaveText(/^The bridge had five arches/)
  await expect(page.getByText('How many arches did the first bridge at Marrowby have?')).toBeVisible()
  await page.reload()
  await expect(judged(page)).toHaveText(new RegExp(`^3 of ${all + 1} judged`))

  await page.getByRole('link', { name: 'Publish' }).click()
  await page.waitForURL('**/publish')
  await page.getByText('Only what you accepted').click()
  await page.getByText('Anyone with the link').click()
  await expect(page.getByText(/^2 facts, /)).toBeVisible()
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('heading', { name: 'Published.' })).toBeVisible()
  const link = await page.getByLabel('The link', { exact: true }).inputValue()

  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } })
  const other = await context.newPage()
  await other.goto(link)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(BRIDGE_TITLE)
  await other.getByRole('button', { name: 'Start studying' }).click()
  await other.waitForURL('**/study?set=*')
  for (let n = 0; n < 2; n++) {
    await expect(question(other)).toBeVisible()
    await answerOne(other)
    const cited = (await source(other).first().locator('.said > span').last().textContent()) ?? ''
    expect(BRIDGE.replace(/\s+/g, ' ')).toContain(cited.trim().replace(/\s+/g, ' '))
    await other.waitForTimeout(250)
    await other.keyboard.press('Enter')
  }
  await context.close()

  await page.goto('/desk')
  await expect(page.getByRole('listitem').filter({ hasText: BRIDGE_TITLE })).toContainText('1 other studies it')
})

test('what is decided without a network is kept and sent when it is back', async ({ page, context, problems }) => {
  await deskOfBridge(page)
  await context.setOffline(true)
  await page.keyboard.press('a')
  await expect(page.getByText('Not saved yet.')).toBeVisible()
  // The words go while it is being sent; only the answer says that it is there.
  const sent = page.waitForResponse((response) => response.request().method() === 'POST' && response.ok())
  await context.setOffline(false)
  await sent
  await expect(page.getByText('Not saved yet.')).toBeHidden()
  await page.reload()
  await expect(judged(page)).toHaveText(/^1 of /)
  problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('ERR_INTERNET_DISCONNECTED')))
})

test('a link that was taken back opens nothing', async ({ page }) => {
  await page.goto('/s/no-such-link')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link opens nothing.')
})

test('an edited text is read again: first what would change, then the change', async ({ page }) => {
  await deskOfBridge(page)
  await page.getByRole('link', { name: 'Read an edited text again' }).click()
  await page.waitForURL('**/again')
  await page.getByRole('textbox', { name: 'The text' }).fill(BRIDGE)
  await page.getByRole('button', { name: 'See what changes' }).click()
  await expect(page.getByText('Nothing changes: it is the same text.')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Leave it as it is' }).click()
  const edited = BRIDGE.replace('on 14 June 1833', 'on 14 June 1834')
  await page.getByRole('textbox', { name: 'The text' }).fill(edited)
  await page.getByRole('button', { name: 'See what changes' }).click()
  await expect(page.getByRole('heading', { name: 'Another answer' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('The new bridge opened on 14 June 1834.')).toBeVisible()
  await expectNothing(page, 'what changes')
  await page.getByRole('button', { name: 'Take the new text over' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The new text is in.', { timeout: 60_000 })
  await page.getByRole('link', { name: 'Back to the desk' }).click()
  await expect(page.getByRole('region', { name: 'The text' })).toContainText('14 June 1834')
})
