import { column, docxOf, pdfOf } from '../lib/testing/files.ts'
import { expectNothing } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { answerOne, question, source } from './learner.ts'

const LINES = [
  'The town of Marrowby stands on the river Esk. In 1786 the engineer Thomas Ardley',
  'built the first stone bridge across the river. The bridge had five arches and cost',
  '9,400 pounds. The new bridge opened on 14 June 1833. The railway reached Marrowby',
  'in 1852. Today the Marrowby Museum keeps the drawings of Thomas Ardley.',
]
const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

test('a PDF picked on a phone is studied at once, and its pages of pictures are named', async ({ page }) => {
  await page.goto('/new')
  await expectNothing(page, '/new')
  const buffer = pdfOf([column(LINES, 60, 740), [], []])
  await page.getByLabel('Choose a file').setInputFiles({ name: 'Marrowby.pdf', mimeType: TYPES.pdf, buffer })
  await expect(page.getByRole('heading', { name: 'Ready to study.' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Pages 2–3 are pictures.')).toBeVisible()
  await page.getByRole('link', { name: 'Study now' }).click()
  await expect(question(page)).toBeVisible()
  await answerOne(page)
  const cited = (await source(page).first().locator('.said > span').last().textContent()) ?? ''
  expect(LINES.join(' ')).toContain(cited.trim())
  await page.goto('/documents')
  await expect(page.getByRole('link', { name: /Marrowby/ })).toBeVisible()
})

test('a Word file is taken, and what cannot be read is refused in words that say what to do', async ({
  page,
  problems,
}) => {
  await page.goto('/new')
  const picker = page.getByLabel('Choose a file')
  const scan = { name: 'scan.pdf', mimeType: TYPES.pdf, buffer: pdfOf([[], []]) }
  await picker.setInputFiles(scan)
  await expect(page.getByText('This PDF holds pictures of pages and no text.')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Change the text' }).click()
  const disguised = { name: 'notes.docx', mimeType: TYPES.docx, buffer: Buffer.from('\u0089PNG', 'latin1') }
  await picker.setInputFiles(disguised)
  await expect(page.getByText('This is no file that can be read here.')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Change the text' }).click()
  const buffer = await docxOf(['# The bridge', LINES.join(' ')])
  await picker.setInputFiles({ name: 'Bridge.docx', mimeType: TYPES.docx, buffer })
  await expect(page.getByRole('heading', { name: 'Ready to study.' })).toBeVisible({ timeout: 60_000 })
  problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('422')))
})
