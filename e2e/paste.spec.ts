import { expect, test } from './fixtures.ts'
import { answerOne, question, source, startAsGuest } from './learner.ts'

const TITLE = 'The bridge at Marrowby'
const TEXT = `The town of Marrowby stands on the river Esk. In 1786 the engineer Thomas Ardley built the first stone bridge across the river. The bridge had five arches and cost 9,400 pounds.

In March 1831 a flood destroyed three of the five arches. The county council hired Margaret Lorne to rebuild them, and the work took two years. The new bridge opened on 14 June 1833.

The railway reached Marrowby in 1852. In 1907 the council widened the bridge for motor traffic. Today the Marrowby Museum keeps the drawings of Thomas Ardley.`

test('a guest pastes a text and studies it at once', async ({ page }) => {
  await startAsGuest(page)
  await page.goto('/new')
  await page.getByLabel('Title').fill(TITLE)
  await page.getByLabel('Text', { exact: true }).fill(TEXT)
  await page.getByRole('button', { name: 'Find the facts' }).click()
  await expect(page.getByRole('heading', { name: 'Ready to study.' })).toBeVisible({ timeout: 60_000 })

  await page.getByRole('link', { name: 'Study now' }).click()
  await page.waitForURL('**/study?set=*')
  await expect(question(page)).toBeVisible()
  await answerOne(page)
  const sentence = ((await source(page).first().locator('.said > span').last().textContent()) ?? '').trim()
  expect(TEXT.replace(/\s+/g, ' ')).toContain(sentence.replace(/\s+/g, ' '))

  await source(page).first().getByRole('link', { name: 'Read in place' }).click()
  await page.waitForURL('**/read?**')
  await expect(page.getByRole('main')).toContainText('The railway reached Marrowby in 1852.')
  await page.goto('/documents')
  await expect(page.getByRole('link', { name: new RegExp(TITLE) })).toBeVisible()
})

test('a text without facts is refused in plain words, and kept', async ({ page, problems }) => {
  await startAsGuest(page)
  await page.goto('/new')
  await page.getByLabel('Text', { exact: true }).fill('Well, perhaps. Who can say? It may be so, or not.')
  await page.getByRole('button', { name: 'Find the facts' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change the text' })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Change the text' }).click()
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue(/Who can say/)
  // The browser logs every answer that is an error.
  problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('422')))
})
