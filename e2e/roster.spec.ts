import { PASSWORD, signOut, signUp } from './account.ts'
import { expectNothing } from './axe.ts'
import { LAPTOP, makeClass, someone } from './class.ts'
import { expect, test } from './fixtures.ts'

const ROSTER = 'Name;E-mail\nMila Novak;\nZoë Łącka;zoe@school.example\n;nobody@school.example\nMila Novak;\n'

test('a list of names becomes accounts, slips bring their owners in, and a message reaches them', async ({
  page: teacher,
  browser,
  baseURL,
  problems,
}) => {
  test.setTimeout(120_000)
  await teacher.setViewportSize(LAPTOP)
  await signUp(teacher, 'olga-teaches@example.org')
  await makeClass(teacher, 'Reefs')
  await teacher.getByRole('link', { name: 'People' }).click()
  await teacher.waitForURL('**/people')
  await expect(teacher.getByRole('link', { name: 'People' })).toHaveAttribute('aria-current', 'page')
  await expectNothing(teacher, 'the people of a class')

  await teacher.getByLabel('Choose a file').setInputFiles({
    ...{ name: 'class.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${ROSTER}`) },
  })
  await expect(teacher.getByText('2 names read.')).toBeVisible()
  await teacher.getByRole('button', { name: 'See what would be made' }).click()
  await expect(teacher.getByText('2 accounts would be made.')).toBeFocused()
  await expect(teacher.getByText('Line 4: no name')).toBeVisible()
  await expect(teacher.getByText('Line 5, Mila Novak: stands further up already')).toBeVisible()
  await expect(teacher.getByText('signs in as zoe.lacka · zoe@school.example')).toBeVisible()
  await expectNothing(teacher, 'what a roster would come to')
  await teacher.getByRole('button', { name: 'Make 2 accounts' }).click()
  await expect(teacher.getByText('2 accounts are made.')).toBeVisible()
  await expect(teacher.getByText('2 learners have not been in yet.')).toBeVisible()

  await teacher.getByRole('link', { name: 'Slips to print' }).first().click()
  await teacher.waitForURL('**/slips')
  await expectNothing(teacher, 'for whom slips are made')
  await teacher.getByRole('button', { name: 'Make 2 slips' }).click()
  const slip = teacher.getByRole('listitem').filter({ hasText: 'Mila Novak' })
  await expect(slip).toBeVisible()
  await expectNothing(teacher, 'slips')
  await teacher.emulateMedia({ media: 'print' })
  await expect(slip).toBeVisible()
  await expect(teacher.getByRole('button', { name: 'Print' })).toBeHidden()
  await expect(teacher.getByRole('navigation')).toBeHidden()
  await teacher.emulateMedia({ media: 'screen' })
  const code = /[A-Z2-9]{4} [A-Z2-9]{4} [A-Z2-9]{4}/.exec((await slip.textContent()) ?? '')?.[0] ?? ''

  const { page: mila } = await someone({ browser, baseURL, problems })
  await mila.goto('/enter')
  await mila.getByLabel('Code').fill(code.toLowerCase())
  await mila.getByRole('button', { name: 'Go on' }).click()
  await expect(mila.getByText('you sign in with the name mila.novak')).toBeVisible()
  await expectNothing(mila, 'the first password of a learner')
  await mila.getByLabel('New password', { exact: true }).fill(PASSWORD)
  await mila.getByRole('button', { name: 'Keep it and sign in' }).click()
  await mila.waitForURL('**/today')
  await signOut(mila)
  await mila.getByLabel('Name or e-mail').fill('Mila.Novak')
  await mila.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await mila.getByRole('button', { name: 'Sign in', exact: true }).click()
  await mila.waitForURL('**/today')

  // Her slip is spent, and nobody can make her another.
  await teacher.reload()
  await expect(teacher.getByText('Zoë Łącka')).toBeVisible()
  await expect(teacher.getByText('has a slip that is good until')).toBeVisible()
  await expect(teacher.getByText('Mila Novak')).toBeHidden()

  await teacher.getByRole('link', { name: 'Back' }).click()
  await teacher.waitForURL('**/people')
  await teacher.getByRole('link', { name: 'Messages' }).click()
  await teacher.waitForURL('**/notices')
  await teacher.getByRole('button', { name: 'Send it' }).click()
  await expect(teacher.getByText('Write what the class is to know.')).toBeVisible()
  await expectNothing(teacher, 'messages')
  await teacher.getByLabel('Message to the class').fill('Bring <b>a pencil</b>.')
  await teacher.getByRole('button', { name: 'Send it' }).click()
  await expect(teacher.getByText('Sent to 2 learners.')).toBeVisible()
  await expect(teacher.getByRole('listitem').getByText('Bring <b>a pencil</b>.')).toBeVisible()

  await mila.goto('/classes')
  await expect(mila.getByText('1 new message')).toBeVisible()
  await mila.getByRole('link', { name: /Reefs/ }).click()
  await mila.waitForURL('**/classes/*')
  await expect(mila.getByText('Bring <b>a pencil</b>.')).toBeVisible()
  await expect(mila.getByText('new', { exact: true })).toBeVisible()
  await expectNothing(mila, 'a class with a message')
  await expect(async () => {
    await mila.goto('/classes')
    await expect(mila.getByText('1 new message')).toBeHidden({ timeout: 1_000 })
  }).toPass()

  await teacher.getByRole('button', { name: /^Delete the message of/ }).click()
  await teacher.getByRole('button', { name: 'Tap again to delete it' }).click()
  await expect(teacher.getByText('Nothing yet.')).toBeVisible()
})
