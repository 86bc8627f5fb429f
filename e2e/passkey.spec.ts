import AxeBuilder from '@axe-core/playwright'
import type { CDPSession, Page } from '@playwright/test'
import { OTHER_NAME } from '../lib/testing/browser.ts'
import { PASSWORD, signOut, signUp } from './account.ts'
import { expect, test } from './fixtures.ts'
import { allSent, onDevice, startAsGuest, study } from './learner.ts'

const SIGN_IN = 'Sign in with a passkey'

/** A device with a lock, which its owner opens whenever asked while `present`. */
type Device = { readonly present: (present: boolean) => Promise<void> }

const newDevice = async (page: Page): Promise<Device> => {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const present = async (enabled: boolean) => {
    await cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })
  }
  return { present }
}

const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}

/** The one that can be seen: deleting the account asks for it too, in a row that is closed. */
const passwordField = (page: Page) => page.getByRole('textbox', { name: 'Password', exact: true })

const addPasskey = async (page: Page, name?: string): Promise<void> => {
  await page.goto('/settings')
  await page.getByText('Add a passkey', { exact: true }).click()
  await passwordField(page).fill(PASSWORD)
  if (name) await page.getByLabel('What you call it').fill(name)
  await page.getByRole('button', { name: 'Make a passkey' }).click()
}

/** At the sign-in page, before the device has answered anything. */
const comeBack = async (page: Page, device: Device): Promise<void> => {
  await device.present(false)
  await signOut(page)
  await expect(page.getByRole('button', { name: SIGN_IN })).toBeVisible()
}

test('a passkey made in settings signs in, until it is removed', async ({ page, problems }) => {
  const device = await newDevice(page)
  await startAsGuest(page)
  await study(page, 2, 'knowing')
  await signUp(page, `passkey-${Date.now()}@example.org`)
  await allSent(page)

  await page.goto('/settings')
  await page.getByText('Add a passkey', { exact: true }).click()
  await expect(page.getByLabel('What you call it')).toHaveValue('Chrome on Android')
  await addPasskey(page, 'The lighthouse phone')
  await expect(page.getByText('You can sign in with it from now on.')).toBeVisible()
  const row = page.getByText('The lighthouse phone', { exact: true })
  await expect(row).toBeVisible()
  await expect(page.getByText(/^Made on .*, not used yet$/)).toBeVisible()
  await row.click()
  await expectAccessible(page)

  await comeBack(page, device)
  await expectAccessible(page)
  await device.present(true)
  await page.getByRole('button', { name: SIGN_IN }).click()
  await page.waitForURL('**/today')
  await allSent(page)
  await expect(async () => expect((await onDevice(page)).answers).toBe(2)).toPass()

  await page.goto('/settings')
  await expect(page.getByText(/^Made on .*, last used on /)).toBeVisible()
  await page.getByText('The lighthouse phone', { exact: true }).click()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByText('Removed. It no longer signs you in.')).toBeFocused()
  await expect(row).toBeHidden()

  await comeBack(page, device)
  await device.present(true)
  await page.getByRole('button', { name: SIGN_IN }).click()
  await expect(page.getByText('That passkey opens no account here.')).toBeVisible()
  await expect(page).toHaveURL(/\/sign-in$/)
  const refusals = problems.splice(0)
  expect(refusals.filter((problem) => !problem.includes('401'))).toEqual([])
})

test('the browser suggests a passkey where the name is typed', async ({ page }) => {
  const device = await newDevice(page)
  await startAsGuest(page)
  await signUp(page, `suggested-${Date.now()}@example.org`)
  await addPasskey(page)
  await expect(page.getByText('Chrome on Android', { exact: true })).toBeVisible()
  await comeBack(page, device)
  await expect(page.getByLabel('Name or e-mail')).toHaveAttribute('autocomplete', 'username webauthn')
  await device.present(true)
  await page.goto('/sign-in')
  await page.waitForURL('**/today')
})

test('without the password no passkey is made, and a device has one of an account', async ({ page, problems }) => {
  await newDevice(page)
  await startAsGuest(page)
  await signUp(page, `twice-${Date.now()}@example.org`)
  await page.goto('/settings')
  await page.getByText('Add a passkey', { exact: true }).click()
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  await expect(page.getByText('That is not your password.')).toBeVisible()
  await expect(passwordField(page)).toBeFocused()
  await addPasskey(page)
  await expect(page.getByText('You can sign in with it from now on.')).toBeFocused()
  await addPasskey(page)
  await expect(page.getByText('There is a passkey of this account on that device already.')).toBeVisible()
  expect(problems).toEqual([])
})

test('who turns away hears nothing alarming', async ({ page }) => {
  await newDevice(page)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: SIGN_IN }).click()
  await expect(page.getByText('No passkey was used.')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
})

test('over plain HTTP there is no button, and settings say why', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: `http://${OTHER_NAME}:${new URL(baseURL ?? '').port}` })
  const page = await context.newPage()
  await startAsGuest(page)
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await signUp(page, `plain-${Date.now()}@example.org`)
  await page.goto('/settings')
  await expect(page.getByText('Passkeys need HTTPS: an address that begins with https.')).toBeVisible()
  await expect(page.getByText('Add a passkey')).toHaveCount(0)
  await page.goto('/sign-in')
  await expect(page.getByRole('link', { name: 'Back to today' })).toBeVisible()
  await expect(page.getByRole('button', { name: SIGN_IN })).toHaveCount(0)
  await context.close()
})

test('the study route loads nothing of it', async ({ page }) => {
  const scripts: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text())
  })
  await startAsGuest(page)
  await study(page, 1, 'knowing')
  const loaded = (await Promise.all(scripts)).join('\n')
  expect(loaded.length).toBeGreaterThan(100_000)
  expect(loaded).not.toMatch(/navigator\.credentials|PublicKeyCredential|api\/passkeys/)
})
