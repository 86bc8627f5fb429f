import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net'
import type { Browser, Page } from '@playwright/test'
import { signUp } from './account.ts'
import { expect, test } from './fixtures.ts'

/** Somebody on a phone of their own joins a class by its code. */
const join = async (browser: Browser, baseURL: string | undefined, code: string, name: string): Promise<void> => {
  const context = await browser.newContext({ baseURL: baseURL ?? '', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(`/join/${code.replace(' ', '')}`)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.waitForURL('**/classes/*')
  await context.close()
}

/** A way to the server that can be cut, with all that is under way on it, and mended. */
const newWire = async (to: number) => {
  const ends = new Set<Socket>()
  const server = createServer((here) => {
    const there = dial(to)
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const) {
      ends.add(one)
      one.pipe(other)
      one.on('error', () => {}).on('close', () => ends.delete(one) && other.destroy())
    }
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const cut = () => {
    server.close()
    for (const end of ends) end.destroy()
  }
  return { url: `http://localhost:${port}`, cut, mend: () => listen(port) }
}

const inRoster = (page: Page, name: string) => page.getByRole('button', { name: `Take ${name} out` })

test('an open page of a class shows who joins without a reload, also once the network is back', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const wire = await newWire(Number(new URL(baseURL ?? '').port))
  const laptop = await browser.newContext({ baseURL: wire.url, viewport: { width: 1280, height: 800 } })
  const teacher = await laptop.newPage()
  await signUp(teacher, `signals-${Date.now()}@example.org`)
  await teacher.goto('/classes')
  await teacher.getByLabel('What is it called?').fill('Reefs, Friday')
  await teacher.getByRole('button', { name: 'Make it' }).click()
  await teacher.waitForURL('**/classes/*')
  await teacher.getByRole('link', { name: 'People', exact: true }).click()
  await teacher.waitForURL('**/people')
  const code = (await teacher.locator('p[dir=ltr]').first().textContent()) ?? ''
  await teacher.getByRole('switch', { name: /^Guests may join/ }).click()
  await expect(teacher.getByRole('switch', { name: /^Guests may join/ })).toBeChecked()
  await expect(teacher.getByText('No learner yet.')).toBeVisible()
  await teacher.evaluate(() => document.body.setAttribute('data-kept', 'yes'))

  await join(browser, baseURL, code, 'Bo')
  await expect(inRoster(teacher, 'Bo')).toBeVisible()
  await expect(teacher.getByText('1 learner', { exact: true })).toBeVisible()

  // The stream still tells of it, but nothing can be fetched.
  await laptop.setOffline(true)
  await join(browser, baseURL, code, 'Cy')
  await teacher.waitForTimeout(1_000)
  await expect(inRoster(teacher, 'Cy')).toBeHidden()
  await laptop.setOffline(false)
  await expect(inRoster(teacher, 'Cy')).toBeVisible()

  wire.cut()
  await join(browser, baseURL, code, 'Dee')
  await wire.mend()
  await expect(inRoster(teacher, 'Dee')).toBeVisible({ timeout: 30_000 })

  await join(browser, baseURL, code, 'Eve')
  await expect(inRoster(teacher, 'Eve')).toBeVisible()
  await expect(teacher.locator('body')).toHaveAttribute('data-kept', 'yes')
  await laptop.close()
  wire.cut()
})
