import { expect, test } from './fixtures.ts'
import { question } from './learner.ts'

/** White over red, two pixels wide. */
const FLAG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEUlEQVR4nGP4DwYMd0RsgAgASEMIU0eUCAkAAAAASUVORK5CYII=',
  'base64',
)

test('a pasted list becomes cards, is changed later, and keeps what it was', async ({ page }) => {
  await page.goto('/list')
  await page.getByLabel('Title').fill('Harbour words')
  await page.getByLabel('Paste pairs').fill('Term\tDefinition\npier\tmolo\nquay\tnabrzeże\nno pair here')
  await expect(page.getByLabel('Parted by')).toHaveValue('\t')
  await expect(page.getByText('Line 4 could not be read.')).toBeVisible()
  await page.getByRole('button', { name: 'Add 2 pairs' }).click()
  await page.getByRole('button', { name: 'Add a pair' }).click()
  await page.getByLabel('Front of pair 3').fill('lock')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Both sides of “lock – ” need words')).toBeVisible()
  await page.getByLabel('Back of pair 3').fill('śluza')
  await page.getByText('The back, by the front').click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Saved.' })).toBeVisible()

  await page.getByRole('link', { name: 'Study now' }).click()
  await page.waitForURL('**/study?set=*')
  await expect(question(page)).toHaveText(/^pier/)
  await page.waitForTimeout(300)
  await page.getByRole('button', { name: 'Show answer' }).click()
  await expect(page.getByText('molo').first()).toBeVisible()

  await page.goto('/desk')
  await page.getByRole('link', { name: /Harbour words.*3 pairs/ }).click()
  await page.getByLabel('Back of pair 2').fill('bulwar')
  await page.getByRole('button', { name: 'Remove “lock”' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('2 pairs')).toBeVisible()
  await page.getByRole('link', { name: 'Go on with the list' }).click()
  await expect(page.getByLabel('Back of pair 2')).toHaveValue('bulwar')
  await expect(page.getByLabel('The back, by the front')).toBeChecked()
})

test('a picture beside a pair is shown with its question', async ({ page, problems }) => {
  await page.goto('/list')
  await page.getByLabel('Title').fill('Flags')
  await page.getByLabel('Paste pairs').fill('the red one; Poland\nthe blue one; Greece')
  await page.getByRole('button', { name: 'Add 2 pairs' }).click()
  const choose = page.getByLabel('Picture or sound for “the red one”')
  await choose.setInputFiles({ name: 'flag.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') })
  await expect(page.getByText('This is no picture or sound that every browser can show.')).toBeVisible()
  await choose.setInputFiles({ name: 'flag.png', mimeType: 'image/png', buffer: FLAG })
  await expect(page.getByRole('button', { name: 'Take the picture of “the red one” away' })).toBeVisible()
  await page.getByText('The back, by the front').click()
  await page.getByRole('checkbox', { name: /^Accents count/ }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Study now' }).click()
  await page.waitForURL('**/study?set=*')
  await expect(question(page)).toHaveText(/^the red one/)
  const picture = page.getByRole('img', { name: 'Picture for this question' })
  await expect(picture).toBeVisible()
  // The browser says by itself that the file above was refused.
  problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('422')))
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(2)
})
