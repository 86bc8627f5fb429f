import { readFile } from 'node:fs/promises'
import { signUp } from './account.ts'
import { expectNothing } from './axe.ts'
import { inDays, join as joinAs, LAPTOP, letGuestsIn, makeClass, PHONE, someone } from './class.ts'
import { expect, test } from './fixtures.ts'
import { allSent, answerOne, goOn } from './learner.ts'

test('an instructor reads the gradebook, a learner and the facts of it, sets some of each for study, and takes it home', async ({
  page: teacher,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  await teacher.setViewportSize(LAPTOP)
  await signUp(teacher, 'mia-grades@example.org')
  const { code } = await makeClass(teacher, '=Tides')
  await letGuestsIn(teacher)
  const grades = () => teacher.getByRole('link', { name: 'Grades', exact: true })
  await grades().click()
  await expect(teacher.getByRole('heading', { name: 'Nobody learns here yet.' })).toBeVisible()
  await expectNothing(teacher, 'a gradebook of nobody')

  const join = async (name: string) => {
    const { page } = await someone({ browser, baseURL })
    await joinAs(page, code, name)
    return page
  }
  const bo = await join('Bo')
  const cy = await join('=Cy')
  await teacher.reload()
  await expect(teacher.getByRole('heading', { name: 'Nothing is assigned yet.' })).toBeVisible()
  await teacher.getByRole('link', { name: 'Assigned', exact: true }).click()
  await teacher.getByText('Assign a set', { exact: true }).click()
  await teacher.getByLabel('Day', { exact: true }).fill(inDays(9))
  await teacher.getByRole('button', { name: 'Assign it' }).click()
  await expect(teacher.getByText(/^Today the class would recall 0%/)).toBeVisible()

  await bo.goto('/study')
  for (let n = 0; n < 3; n++) {
    await answerOne(bo, 'knowing')
    await goOn(bo)
  }
  await allSent(bo)

  await teacher.reload()
  await teacher.getByRole('button', { name: 'Forecast for the day' }).click()
  await expect(
    teacher.getByText(/^If everyone goes on as in the last seven days, .* recalls \d+(–\d+)?% on/),
  ).toBeVisible({ timeout: 60_000 })
  const foreseen = teacher.getByRole('listitem').filter({ hasText: /^(Bo|=Cy)\d+(–\d+)?%$/ })
  // Who has done nothing and gives it no time comes to nothing, and first.
  await expect(foreseen).toHaveText(['=Cy0%', /^Bo(?!0%)/])
  await expectNothing(teacher, 'the forecast of a class')

  await grades().click()
  await expect(teacher.getByText('2 learners. Nobody needs a word.')).toBeVisible()
  const grading = teacher.url()
  const names = () => teacher.getByRole('rowheader').allTextContents()
  expect(await names()).toEqual(['=Cyguest', 'Boguest', 'Middle of the class'])
  await teacher.getByRole('button', { name: 'Min, 7 days' }).click()
  await expect(teacher.getByRole('columnheader', { name: /Min, 7 days/ })).toHaveAttribute('aria-sort', 'ascending')
  await teacher.getByRole('button', { name: /^Learner/ }).press('Enter')
  await teacher.getByRole('button', { name: /^Learner/ }).press('Enter')
  await expect(teacher.getByRole('columnheader', { name: /^Learner/ })).toHaveAttribute('aria-sort', 'descending')
  expect(await names()).toEqual(['Boguest', '=Cyguest', 'Middle of the class'])
  await expectNothing(teacher, 'a gradebook')
  await teacher.getByText('Need a word', { exact: true }).click()
  await expect(teacher.getByRole('rowheader')).toHaveCount(0)
  await teacher.getByText('All', { exact: true }).click()

  for (const [name, ending] of [
    ['Download CSV', 'csv'],
    ['Download Excel', 'xlsx'],
  ] as const) {
    const [download] = await Promise.all([
      teacher.waitForEvent('download'),
      teacher.getByRole('link', { name }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`Grades, =Tides.${ending}`)
    const bytes = await readFile(await download.path())
    if (ending === 'xlsx') expect(bytes.subarray(0, 2).toString()).toBe('PK')
    else expect(bytes.toString('utf8')).toContain(`"'=Cy"`)
  }

  await teacher.getByRole('link', { name: 'Bo', exact: true }).click()
  await expect(teacher.getByRole('heading', { name: 'Bo' })).toBeVisible()
  await expect(teacher.getByText('From the answers given since joining')).toBeVisible()
  await expect(teacher.getByText(/^\d+% today, \d+% on the day$/)).toHaveCount(3)
  await expectNothing(teacher, 'a learner')

  // The weakest facts become a set of their own for the whole class.
  await teacher.getByRole('table').getByRole('link').first().click()
  await expect(teacher.getByText(/^\d+ of \d+ facts are more likely forgotten than not$/)).toBeVisible()
  await teacher.getByText('Set these for study', { exact: true }).click()
  await teacher.getByLabel('How many').fill('4')
  await expect(teacher.getByText('The 4 weakest facts as a set of their own')).toBeVisible()
  await teacher.getByLabel('Title', { exact: true }).fill('Once more')
  await teacher.getByRole('button', { name: 'Set for study' }).click()
  await expect(teacher.getByText('Choose a day that is still to come.')).toBeVisible()
  await teacher.getByLabel('Day', { exact: true }).fill(inDays(4))
  await expectNothing(teacher, 'the facts of an assignment')
  await teacher.getByRole('button', { name: 'Set for study' }).click()
  await teacher.waitForURL(/\/classes\/[^/]+$/)
  await expect(teacher.getByRole('strong').filter({ hasText: 'Once more' })).toBeVisible()
  await expect(teacher.getByText(/of 4 facts/)).toBeVisible()

  // One learner gets a set for themselves; the other is told nothing of it.
  // Or what is weakest is asked at once: a round that waits on this screen until its leader starts it.
  await teacher.goBack()
  await teacher.getByRole('button', { name: /^Ask the \d+ weakest live$/ }).click()
  await teacher.waitForURL('**/live/*')
  await expect(teacher.getByRole('button', { name: 'Start' })).toBeVisible()
  await teacher.goto(grading)
  await teacher.getByLabel('Choose =Cy').check()
  await expect(teacher.getByText('1 chosen')).toBeVisible()
  await teacher.getByLabel('Day', { exact: true }).fill(inDays(6))
  await teacher.getByRole('button', { name: 'Set for study' }).click()
  await expect(teacher.getByText('1 chosen')).toBeHidden()
  await expect(teacher.getByRole('columnheader').getByRole('link')).toHaveCount(4)
  await teacher.setViewportSize(PHONE)
  await expectNothing(teacher, 'a gradebook on a phone')
  for (const [page, count] of [
    [bo, 2],
    [cy, 3],
  ] as const) {
    await page.goto(teacher.url().replace(/\/grades$/, ''))
    await expect(page.getByRole('link', { name: /See your plan/ })).toHaveCount(count)
  }
  expect((await bo.goto(teacher.url()))?.status()).toBe(404)
})
