import { expect, test } from '@playwright/test'
import { serve } from '../lib/testing/served.ts'

const SENTENCES = Array.from(
  { length: 1_200 },
  (_, n) =>
    `In ${1400 + (n % 600)} the engineer Thomas Ardley built bridge number ${n} across the river Esk. It cost ${9000 + n} pounds.`,
)

test('a long text is read on through a reload and a server that dies and starts again', async ({ page }) => {
  test.setTimeout(240_000)
  const server = await serve()
  await page.goto(`${server.url}/new`)
  await page.getByLabel('Title').fill('Bridges')
  await page.getByLabel('Text', { exact: true }).fill(SENTENCES.join('\n\n'))
  await page.getByRole('button', { name: 'Find the facts' }).click()
  await expect(page.getByRole('progressbar')).toBeVisible({ timeout: 60_000 })
  await server.kill()
  const again = await serve(server.dataFolder, {}, Number(new URL(server.url).port))
  // The new server takes the text up once the old one has said nothing for a while.
  await page.reload()
  await expect(page.getByRole('progressbar')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('link', { name: 'Study now' })).toBeVisible({ timeout: 180_000 })
  await page.getByRole('link', { name: 'Study now' }).click()
  await expect(page.locator('h1.question')).toBeVisible()
  await again.stop()
})
