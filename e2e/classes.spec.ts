import { signUp } from './account.ts'
import { expectNothing } from './axe.ts'
import { inDays, join, LAPTOP, letGuestsIn, makeClass, someone } from './class.ts'
import { expect, test } from './fixtures.ts'
import { allSent, answerOne, goOn } from './learner.ts'

test('an instructor makes a class, learners join by its code, one as a guest, and roles and leaving are theirs', async ({
  page: teacher,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  await teacher.setViewportSize(LAPTOP)
  await signUp(teacher, 'ada-teaches@example.org')
  await teacher.goto('/classes')
  await teacher.getByRole('button', { name: 'Make it' }).click()
  await expect(teacher.getByText('Give it a name.')).toBeVisible()
  const { code } = await makeClass(teacher, 'Tides, Tuesday')
  await expect(teacher.getByRole('heading', { name: 'Tides, Tuesday' })).toBeVisible()
  expect(code).toMatch(/^[A-Z2-9]{8}$/)
  await expectNothing(teacher, 'a class')

  const { page: learner } = await someone({ browser, baseURL })
  await signUp(learner, 'bo-learns@example.org')
  await learner.goto('/classes')
  await expectNothing(learner, 'classes')
  await learner.getByLabel('Code of a class').fill(`${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase())
  await learner.getByRole('button', { name: 'Look' }).click()
  await expect(learner.getByText('Who teaches this class sees your name')).toBeVisible()
  await expectNothing(learner, 'a code')
  await learner.getByRole('button', { name: 'Join' }).click()
  await expect(learner.getByRole('alert').filter({ hasText: 'Write the name' })).toBeVisible()
  await learner.getByLabel('Your name').fill('Bo')
  await learner.getByRole('button', { name: 'Join' }).click()
  await learner.waitForURL('**/classes/*')
  await expect(learner.getByText('Nothing is assigned yet.')).toBeVisible()
  await expect(learner.getByText('Who is in it')).toBeHidden()

  const { page: guest } = await someone({ browser, baseURL })
  await guest.goto(`/join/${code}`)
  await expect(guest.getByText('This class takes people with an account only.')).toBeVisible()
  await teacher.getByRole('link', { name: 'People' }).click()
  await teacher.waitForURL('**/people')
  await letGuestsIn(teacher)
  await join(guest, code, 'Cy')

  // A set until a day: each learner's own plan aims at it, and whoever teaches sees what the class knows.
  await teacher.getByRole('link', { name: 'Assigned' }).click()
  await expect(teacher).toHaveURL(/classes\/[^/]+$/)
  await teacher.getByText('Assign a set', { exact: true }).click()
  await teacher.getByRole('button', { name: 'Assign it' }).click()
  await expect(teacher.getByText('Choose a day that is still to come.')).toBeVisible()
  await teacher.getByLabel('Day', { exact: true }).fill(inDays(9))
  await expectNothing(teacher, 'assigning')
  await teacher.getByRole('button', { name: 'Assign it' }).click()
  await expect(teacher.getByText(/^Today the class would recall 0% of \d+ facts/)).toBeVisible()

  await learner.reload()
  await learner.getByRole('link', { name: /See your plan/ }).click()
  await learner.waitForURL('**/plan?exam=*')
  await expect(learner.getByRole('heading', { name: 'Tides, Tuesday' })).toBeVisible()
  await expect(learner.locator('.range.num')).toBeVisible({ timeout: 60_000 })
  await expect(learner.getByText('set by your class')).toBeVisible()
  await learner.goto('/today')
  await expect(learner.getByText('About 20 minutes for Tides, Tuesday.')).toBeVisible()
  await learner.goto('/study')
  for (let n = 0; n < 3; n++) {
    await answerOne(learner, 'knowing')
    await goOn(learner)
  }
  await allSent(learner)
  await learner.goto('/classes')
  await learner.getByRole('link', { name: /Tides, Tuesday/ }).click()
  await learner.waitForURL('**/classes/*')

  await teacher.reload()
  await expect(teacher.getByText('2 learners')).toBeVisible()
  await teacher.getByText('By learner').click()
  await expect(teacher.getByRole('row', { name: /^Bo .* 3$/ })).toBeVisible()
  await expectNothing(teacher, 'what a class knows')
  await teacher.getByRole('link', { name: 'See who is in it' }).click()
  await teacher.waitForURL('**/people')
  await expectNothing(teacher, 'who is in a class')
  await teacher.getByRole('button', { name: 'Take Cy out' }).click()
  await teacher.getByRole('button', { name: 'Tap again to take Cy out' }).click()
  await expect(teacher.getByText('1 learner', { exact: true })).toBeVisible()
  await teacher.getByRole('link', { name: 'Assigned' }).click()
  await expect(teacher).toHaveURL(/classes\/[^/]+$/)
  await teacher.getByText('What was done').click()
  await expect(teacher.getByText('Cy was taken out · somebody without a name')).toBeVisible()
  await expect(teacher.getByText(/^A set was assigned until /)).toBeVisible()
  await expect(teacher.getByRole('button', { name: 'Leave this class' })).toBeVisible()
  await teacher.getByRole('button', { name: 'Leave this class' }).click()
  await teacher.getByRole('button', { name: 'Tap again to leave' }).click()
  await expect(teacher.getByText('Somebody has to lead the class.')).toBeVisible()

  await learner.getByRole('button', { name: 'Leave this class' }).click()
  await learner.getByRole('button', { name: 'Tap again to leave' }).click()
  await learner.waitForURL('**/classes')
  await expect(learner.getByText('Tides, Tuesday')).toBeHidden()
})
