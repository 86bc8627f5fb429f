import { type Browser, devices, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { squareFor } from '../app/_ui/qr.ts'
import { OTHER_NAME } from '../lib/testing/browser.ts'
import { openMailbox, tokenIn } from '../lib/testing/mailbox.ts'
import { type Served, serve } from '../lib/testing/served.ts'
import { PASSWORD, signIn, signOut, signUp } from './account.ts'
import { expect, test, watch } from './fixtures.ts'
import { allSent, onDevice, startAsGuest, study } from './learner.ts'
import { adminOf } from './operator.ts'

const NEW = 'seven slow barges at dawn'

/** A second phone, at the test's server unless told otherwise, watched like the first. */
const otherPhone = async (browser: Browser, problems: string[], baseURL?: string): Promise<Page> => {
  const context = await browser.newContext({ ...devices['Pixel 7'], locale: 'en-GB', ...(baseURL ? { baseURL } : {}) })
  const page = await context.newPage()
  watch(page, problems)
  return page
}

/** Refusals that a test provokes are in the console, too. */
const forgiveStatus = (problems: string[], status: number): void => {
  problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes(String(status))))
}

/** The code on screen, as a person would read it out. */
const shownCode = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Show a code' }).click()
  const shown = page.getByText(/^[A-Z2-9]{4} [A-Z2-9]{4}$/)
  await expect(shown).toBeVisible()
  return (await shown.textContent()) ?? ''
}

const studyAsGuestElsewhere = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { name: 'Study on here.' })).toBeVisible()
  await page.getByRole('button', { name: 'Study here as the same guest' }).click()
}

const userIdOn = (page: Page): Promise<string> =>
  page.evaluate(() => (JSON.parse(localStorage.getItem('footnote.account') ?? '{}') as { userId: string }).userId)

test.describe('a guest studies on another device', () => {
  test('by a code, and both devices study on with the same answers', async ({ page, browser, problems }) => {
    await startAsGuest(page)
    await study(page, 2, 'knowing')
    await page.goto('/settings')
    await page.getByRole('link', { name: 'Study on another device' }).click()
    const code = await shownCode(page)
    await expect(page.getByText('Good for 10 minutes, once.')).toBeVisible()

    const other = await otherPhone(browser, problems)
    await other.goto('/enter')
    await other.getByLabel('Code').fill('ABCD')
    await other.getByRole('button', { name: 'Go on' }).click()
    await expect(other.getByText('A code has eight or twelve letters and digits.')).toBeVisible()
    await expect(other.getByLabel('Code')).toBeFocused()
    await other.getByLabel('Code').fill(code.toLowerCase())
    await other.getByRole('button', { name: 'Go on' }).click()
    await studyAsGuestElsewhere(other)
    await other.waitForURL('**/today')
    await expect(async () => expect((await onDevice(other)).answers).toBe(2)).toPass()
    expect(await userIdOn(other)).toBe(await userIdOn(page))

    await other.goto('/study')
    await study(other, 1, 'knowing')
    await allSent(other)
    await page.goto('/progress')
    await expect(async () => expect((await onDevice(page)).answers).toBe(3)).toPass()

    await other.goto('/enter')
    await other.getByLabel('Code').fill(code)
    await other.getByRole('button', { name: 'Go on' }).click()
    await expect(other.getByText('That code opens nothing')).toBeVisible()
    forgiveStatus(problems, 410)
    await other.context().close()
  })

  test('by the square, which leads to the address that this device uses', async ({ browser, baseURL, problems }) => {
    const site = `http://${OTHER_NAME}:${new URL(baseURL ?? '').port}`
    const page = await otherPhone(browser, problems, site)
    await startAsGuest(page)
    await study(page, 2, 'knowing')
    await page.goto('/move')
    const code = (await shownCode(page)).replace(' ', '')
    const square = page.getByRole('img', { name: `leads to ${site}/enter` })
    expect(await square.locator('path').last().getAttribute('d')).toBe(squareFor(`${site}/enter#${code}`).path)

    const other = await otherPhone(browser, problems, site)
    await other.goto(`/enter#${code}`)
    await studyAsGuestElsewhere(other)
    await other.waitForURL('**/today')
    await expect(async () => expect((await onDevice(other)).answers).toBe(2)).toPass()
    await Promise.all([page.context().close(), other.context().close()])
  })

  test('where another guest has studied, and takes those answers along', async ({ page, browser, problems }) => {
    await startAsGuest(page)
    await study(page, 2, 'knowing')
    await page.goto('/move')
    const code = await shownCode(page)
    const other = await otherPhone(browser, problems)
    await startAsGuest(other)
    await study(other, 3, 'knowing')
    await other.goto(`/enter#${code.replace(' ', '')}`)
    await expect(other.getByText('Another guest has studied on this device.')).toBeVisible()
    await studyAsGuestElsewhere(other)
    await other.waitForURL('**/bring')
    await other.getByRole('button', { name: 'Add it to mine' }).click()
    await other.waitForURL('**/today')
    await allSent(other)
    await expect(async () => expect((await onDevice(other)).answers).toBe(5)).toPass()
    await other.context().close()
  })

  test('where a member is signed in, who is signed out first', async ({ page, browser, problems }) => {
    await startAsGuest(page)
    await study(page, 1, 'knowing')
    await page.goto('/move')
    const code = (await shownCode(page)).replace(' ', '')
    const other = await otherPhone(browser, problems)
    const email = `moved-${Date.now()}@example.org`
    await signUp(other, email)
    await other.goto(`/enter#${code}`)
    await expect(other.getByText(`${email} has to be signed out first`)).toBeVisible()
    await other.getByRole('button', { name: 'Sign out and go on as the guest' }).click()
    await other.waitForURL('**/today')
    expect(await userIdOn(other)).toBe(await userIdOn(page))
    await other.context().close()
  })
})

