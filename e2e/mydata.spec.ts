import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { OTHER_NAME } from '../lib/testing/browser.ts'
import { PASSWORD, signUp } from './account.ts'
import { expect, test } from './fixtures.ts'
import { allSent, onDevice, startAsGuest, study } from './learner.ts'

const openRow = (page: Page, name: string) => page.getByRole('group').getByText(name, { exact: true }).first().click()

/** Every card as this device has it, without the clock of the device. */
const cardsOnDevice = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate(
    () =>
      new Promise((done, fail) => {
        const { userId } = JSON.parse(localStorage.getItem('footnote.account') ?? '{}')
        const opening = indexedDB.open(`footnote-${userId}`)
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('cards').objectStore('cards').getAll()
          reading.onerror = () => fail(reading.error)
          reading.onsuccess = () => {
            opening.result.close()
            done(Object.fromEntries(reading.result.map(({ key, state }) => [key, state])))
          }
        }
      }),
  )

const download = async (page: Page): Promise<Buffer> => {
  await page.goto('/settings')
  await openRow(page, 'Download everything')
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download everything' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/^footnote-\d{4}-\d\d-\d\d\.zip$/)
  await expect(page.getByText('Your download has begun.')).toBeVisible()
  return readFileSync(await file.path())
}

const restore = async (page: Page, buffer: Buffer): Promise<void> => {
  await page.goto('/settings')
  await openRow(page, 'Restore from a file')
  await page.getByLabel('Choose a file').setInputFiles({ name: 'mine.zip', mimeType: 'application/zip', buffer })
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
}

const deleteAccount = async (page: Page): Promise<void> => {
  await page.goto('/settings')
  await openRow(page, 'Delete my account')
  await page.getByLabel('Password', { exact: true }).last().fill(PASSWORD)
  await page.getByRole('button', { name: 'Delete for good' }).click()
  await page.waitForURL((url) => url.pathname === '/')
}

test('a learner takes all of it along, deletes the account, and goes on in a new one where they were', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await startAsGuest(page)
  await study(page, 4, 'knowing')
  await signUp(page, `along-${Date.now()}@example.org`)
  await allSent(page)
  const before = await cardsOnDevice(page)
  const file = await download(page)

  await deleteAccount(page)
  const left = await page.evaluate(async () => ({
    stores: (await indexedDB.databases()).length,
    keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
  }))
  expect(left).toEqual({ stores: 0, keys: [] })

  await signUp(page, `again-${Date.now()}@example.org`)
  await restore(page, file)
  await expect(page.getByText('4 answers are back.')).toBeVisible()
  await expect(async () => expect((await onDevice(page)).answers).toBe(4)).toPass()
  await expect.poll(() => cardsOnDevice(page)).toEqual(before)
  await page.goto('/progress')
  await expect(page.getByText('4 answers so far today')).toBeVisible()

  await restore(page, file)
  await expect(page.getByText('Everything in this file is here already.')).toBeVisible()
})

test.describe('over plain HTTP, by another name than localhost', () => {
  test.use({ baseURL: `http://${OTHER_NAME}:${process.env.FOOTNOTE_E2E_PORT}` })

  test('a guest downloads and restores, and a file that is no download is refused in plain words', async ({
    page,
    problems,
  }) => {
    await startAsGuest(page)
    await study(page, 1, 'knowing')
    const file = await download(page)
    await restore(page, file)
    await expect(page.getByText('Everything in this file is here already.')).toBeVisible()

    await page.reload()
    await openRow(page, 'Restore from a file')
    await page.getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(page.getByText('Choose a file first.')).toBeVisible()
    await restore(page, Buffer.from('a letter'))
    await expect(page.getByText('This is not a download from Footnote.')).toBeVisible()
    await expect(page.getByText('mine.zip')).toBeVisible()
    // The browser logs every answer that is an error, and that this download came over plain HTTP.
    problems.splice(0, problems.length, ...problems.filter((problem) => !/422|insecure connection/.test(problem)))
  })
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('what is stored, and for how long, stands on one page that is found from the first', async ({ page }) => {
      await page.goto('/')
      await page.getByRole('link', { name: 'What is stored, and for how long' }).click()
      await page.waitForURL('**/privacy')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is stored, and for how long')
      const log = page.getByText('A line of the security log').locator('xpath=..')
      await expect(log).toContainText('180 days')
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    })
  })
