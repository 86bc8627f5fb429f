import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { answerOne, finish, goOn, question, startAsGuest } from './learner.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

const expectNothing = async (page: Page, screen: string): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  expect.soft(found, screen).toEqual([])
}

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
      for (const path of ['/today', '/documents', '/progress', '/new', '/settings', '/sign-in', '/sign-up'])
        await open(page, path, heading)

      await page.goto('/documents')
      await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
      await page.waitForURL('**/read?**')
      await heading()
      await expectNothing(page, '/read')
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

    test('axe finds nothing where a page is not there', async ({ page, problems }) => {
      await page.goto('/nowhere')
      await expectNothing(page, '/nowhere')
      problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('404')))
    })
  })
}
