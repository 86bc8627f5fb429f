import { type Browser, type BrowserContext, devices, type Page } from '@playwright/test'
import { OTHER_NAME } from '../lib/testing/browser.ts'
import { type Served, serve } from '../lib/testing/served.ts'
import { PASSWORD, signIn, signUp } from './account.ts'
import { expect, test, watch } from './fixtures.ts'
import { appoint } from './operator.ts'

// On a server of their own: the other tests need one where anybody may join.
test.describe.configure({ mode: 'serial' })

const OPERATOR = 'olga@example.org'
const LEARNER = 'lena@example.org'
const NEW_PASSWORD = 'seven patient otters swim'

let server: Served
test.beforeAll(async () => {
  test.setTimeout(240_000)
  server = await serve(undefined, { FOOTNOTE_HOSTS: OTHER_NAME })
})
test.afterAll(() => server.stop())

const newPhone = async (browser: Browser, problems: string[], baseURL = server.url): Promise<BrowserContext> => {
  const phone = { ...devices['Pixel 7'], locale: 'en-GB', timezoneId: 'Asia/Tokyo' }
  const context = await browser.newContext({ ...phone, baseURL })
  context.on('page', (page) => watch(page, problems))
  return context
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const row = (page: Page, name: string) => page.locator('summary', { hasText: name })
const follow = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('link', { name }).first().click()

const openPerson = async (page: Page, search: string): Promise<void> => {
  await page.goto('/operator/people')
  await page.getByLabel('Name or e-mail').fill(search)
  await button(page, 'Find').click()
  await follow(page, new RegExp(search))
  await expect(page.getByRole('heading', { name: search })).toBeVisible()
}

/** What a browser says of an answer that is meant to be a refusal. */
const forgive = (problems: string[], status: number): void => {
  problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes(`status of ${status}`)))
}

const tokenOf = (link: string): string => new URL(link).hash.slice(1)

test('to a learner an operator’s pages do not exist', async ({ browser, problems }) => {
  const [olga, lena] = [await newPhone(browser, problems), await newPhone(browser, problems)]
  await signUp(await olga.newPage(), OPERATOR)
  appoint(server.dataFolder, OPERATOR)
  const page = await lena.newPage()
  const told = async (path: string) => {
    const status = (await page.goto(path))?.status()
    // Next sends the title after the page.
    await expect(page).toHaveTitle(/ · /)
    return { status, title: await page.title(), text: await page.locator('body').innerText() }
  }
  const ordinary = await told('/nowhere')
  expect(ordinary.status).toBe(404)
  const paths = ['', '/rules', '/people', '/people/someone', '/sets', '/log'].map((part) => `/operator${part}`)
  for (const path of paths) expect(await told(path), `${path}, signed out`).toEqual(ordinary)
  forgive(problems, 404)
  await signUp(page, LEARNER)
  for (const path of paths) expect(await told(path), `${path}, as a learner`).toEqual(ordinary)
  forgive(problems, 404)
  await page.goto('/settings')
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await expect(page.getByText('Running Footnote')).toBeHidden()
})

