import { expect, test } from './fixtures.ts'
import { answerOne, question, source, startAsGuest } from './learner.ts'
import { BRIDGE, BRIDGE_TITLE, select } from './texts.ts'

test('a guest pastes a text and studies it at once', async ({ page }) => {
  await startAsGuest(page)
  await page.goto('/new')
  await page.getByLabel('Title').fill(BRIDGE_TITLE)
  await page.getByLabel('Text', { exact: true }).fill(BRIDGE)
  await page.getByRole('button', { name: 'Find the facts' }).click()
  await expect(page.getByRole('heading', { name: 'Ready to study.' })).toBeVisible({ timeout: 60_000 })

  await page.getByRole('link', { name: 'Study now' }).click()
  await page.waitForURL('**/study?set=*')
  await expect(question(page)).toBeVisible()
  await answerOne(page)
  const sentence = ((await source(page).first().locator('.said > span').last().textContent()) ?? '').trim()
  expect(BRIDGE.replace(/\s+/g, ' ')).toContain(sentence.replace(/\s+/g, ' '))

  await source(page).first().getByRole('link', { name: 'Read in place' }).click()
  await page.waitForURL('**/read?**')
  await expect(page.getByRole('main')).toContainText('The railway reached Marrowby in 1852.')
  await page.goto('/documents')
  await expect(page.getByRole('link', { name: new RegExp(BRIDGE_TITLE) })).toBeVisible()
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

test('what another app shares is there to be read, and an address that leads nowhere open is refused in words', async ({
  page,
  problems,
}) => {
  await page.goto(`/new?${new URLSearchParams({ title: BRIDGE_TITLE, text: BRIDGE })}`)
  await expect(page.getByLabel('Title')).toHaveValue(BRIDGE_TITLE)
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue(BRIDGE)
  await page.goto('/new?url=https://127.0.0.1/')
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('https://127.0.0.1/')
  await page.getByRole('button', { name: 'Find the facts' }).click()
  await expect(page.getByText('That address leads into a closed network.')).toBeVisible()
  problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('422')))
})

test('a text in another language is kept, and asked by what a person makes of it', async ({ page }) => {
  const text =
    'Le phare de la pointe a été construit par les pêcheurs du village, et il brûle encore chaque nuit pour les bateaux.'
  await page.goto('/new')
  await page.getByLabel('Text', { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Find the facts' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kept, with nothing asked yet.', { timeout: 60_000 })
  await page.getByRole('link', { name: 'Make questions' }).click()
  await page.waitForURL('**/desk/*')
  await expect(page.getByRole('heading', { name: 'No fact yet.' })).toBeVisible()
  await select(page, 'les pêcheurs du village')
  await page.getByRole('button', { name: 'Make a question of these words' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^1 of 1 judged/)
  await page.getByRole('link', { name: 'Publish' }).first().click()
  await page.waitForURL('**/publish')
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('link', { name: 'Study it yourself' }).click()
  await expect(question(page)).toHaveText(/Le phare de la pointe a été construit par/)
})
