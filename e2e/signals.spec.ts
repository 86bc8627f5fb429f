import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net'
import type { Page } from '@playwright/test'
import { signUp } from './account.ts'
import { join, LAPTOP, letGuestsIn, makeClass, someone } from './class.ts'
import { expect, test } from './fixtures.ts'

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
  const { context: laptop, page: teacher } = await someone({ browser, baseURL: wire.url }, LAPTOP)
  await signUp(teacher, `signals-${Date.now()}@example.org`)
  const { code } = await makeClass(teacher, 'Reefs, Friday')
  await teacher.getByRole('link', { name: 'People', exact: true }).click()
  await teacher.waitForURL('**/people')
  await letGuestsIn(teacher)
  const comes = async (name: string) => {
    const { context, page } = await someone({ browser, baseURL })
    await join(page, code, name)
    await context.close()
  }
  await expect(teacher.getByText('No learner yet.')).toBeVisible()
  await teacher.evaluate(() => document.body.setAttribute('data-kept', 'yes'))

  await comes('Bo')
  await expect(inRoster(teacher, 'Bo')).toBeVisible()
  await expect(teacher.getByText('1 learner', { exact: true })).toBeVisible()

  // The stream still tells of it, but nothing can be fetched.
  await laptop.setOffline(true)
  await comes('Cy')
  await teacher.waitForTimeout(1_000)
  await expect(inRoster(teacher, 'Cy')).toBeHidden()
  await laptop.setOffline(false)
  await expect(inRoster(teacher, 'Cy')).toBeVisible()

  wire.cut()
  await comes('Dee')
  await wire.mend()
  await expect(inRoster(teacher, 'Dee')).toBeVisible({ timeout: 30_000 })

  await comes('Eve')
  await expect(inRoster(teacher, 'Eve')).toBeVisible()
  await expect(teacher.locator('body')).toHaveAttribute('data-kept', 'yes')
  await laptop.close()
  wire.cut()
})
