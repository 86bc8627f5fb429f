import type { Page } from '@playwright/test'
import { signUp } from './account.ts'
import { expectNothing } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { answerOne, finish, goOn, question, startAsGuest } from './learner.ts'
import { appoint } from './operator.ts'
import { deskOfBridge } from './texts.ts'

const open = async (page: Page, path: string, there: () => Promise<void>): Promise<void> => {
  await page.goto(path)
  await there()
  await expectNothing(page, path)
}

const turnOver = async (page: Page): Promise<boolean> => {
  await page.waitForTimeout(250)
  const show = page.getByRole('button', { name: 'Show answer' })
  if (!(await show.isVisible())) return false
  await show.click()
  return true
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    // Still, so that no colour is caught half-way.
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('axe finds nothing on any screen of a learner', async ({ page }) => {
      test.setTimeout(180_000)
      const heading = () => expect(page.getByRole('heading').first()).toBeVisible()
      await open(page, '/', heading)
      await open(page, '/today', heading)

      await startAsGuest(page)
      const forms = new Set<string>()
      for (let n = 0; n < 10 && forms.size < 4; n++) {
        await expectNothing(page, `question ${n + 1}`)
        const form = await answerOne(page)
        if (!forms.has(form)) await expectNothing(page, `answer to ${form}`)
        forms.add(form)
        await goOn(page)
      }
      for (const path of [
        '/today',
        '/saved',
        '/away',
        '/documents',
        '/progress',
        '/new',
        '/settings',
        '/sign-in',
        '/sign-up',
      ])
        await open(page, path, heading)
      for (const path of ['/enter', '/forgot', '/move']) await open(page, path, heading)
      await page.getByRole('button', { name: 'Show a code' }).click()
      await expect(page.getByText('Good for 10 minutes')).toBeVisible()
      await expectNothing(page, 'a code')

      await page.goto('/documents')
      await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
      await page.waitForURL('**/read?**')
      await heading()
      await expectNothing(page, '/read')
    })

    test('axe finds nothing where an exam is planned, a test is sat, and progress is told in full', async ({
      page,
    }) => {
      test.setTimeout(120_000)
      const heading = () => expect(page.getByRole('heading').first()).toBeVisible()
      await startAsGuest(page)
      for (let n = 0; n < 2; n++) if ((await answerOne(page)) !== 'flip') await goOn(page)
      await open(page, '/plan', heading)
      await open(page, '/exam', heading)
      await page.getByLabel('What is it called?').fill('Midterm')
      await page
        .getByLabel('Day', { exact: true })
        .fill(new Date(Date.now() + 8 * 86_400_000).toISOString().slice(0, 10))
      await page.getByText(/what each counts$/).click()
      await expectNothing(page, 'sections of an exam')
      await page.getByLabel('Minutes on Monday').fill('3')
      await page.getByRole('button', { name: 'Plan it' }).click()
      await page.waitForURL('**/plan?exam=*')
      await expect(page.locator('.range.num')).toBeVisible({ timeout: 60_000 })
      await page.locator('button.day').first().click()
      await expect(page.getByText(/^Ten more minutes here/)).toBeVisible({ timeout: 60_000 })
      await expectNothing(page, 'a plan')
      await open(page, '/today', () => expect(page.getByText(/facts likely recalled/)).toBeVisible())
      await open(page, '/mock', heading)
      await page.getByRole('button', { name: 'Print it with its key' }).click()
      await expectNothing(page, 'a test on paper')
      await page.getByRole('button', { name: 'Back' }).click()
      for (let n = 0; n < 3; n++) await page.getByRole('button', { name: 'Fewer: Questions' }).click()
      await page.getByRole('button', { name: 'Begin' }).click()
      await page.getByText('All questions').click()
      await expectNothing(page, 'a test')
      for (let n = 0; n < 5; n++) await page.locator('.study-foot .btn-primary').click()
      await expectNothing(page, 'handing in')
      await page.getByRole('button', { name: 'Hand it in' }).click()
      await expect(page.getByRole('heading', { name: 'Every answer' })).toBeVisible()
      await expectNothing(page, 'a result')
      await open(page, '/progress', heading)
      await page.getByRole('button', { name: 'More' }).click()
      await expect(page.getByRole('heading', { name: 'The text, as well as you hold it' })).toBeVisible()
      for (const table of await page.getByText('Show as a table').all()) await table.click()
      await expectNothing(page, 'progress in full')
    })

    test('axe finds nothing where a card is turned over, nor in the summary', async ({ page }) => {
      await startAsGuest(page)
      await page.goto('/study?minutes=1')
      await expect(question(page)).toBeVisible()
      for (let n = 0; n < 20 && !(await turnOver(page)); n++) {
        await answerOne(page)
        await goOn(page)
      }
      await expect(page.locator('.rates')).toBeVisible()
      await expectNothing(page, 'turned over')
      await page.waitForTimeout(250)
      await page.getByRole('button', { name: /^Got it/ }).click()
      await finish(page)
      await expectNothing(page, 'summary')
    })

    test('axe finds nothing on any page of an operator', async ({ page }) => {
      const heading = () => expect(page.getByRole('heading').first()).toBeVisible()
      const email = `operator-${colorScheme}@example.org`
      await signUp(page, email)
      appoint(process.env.FOOTNOTE_E2E_DATA ?? '', email)
      for (const path of ['/settings', '/operator', '/operator/rules', '/operator/people', '/operator/sets'])
        await open(page, path, heading)
      await page.goto('/operator/rules')
      await page.getByRole('button', { name: 'Make an invitation link' }).click()
      await expect(page.getByLabel('One-time link')).toBeVisible()
      await expectNothing(page, 'a link made')

      await page.goto(`/operator/people?search=${email}`)
      await page.getByRole('main').getByRole('link', { name: email }).click()
      await page.waitForURL('**/operator/people/*')
      for (const row of await page.locator('summary').all()) await row.click()
      await expectNothing(page, 'a person')
      await open(page, '/operator/log', heading)
    })

    test('axe finds nothing at the desk, nor where a set is shared', async ({ page }) => {
      await deskOfBridge(page)
      await expectNothing(page, 'a fact')
      await page.getByRole('button', { name: 'Reject' }).click()
      await expectNothing(page, 'why')
      await page.getByRole('button', { name: 'It is wrong' }).click()
      await page.getByRole('button', { name: 'Edit', exact: true }).click()
      await expectNothing(page, 'a fact worded anew')
      await page.getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('button', { name: 'Add a question' }).click()
      await expectNothing(page, 'a wording')
      await page.getByRole('button', { name: 'Cancel' }).click()
      await page.getByText('By section').click()
      await expectNothing(page, 'sections')
      await page.getByRole('link', { name: 'Publish' }).click()
      await page.waitForURL('**/publish')
      await page.getByText('Anyone with the link').click()
      await expectNothing(page, 'publish')
      await page.getByRole('button', { name: 'Publish' }).click()
      const link = await page.getByLabel('The link', { exact: true }).inputValue()
      await expectNothing(page, 'published')
      await page.goto('/desk')
      await expectNothing(page, '/desk')
      await page.getByRole('searchbox').fill('Marrowby')
      await page.getByRole('button', { name: 'Search' }).click()
      await page.waitForURL('**/desk?q=*')
      await expectNothing(page, 'facts found')
      await page.goto('/library')
      await expectNothing(page, '/library')
      await page.goto(link)
      await expectNothing(page, 'shared')
      await page.goto('/list')
      await page.getByLabel('Paste pairs').fill('pier;molo')
      await page.getByRole('button', { name: 'Add 1 pair' }).click()
      await expectNothing(page, '/list')
    })

    test('axe finds nothing where a page is not there', async ({ page, problems }) => {
      await page.goto('/nowhere')
      await expectNothing(page, '/nowhere')
      problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('404')))
    })
  })
}
