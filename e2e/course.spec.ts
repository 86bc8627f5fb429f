import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { serve } from '../lib/testing/served.ts'
import { signUp } from './account.ts'
import { expectNothing } from './axe.ts'
import { inDays, join, LAPTOP, makeClass, PHONE, someone } from './class.ts'
import { expect, test } from './fixtures.ts'
import { heardBy, keptOn, letPass } from './kept.ts'
import { allSent, answerOne } from './learner.ts'

const PAIRS = { lighthouse: 'zylophar', anchor: 'vobbletide', harbour: 'questrin', ebb: 'mersanquil' } as const
type Front = keyof typeof PAIRS
const FRONTS = Object.keys(PAIRS) as Front[]

/** Whoever this is makes a list to ask from. */
const newList = async (teacher: Page): Promise<void> => {
  await signUp(teacher, 'ada-quizzes@example.org')
  await teacher.goto('/list')
  await teacher.getByLabel('Title').fill('Harbour words')
  await teacher.getByLabel('Paste pairs').fill(FRONTS.map((front) => `${front}\t${PAIRS[front]}`).join('\n'))
  await teacher.getByRole('button', { name: 'Add 4 pairs' }).click()
  await teacher.getByRole('button', { name: 'Save' }).click()
  await expect(teacher.getByRole('heading', { name: 'Saved.' })).toBeVisible()
}

const onQuestion = async (page: Page): Promise<Front> => {
  const stem = (await page.locator('h1.question').textContent()) ?? ''
  const front = FRONTS.find((one) => stem.includes(one))
  if (!front) throw new Error(`No such question: ${stem}`)
  return front
}

/** Answers the question on screen and goes to the next; the right word unless told otherwise. */
const answer = async (page: Page, words: Partial<Record<Front, string>> = {}): Promise<Front> => {
  const front = await onQuestion(page)
  await page.getByRole('textbox').fill(words[front] ?? PAIRS[front])
  await page.waitForTimeout(500)
  await page.getByRole('button', { name: /^(Next|To the end)$/ }).click()
  return front
}

const openQuiz = async (page: Page): Promise<void> => {
  await page.goto('/today')
  await page.getByRole('link', { name: /Harbour words/ }).click()
  await page.waitForURL('**/quiz?quiz=*')
}
const begin = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await expect(page.locator('h1.question')).toBeVisible()
}