test('a link that is over says so, is gone from the address bar, and leads on', async ({ page, problems }) => {
  await page.goto(`/enter#${'x'.repeat(43)}`)
  await expect(page.getByRole('heading', { name: 'This link is over.' })).toBeVisible()
  expect(new URL(page.url()).hash).toBe('')
  await expect(page.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in')
  await page.getByRole('button', { name: 'Type a code' }).click()
  await expect(page.getByLabel('Code')).toBeVisible()
  forgiveStatus(problems, 410)
})

test('an address that has an account leads to signing in with it', async ({ page, problems }) => {
  const email = `taken-${Date.now()}@example.org`
  await signUp(page, email)
  await signOut(page)
  await page.goto('/sign-up')
  await page.getByLabel('Name or e-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(NEW)
  await page.getByRole('button', { name: 'Make an account' }).click()
  await page.getByRole('link', { name: 'Sign in with it' }).click()
  await page.waitForURL('**/sign-in')
  await expect(page.getByLabel('Name or e-mail')).toHaveValue(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/today')
  forgiveStatus(problems, 409)
})

test('without mail, the way to a new password is a person', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: 'Send me a link instead' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(page.getByText('This Footnote sends no mail.')).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
})

test.describe('where mail works', () => {
  test.describe.configure({ mode: 'serial' })
  let mailbox: Awaited<ReturnType<typeof openMailbox>>
  let server: Served
  const email = 'ada@example.org'

  test.beforeAll(async () => {
    test.setTimeout(300_000)
    mailbox = await openMailbox()
    server = await serve(undefined, (url) => ({
      FOOTNOTE_URL: url,
      FOOTNOTE_SMTP_URL: mailbox.url,
      FOOTNOTE_MAIL_FROM: 'footnote@example.org',
    }))
  })
  test.afterAll(async () => {
    await server?.stop()
    await mailbox?.close()
  })

  /** The link in the letter that comes after so many. */
  const letterAfter = async (count: number): Promise<string> => {
    await expect(async () => expect(mailbox.letters.length).toBeGreaterThan(count)).toPass()
    const letter = mailbox.letters.at(-1)
    expect(letter?.to).toEqual([email])
    return `/enter#${letter ? tokenIn(letter) : ''}`
  }

  test('the link that the server prints makes its first member the operator', async ({ browser, problems }) => {
    const printed = /http\S+\/enter#[\w-]+/.exec(server.output)?.[0] ?? ''
    expect(printed.startsWith(`${server.url}/enter#`)).toBe(true)
    const page = await otherPhone(browser, problems, server.url)
    await page.goto(printed)
    await page.getByRole('link', { name: 'Make an account' }).click()
    await page.waitForURL('**/sign-up')
    await page.getByLabel('Name or e-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Make an account' }).click()
    await page.waitForURL('**/enter')
    await page.getByRole('button', { name: 'Become the operator' }).click()
    await page.waitForURL('**/operator')
    const database = new Database(`${server.dataFolder}/footnote.db`, { readonly: true })
    expect(database.prepare('SELECT "role" FROM "User" WHERE "email" = ?').get(email)).toEqual({ role: 'operator' })
    database.close()
    forgiveStatus(problems, 404)
    await page.goto(printed)
    await expect(page.getByRole('heading', { name: 'This link is over.' })).toBeVisible()
    forgiveStatus(problems, 410)
    await page.context().close()
  })

  test('a forgotten password is chosen anew by mail', async ({ browser, problems }) => {
    const page = await otherPhone(browser, problems, server.url)
    const before = mailbox.letters.length
    await page.goto('/forgot')
    await page.getByLabel('E-mail').fill('nobody@example.org')
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await expect(page.getByText('If nobody@example.org has an account here')).toBeVisible()
    await page.getByRole('button', { name: 'Send it again, or elsewhere' }).click()
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await expect(page.getByText(`If ${email} has an account here`)).toBeVisible()

    await page.goto(await letterAfter(before))
    expect(mailbox.letters.length).toBe(before + 1)
    await expect(page.getByText(`For ${email}.`)).toBeVisible()
    await page.getByLabel('New password').fill('short')
    await page.getByRole('button', { name: 'Keep it and sign in' }).click()
    await expect(page.getByText('At least 8 characters, please.')).toBeVisible()
    forgiveStatus(problems, 422)
    await page.getByLabel('New password').fill(NEW)
    await page.getByRole('button', { name: 'Keep it and sign in' }).click()
    await page.waitForURL('**/today')
    await page.goto('/settings')
    await expect(page.getByText(email)).toBeVisible()
    await page.context().close()
  })

  test('a link by mail signs in with one tap, not by being opened', async ({ browser, problems }) => {
    const page = await otherPhone(browser, problems, server.url)
    const before = mailbox.letters.length
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Send me a link instead' }).click()
    await page.getByLabel('E-mail', { exact: true }).fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await expect(page.getByText(`If ${email} may come in here`)).toBeVisible()

    const link = await letterAfter(before)
    for (let n = 0; n < 2; n++) {
      const scanner = await otherPhone(browser, problems, server.url)
      await scanner.goto(link)
      await expect(scanner.getByRole('button', { name: `Sign in as ${email}` })).toBeVisible()
      await scanner.context().close()
    }
    await page.goto(link)
    await page.getByRole('button', { name: `Sign in as ${email}` }).click()
    await page.waitForURL('**/today')
    await signOut(page)
    await page.goto(link)
    await expect(page.getByRole('heading', { name: 'This link is over.' })).toBeVisible()
    forgiveStatus(problems, 410)
    await page.context().close()
  })

  test('too many letters are refused with the time to wait', async ({ browser, problems }) => {
    const page = await otherPhone(browser, problems, server.url)
    await page.goto('/forgot')
    for (let n = 0; n < 6; n++) {
      await page.getByLabel('E-mail').fill('flooded@example.org')
      await page.getByRole('button', { name: 'Send me a link' }).click()
      if (n < 5) await page.getByRole('button', { name: 'Send it again, or elsewhere' }).click()
    }
    await expect(page.getByText(/Too many tries\. Try again in \d+ minutes\./)).toBeVisible()
    forgiveStatus(problems, 429)
    await page.context().close()
  })

  test('where accounts are by invitation, one makes an account', async ({ browser, problems }) => {
    const admin = adminOf(server)
    await admin('sign-up', 'invited')
    const page = await otherPhone(browser, problems, server.url)
    await page.goto('/sign-up')
    await expect(page.getByRole('heading', { name: 'Accounts here are by invitation.' })).toBeVisible()
    await expect(page.getByRole('textbox')).toHaveCount(0)

    await page.goto(await admin('invite'))
    await expect(page.getByRole('heading', { name: 'You are invited.' })).toBeVisible()
    await page.getByLabel('Name or e-mail').fill('Newcomer')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Make an account' }).click()
    await page.waitForURL('**/today')
    await signOut(page)
    await signIn(page, 'Newcomer')
    await signOut(page)

    await admin('sign-up', 'closed')
    await page.goto('/')
    await page.getByRole('button', { name: 'Start studying' }).first().click()
    await expect(page.getByText('Nobody new can start here just now.')).toBeVisible()
    forgiveStatus(problems, 403)
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
    await page.waitForURL('**/sign-in')
    await expect(page.getByRole('button', { name: 'Go on as a guest' })).toHaveCount(0)
    await page.goto('/sign-up')
    await expect(page.getByRole('heading', { name: 'Nobody new can join just now.' })).toBeVisible()
    await page.context().close()
  })
})
