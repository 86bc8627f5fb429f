import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { devices } from '@playwright/test'
import { issuerSettings, openIssuer } from '../lib/testing/issuer.ts'
import { type Served, serve } from '../lib/testing/served.ts'
import { signIn, signOut, signUp } from './account.ts'
import { expect, test, watch } from './fixtures.ts'
import { allSent, onDevice, startAsGuest, study } from './learner.ts'
import { adminOf } from './operator.ts'

const NAME = 'Northside School'
let issuer: Awaited<ReturnType<typeof openIssuer>>
let server: Served

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(300_000)
  issuer = await openIssuer()
  server = await serve(undefined, (url) => issuerSettings(url, issuer.url))
})
test.afterAll(async () => {
  await server?.stop()
  await issuer?.close().catch(() => {})
})

/** A phone of its own, at the address that people reach this installation by. */
const phone = async (browser: Browser, problems: string[]): Promise<Page> => {
  const { defaultBrowserType: _, ...pixel } = devices['Pixel 7'] ?? {}
  const context = await browser.newContext({ ...pixel, baseURL: server.url, locale: 'en-GB' })
  context.on('page', (page) => watch(page, problems))
  return context.newPage()
}
const goOn = (page: Page) => page.getByRole('button', { name: `Go on with ${NAME}` })
const accessible = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
const row = (page: Page) => page.getByRole('group').filter({ hasText: NAME })
const inSettings = async (page: Page) => {
  await page.goto('/settings')
  await expect(page.getByText('Ways in', { exact: true })).toBeVisible()
}

test('a guest signs in with the school’s own account, keeps the answers, and comes back in', async ({
  browser,
  problems,
}) => {
  issuer.person = { sub: 'mei', email: 'mei@northside.example', email_verified: true, name: 'Mei Tanaka' }
  const page = await phone(browser, problems)
  await startAsGuest(page)
  await study(page, 2, 'knowing')
  await page.goto('/sign-in')
  await accessible(page)
  await goOn(page).click()
  await page.waitForURL('**/today')
  await allSent(page)
  expect((await onDevice(page)).answers).toBe(2)

  await inSettings(page)
  await expect(page.getByText(/mei@northside.example, linked/)).toBeVisible()
  await accessible(page)
  await row(page).getByText(NAME, { exact: true }).click()
  await page.getByRole('button', { name: `Unlink ${NAME}` }).click()
  await expect(page.getByText('This is your only way in.')).toBeVisible()

  await signOut(page)
  await startAsGuest(page)
  await study(page, 1, 'knowing')
  await page.goto('/sign-in')
  await goOn(page).click()
  await page.waitForURL('**/bring')
  await page.getByRole('button', { name: 'Add to Mei Tanaka' }).click()
  await page.waitForURL('**/today')
  await expect.poll(async () => (await onDevice(page)).answers).toBe(3)
})

test('a member links the school’s account in the settings, and unlinks it', async ({ browser, problems }) => {
  issuer.person = { sub: 'ada', email: 'ada@northside.example', email_verified: true }
  const page = await phone(browser, problems)
  await signUp(page, 'ada@home.example')
  await inSettings(page)
  await row(page).getByText(NAME, { exact: true }).click()
  await page.getByRole('button', { name: `Link ${NAME}` }).click()
  await page.waitForURL('**/settings#ways-in')
  await expect(page.getByText(/ada@northside.example, linked/)).toBeVisible()
  await signOut(page)
  await goOn(page).click()
  await page.waitForURL('**/today')
  await inSettings(page)
  await expect(page.getByText('ada@home.example', { exact: true })).toBeVisible()
  await row(page).getByText(NAME, { exact: true }).click()
  await page.getByRole('button', { name: `Unlink ${NAME}` }).click()
  await expect(page.getByText('Sign in with it, too')).toBeVisible()
})

test('an e-mail that has an account: sign in to it, then link', async ({ browser, problems }) => {
  const email = 'ann@northside.example'
  issuer.person = { sub: 'ann', email, email_verified: true }
  const page = await phone(browser, problems)
  await signUp(page, email)
  await signOut(page)
  await goOn(page).click()
  await expect(page.getByText(`${email} already has an account here.`)).toBeVisible()
  await accessible(page)
  await signIn(page, email, '**/link')
  await accessible(page)
  await page.getByRole('button', { name: `Link ${NAME}` }).click()
  await page.waitForURL('**/today')
  await signOut(page)
  await goOn(page).click()
  await page.waitForURL('**/today')
})

test('where nobody new can join, an invitation goes along to the school and back, once', async ({
  browser,
  problems,
}) => {
  const admin = adminOf(server)
  await admin('sign-up', 'closed')
  const invitation = await admin('invite')
  issuer.person = { sub: 'ben', email: 'ben@northside.example', email_verified: true }
  const page = await phone(browser, problems)
  await page.goto(invitation)
  await expect(page.getByRole('heading', { name: 'You are invited.' })).toBeVisible()
  await accessible(page)
  await goOn(page).click()
  await page.waitForURL('**/today')

  const other = await phone(browser, problems)
  issuer.person = { sub: 'eve', email: 'eve@northside.example', email_verified: true }
  await other.goto(invitation)
  await expect(other.getByRole('heading', { name: 'This link is over.' })).toBeVisible()
  await other.goto('/sign-in')
  await goOn(other).click()
  await expect(other.getByText('Nobody new can join here at present.')).toBeVisible()
  problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('410')))
})

test('an issuer that is down is said to be, without leaving the page', async ({ browser, problems }) => {
  const page = await phone(browser, problems)
  await page.goto('/sign-in')
  await issuer.close()
  await goOn(page).click()
  await expect(page.getByText(`${NAME} does not work as it should just now.`)).toBeVisible()
  await expect(goOn(page)).toBeEnabled()
  problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('502')))
})