test('a class: joined by three, set a quiz, study and a live round; one answers without a signal, one too late; decided, put right, marked anew, exported', async ({
  browser,
  problems,
}) => {
  test.setTimeout(300_000)
  const server = await serve()
  try {
    const where = { browser, baseURL: server.url, problems }
    const { page: teacher } = await someone(where, LAPTOP)
    await newList(teacher)
    const { code, path } = await makeClass(teacher, 'Tides, Tuesday')
    const [bo, cy, di] = [await someone(where), await someone(where), await someone(where)]
    await join(bo.page, code, 'Bo', 'bo-quizzes@example.org')
    await join(cy.page, code, 'Cy', 'cy-quizzes@example.org')
    await join(di.page, code, 'Di', 'di-quizzes@example.org')

    await teacher.goto(`${path}/quiz/new`)
    await teacher.getByLabel('From which set').selectOption({ label: 'Harbour words' })
    await expect(teacher.getByText('4 questions')).toBeVisible()
    await expect(teacher.getByText('None of this can be seen by your learners yet.')).toBeVisible()
    await expectNothing(teacher, 'setting a quiz')
    await teacher.getByRole('button', { name: 'Set the quiz' }).click()
    await teacher.waitForURL(/\/quiz\/[0-9a-f-]+$/)
    await expect(teacher.getByText('0 of 3 have handed in.')).toBeVisible()
    const results = new URL(teacher.url()).pathname

    // Bo loses the signal in the middle, and the page with it; all of it is there, and goes out by itself.
    const heard = heardBy(bo.context)
    await openQuiz(bo.page)
    await expect(bo.page.getByText('20 minutes from when you begin')).toBeVisible()
    await expectNothing(bo.page, 'a quiz before it is begun')
    await bo.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await expect(async () => {
      await bo.page.goto('/today')
      await expect(bo.page.getByText(/^Ready offline until \d/)).toBeVisible({ timeout: 5_000 })
    }).toPass({ timeout: 60_000 })
    await openQuiz(bo.page)
    await begin(bo.page)
    await expectNothing(bo.page, 'a quiz under way')
    const first = await answer(bo.page)
    await expect(bo.page.getByText('Saving')).toBeHidden()
    const others = FRONTS.filter((front) => front !== first).map((front) => PAIRS[front])
    for (const key of others) {
      expect(await keptOn(bo.page), 'on the device').not.toContain(key)
      expect(await heard.all(), 'from the server').not.toContain(key)
    }
    await bo.context.setOffline(true)
    await answer(bo.page, { ebb: 'no idea', harbour: 'no idea' })
    await bo.page.reload()
    await expect(bo.page.locator('h1.question')).toBeVisible()
    await expect(bo.page.getByText(/^Offline, \d answers? on this phone$/)).toBeVisible()
    // A reload that comes with the last tap may lead back to the question before it, its answer in place.
    const ready = bo.page.getByText('Every question has an answer.')
    for (let n = 0; n < 3 && !(await ready.isVisible()); n++) await answer(bo.page)
    await expect(ready).toBeVisible()
    await bo.page.getByRole('button', { name: 'Hand it in' }).click()
    await expect(bo.page.getByRole('heading', { name: 'Saved on this phone, not yet handed in' })).toBeVisible()
    await bo.context.setOffline(false)
    await expect(bo.page.getByRole('heading', { name: 'Handed in', exact: true })).toBeVisible({ timeout: 30_000 })
    await expect(bo.page.getByText(/^Received /)).toBeVisible()
    await bo.page.getByRole('link', { name: 'See what was right' }).click()
    await expect(bo.page.getByRole('heading', { name: /^[34] of 4 right$/ })).toBeVisible()
    await expectNothing(bo.page, 'what became of a quiz')
    for (const front of FRONTS) await expect(bo.page.getByText(PAIRS[front]).first()).toBeVisible()

    // Cy answers behind the end; what they wrote is kept, and who leads the class decides.
    await openQuiz(cy.page)
    await begin(cy.page)
    await answer(cy.page)
    await expect(cy.page.getByText('Saving')).toBeHidden()
    await cy.context.setOffline(true)
    letPass(server, 'Cy', 45)
    await answer(cy.page)
    await cy.context.setOffline(false)
    await expect(cy.page.getByRole('heading', { name: 'Handed in', exact: true })).toBeVisible({ timeout: 30_000 })
    await expect(cy.page.getByText('1 answer came late.', { exact: false })).toBeVisible()
    await teacher.goto(results)
    await expect(teacher.getByText('1 late answer waits for you')).toBeVisible()
    await expectNothing(teacher, 'how a class stands with a quiz')
    // A word that is only read aloud, in the last column of a table, once made the whole page scroll sideways.
    await teacher.setViewportSize(PHONE)
    expect(await teacher.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    await teacher.setViewportSize(LAPTOP)
    await teacher.getByRole('button', { name: 'Let it count' }).click()
    await expect(teacher.getByText('1 late answer, decided')).toBeVisible()
    await expect(teacher.getByRole('row', { name: /^Cy 50%/ })).toBeVisible()

    // Everyone who wrote another word for one was right after all.
    await openQuiz(di.page)
    await begin(di.page)
    for (let n = 0; n < 4; n++) await answer(di.page, { anchor: 'hook' })
    await di.page.getByRole('button', { name: 'Hand it in' }).click()
    await expect(di.page.getByRole('heading', { name: 'Handed in', exact: true })).toBeVisible({ timeout: 30_000 })
    await teacher.goto(`${results}/questions`)
    await teacher
      .getByText(/^(All|The other) /)
      .first()
      .click()
    const item = teacher.getByRole('article').filter({ hasText: 'anchor' })
    await item.getByText('Put this right').first().click()
    await item.getByLabel('Which answer').fill('hook')
    await item.getByRole('button', { name: 'See whose marks change' }).click()
    await expect(item.getByText('1 of 3 marks changes:')).toBeVisible()
    await expect(item.getByText('3 → 4 of 4')).toBeVisible()
    await expectNothing(teacher, 'questions of a quiz')
    await item.getByRole('button', { name: 'Put it right for everyone' }).click()
    await teacher.goto(results)
    await expect(teacher.getByRole('row', { name: /^Di 100%/ })).toBeVisible()
    await expect(teacher.getByText('Counts as well: hook')).toBeVisible()
    await teacher.getByRole('button', { name: 'More time for Di' }).click()
    await teacher.getByLabel('Attempts more').fill('1')
    await teacher.getByRole('button', { name: 'Give it' }).click()
    await expect(teacher.getByText('has more time')).toBeVisible()
    await teacher.getByRole('button', { name: 'Take it back' }).click()
    await teacher.getByRole('button', { name: 'Tap again; marks change back' }).click()
    await expect(teacher.getByRole('row', { name: /^Di 75%/ })).toBeVisible()
    await di.page.reload()
    await di.page.getByRole('button', { name: 'Back to the quiz' }).click()
    await expect(di.page.getByRole('button', { name: 'Begin another attempt' })).toBeVisible()

    // The same words are to be known on a day, and each one's plan aims at it.
    await teacher.goto(path)
    await teacher.getByText('Assign a set', { exact: true }).click()
    await teacher.getByLabel('Set').selectOption({ label: 'Harbour words' })
    await teacher.getByLabel('Day', { exact: true }).fill(inDays(9))
    await teacher.getByRole('button', { name: 'Assign it' }).click()
    // What was answered in the quiz is known to be known.
    await expect(teacher.getByText(/^Today the class would recall [1-9]\d*% of 4 facts/)).toBeVisible()
    await bo.page.goto(path)
    await bo.page.getByRole('link', { name: /See your plan/ }).click()
    await expect(bo.page.getByRole('heading', { name: 'Tides, Tuesday' })).toBeVisible()
    await bo.page.goto('/study')
    await answerOne(bo.page)
    await allSent(bo.page)

    // And they are asked together.
    await teacher.goto(`${path}/quiz/new`)
    await teacher.getByText('All together, live', { exact: true }).click()
    await teacher.getByLabel('From which set').selectOption({ label: 'Harbour words' })
    await expect(teacher.getByText('4 questions', { exact: true })).toBeVisible()
    await teacher.getByLabel('What it is called').fill('Warm-up')
    await teacher.getByRole('button', { name: 'Prepare the round' }).click()
    await teacher.getByRole('link', { name: 'Lead the round' }).click()
    await teacher.waitForURL('**/live/*')
    for (const { page } of [bo, cy, di]) {
      await page.goto(path)
      await page.getByRole('link', { name: /Warm-up/ }).click()
      await expect(page.getByRole('heading', { name: 'You are in.' })).toBeVisible()
    }
    await expect(teacher.getByText('3 are here')).toBeVisible()
    await teacher.getByRole('button', { name: 'Start' }).click()
    for (const { page } of [bo, cy, di]) {
      const word = page === di.page ? 'no idea' : PAIRS[await onQuestion(page)]
      await page.getByRole('textbox').fill(word)
      await page.getByRole('button', { name: 'Send' }).click()
      await expect(page.getByText('Answer sent.')).toBeVisible()
    }
    await expect(teacher.getByText('3 of 3 have answered')).toBeVisible()
    await teacher.getByRole('button', { name: 'Show results' }).click()
    await expect(teacher.getByRole('main').getByText('2 of 3 had it right')).toBeVisible()
    await expect(di.page.getByText('Not that one', { exact: true })).toBeVisible()
    await teacher.getByRole('button', { name: 'End the round' }).click()
    await teacher.getByRole('button', { name: 'Tap again to end it for everybody' }).click()
    await expect(teacher.getByRole('heading', { name: 'That was all of it.' })).toBeVisible()
    await expect(bo.page.getByRole('heading', { name: '1 of 1 right' })).toBeVisible()

    // All of it stands in the gradebook, and in the file of it.
    await teacher.goto(`${path}/grades`)
    await expect(teacher.getByRole('columnheader').getByRole('link')).toHaveCount(3)
    await expect(teacher.getByRole('row', { name: /Bo (75|100)% 100% \d+% on the day 100% / })).toBeVisible()
    await expect(teacher.getByRole('row', { name: /Di 75% 100% \d+% on the day 0% / })).toBeVisible()
    const [download] = await Promise.all([
      teacher.waitForEvent('download'),
      teacher.getByRole('link', { name: 'Download CSV' }).click(),
    ])
    const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/)
    expect(lines).toHaveLength(4)
    for (const head of ['Harbour words: mark', 'Harbour words: met', 'Warm-up: mark'])
      expect(lines[0], 'the heads of the file').toContain(head)
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['"Bo"', '"Cy"', '"Di"'])
    for (const context of browser.contexts()) await context.close()
    // What a browser says of itself with no signal.
    const own = problems.filter((problem) => !/ERR_INTERNET_DISCONNECTED/.test(problem))
    problems.splice(0, problems.length, ...own)
  } finally {
    await server.stop()
  }
})