test('an operator decides who may come', async ({ browser, problems }) => {
  const olga = await newPhone(browser, problems)
  await olga.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await olga.newPage()
  await signIn(page, OPERATOR)
  await page.goto('/settings')
  await follow(page, /Running Footnote/)
  await expect(page.getByText('2 people have an account here. Anyone may join.')).toBeVisible()
  await follow(page, /Who may come/)

  await page.getByText('Nobody', { exact: true }).click()
  await expect(page.getByText('Saved')).toBeVisible()
  const stranger = await newPhone(browser, problems)
  const door = await stranger.newPage()
  await door.goto('/sign-up')
  await expect(door.getByRole('heading', { name: 'Nobody new can join just now.' })).toBeVisible()
  await expect(button(door, 'Make an account')).toBeHidden()

  const domains = page.getByRole('textbox', { name: 'Allowed domains' })
  await domains.fill('school.example, nonsense')
  await button(page, 'Save').first().click()
  await expect(domains).toHaveAccessibleDescription(/^nonsense is not a mail domain/)
  await expect(domains).toBeFocused()
  await domains.fill('@School.example')
  await button(page, 'Save').first().click()
  await expect(page.locator('form').first().getByText('Saved')).toBeVisible()

  await page.getByLabel('Texts').fill('12,5')
  await button(page, 'Save').last().click()
  await expect(page.getByLabel('Texts')).toHaveAccessibleDescription(/^A whole number/)
  await page.getByLabel('Texts').fill('12')
  await button(page, 'Save').last().click()
  await expect(page.locator('form').last().getByText('Saved')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Public library' }).click()
  await expect(page.getByRole('checkbox', { name: 'Public library' })).not.toBeChecked()
  await expect(page.locator('section', { hasText: 'Public library' }).getByText('Saved')).toBeVisible()

  await button(page, 'Make an invitation link').click()
  const link = page.getByLabel('One-time link')
  await button(page, 'Copy the link').click()
  await expect(page.getByText('Copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue())
  const invitation = tokenOf(await link.inputValue())
  const join = { email: 'guest.of@elsewhere.example', password: PASSWORD, invitation }
  const headers = { origin: server.url }
  expect((await stranger.request.post('/api/account', { data: join, headers })).status()).toBe(201)

  await page.reload()
  await expect(page.getByRole('radio', { name: 'Nobody' })).toBeChecked()
  await expect(domains).toHaveValue('school.example')
  await expect(page.getByLabel('Texts')).toHaveValue('12')
  await expect(page.getByRole('checkbox', { name: 'Public library' })).not.toBeChecked()
  await expect(link).toBeHidden()
})

test('where a page may not copy, the link is selected', async ({ browser, problems }) => {
  const olga = await newPhone(browser, problems, `http://${OTHER_NAME}:${new URL(server.url).port}`)
  const page = await olga.newPage()
  await signIn(page, OPERATOR)
  await page.goto('/operator/rules')
  expect(await page.evaluate(() => 'clipboard' in navigator)).toBe(false)
  await button(page, 'Make an invitation link').click()
  await button(page, 'Copy the link').click()
  await expect(page.getByText(/The link is selected/)).toBeVisible()
  const selected = await page
    .getByLabel('One-time link')
    .evaluate((field: HTMLInputElement) => field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0))
  expect(selected).toMatch(new RegExp(`^http://${OTHER_NAME}:\\d+/enter#[\\w-]{43}$`))
})

test('an operator hands over a new password, keeps somebody out at once, and reads of it', async ({
  browser,
  problems,
}) => {
  const [olga, lena] = [await newPhone(browser, problems), await newPhone(browser, problems)]
  const page = await olga.newPage()
  await signIn(page, OPERATOR)
  await openPerson(page, LEARNER)
  await row(page, 'New password').click()
  await button(page, 'Make the link').click()
  const token = tokenOf(await page.getByLabel('One-time link').inputValue())
  const headers = { origin: server.url }
  const reset = { token, password: NEW_PASSWORD }
  expect((await lena.request.post('/api/account/password', { data: reset, headers })).ok()).toBe(true)

  const open = await lena.newPage()
  const enter = async () => {
    await open.goto('/sign-in')
    await open.getByLabel('Name or e-mail').fill(LEARNER)
    await open.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD)
    await open.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  await enter()
  await open.waitForURL('**/today')
  await open.goto('/settings')
  await expect(button(open, 'More: New facts a day')).toBeVisible()

  await row(page, 'Suspend').click()
  await button(page, `Suspend ${LEARNER}`).click()
  await expect(page.getByText('Suspended.')).toBeVisible()
  await expect(row(page, 'Let in again')).toBeFocused()
  await expect(row(page, 'New password')).toBeHidden()

  await button(open, 'More: New facts a day').click()
  await expect(open.getByText('Not saved. Sign in to go on.')).toBeVisible()
  expect((await lena.request.get('/api/session')).status()).toBe(401)
  await enter()
  await expect(open.getByText(/This account is closed for now/)).toBeVisible()

  await row(page, 'Let in again').click()
  await button(page, `Let ${LEARNER} in again`).click()
  await expect(page.getByText('Let in again.')).toBeVisible()
  await enter()
  await open.waitForURL('**/today')
  for (const status of [401, 403]) forgive(problems, status)

  await row(page, 'Make an operator').click()
  await button(page, `Make ${LEARNER} an operator`).click()
  await expect(page.getByText('Now an operator.')).toBeVisible()
  await open.goto('/operator')
  await expect(open.getByRole('heading', { name: 'Running Footnote' })).toBeVisible()
  await row(page, 'No longer an operator').click()
  await button(page, 'Take the role away').click()
  await expect(row(page, 'Make an operator')).toBeVisible()
  await open.reload()
  await expect(open.getByText('Nothing stands here.')).toBeVisible()
  forgive(problems, 404)

  await follow(page, /In the security log/)
  await expect(page.getByText(`Only about ${LEARNER}`)).toBeVisible()
  await page.getByLabel('What').selectOption('Was suspended')
  await button(page, 'Show').click()
  const lines = page.getByRole('main').getByRole('listitem')
  await expect(lines).toHaveCount(1)
  await expect(lines).toContainText(`Was suspended${LEARNER}by ${OPERATOR}`)
  const time = lines.locator('time')
  const told = new Date((await time.getAttribute('datetime')) ?? '')
  const inTokyo = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tokyo', ...parts }).format(told)
  await expect(time).toContainText(inTokyo({ dateStyle: 'medium' }))
  await expect(time).toHaveText(new RegExp(` 0?${Number(inTokyo({ hour: '2-digit' }))}:\\d\\d$`))
  await follow(page, 'Show everyone')
  await page.getByLabel('What').selectOption('')
  await button(page, 'Show').click()
  await expect(lines.getByText('The rules were changed').first()).toBeVisible()
  await expect(page.getByText('signing up: Nobody')).toBeVisible()
  expect(await page.getByRole('main').innerText()).not.toMatch(/[{}]|rules-changed/)
})

test('the last operator cannot step down', async ({ browser, problems }) => {
  const page = await (await newPhone(browser, problems)).newPage()
  await signIn(page, OPERATOR)
  await openPerson(page, OPERATOR)
  await expect(row(page, 'Suspend')).toBeHidden()
  await row(page, 'No longer an operator').click()
  await button(page, 'Take the role away').click()
  await expect(page.getByText(/Nobody else runs this Footnote/)).toBeVisible()
})
