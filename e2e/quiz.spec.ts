import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { type Served, serve } from '../lib/testing/served.ts'
import { signUp } from './account.ts'
import { expectNothing } from './axe.ts'
import { expect, test, watch } from './fixtures.ts'

const PAIRS = { lighthouse: 'zylophar', anchor: 'vobbletide', harbour: 'questrin', ebb: 'mersanquil' } as const
type Front = keyof typeof PAIRS
const FRONTS = Object.keys(PAIRS) as Front[]

const person = async (browser: Browser, baseURL: string, width: number, height: number, problems: string[]) => {
  const context = await browser.newContext({ baseURL, locale: 'en-GB', viewport: { width, height } })
  context.on('page', (page) => watch(page, problems))
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  return { context, page }
}

/** A class led by whoever this is, with a list to ask from; returns its code and address. */
const newClass = async (teacher: Page): Promise<{ code: string; path: string }> => {
  await signUp(teacher, 'ada-quizzes@example.org')
  await teacher.goto('/list')
  await teacher.getByLabel('Title').fill('Harbour words')
  await teacher.getByLabel('Paste pairs').fill(FRONTS.map((front) => `${front}\t${PAIRS[front]}`).join('\n'))
  await teacher.getByRole('button', { name: 'Add 4 pairs' }).click()
  await teacher.getByRole('button', { name: 'Save' }).click()
  await expect(teacher.getByRole('heading', { name: 'Saved.' })).toBeVisible()
  await teacher.goto('/classes')
  await teacher.getByLabel('What is it called?').fill('Tides, Tuesday')
  await teacher.getByRole('button', { name: 'Make it' }).click()
  await teacher.waitForURL('**/classes/*')
  const code = ((await teacher.locator('p[dir=ltr]').first().textContent()) ?? '').replace(' ', '')
  return { code, path: new URL(teacher.url()).pathname }
}

const joinAs = async (page: Page, code: string, name: string): Promise<void> => {
  await signUp(page, `${name.toLowerCase()}-quizzes@example.org`)
  await page.goto(`/join/${code}`)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.waitForURL('**/classes/*')
}

/** Everything that this browser keeps, in one text. */
const keptOn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const parts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.documentElement.outerHTML]
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done, failed) => {
        const asked = indexedDB.open(name ?? '')
        asked.onsuccess = () => done(asked.result)
        asked.onerror = () => failed(asked.error)
      })
      for (const store of db.objectStoreNames) {
        const rows = await new Promise<unknown[]>((done) => {
          const asked = db.transaction(store).objectStore(store).getAll()
          asked.onsuccess = () => done(asked.result)
        })
        parts.push(JSON.stringify(rows))
      }
      db.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) parts.push(await ((await cache.match(request))?.text() ?? ''))
    }
    return parts.join('\n')
  })

/** Texts of all that the server answers to this browser from now on. */
const heardBy = (context: BrowserContext): { all: () => Promise<string> } => {
  const bodies: Promise<string>[] = []
  context.on('response', (response) => bodies.push(response.text().catch(() => '')))
  return { all: async () => (await Promise.all(bodies)).join('\n') }
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

/** Time that nobody waits for: everything of this person's attempt is so much longer ago. */
const letPass = ({ dataFolder }: Served, name: string, minutes: number): void => {
  const database = new Database(join(dataFolder, 'footnote.db'), { timeout: 5_000 })
  try {
    const { changes } = database
      .prepare(`UPDATE "QuizAttempt" SET "startedAt" = "startedAt" - ?
        WHERE "userId" = (SELECT "id" FROM "User" WHERE "name" = ?)`)
      .run(minutes * 60_000, name)
    if (changes !== 1) throw new Error(`${name} has no attempt`)
  } finally {
    database.close()
  }
}

test('a quiz: set, taken by three, one without a signal and one too late; decided, put right, marked anew', async ({
  browser,
  problems,
}) => {
  test.setTimeout(300_000)
  const server = await serve()
  try {
    const { page: teacher } = await person(browser, server.url, 1280, 800, problems)
    const { code, path } = await newClass(teacher)
    const [bo, cy, di] = [
      await person(browser, server.url, 390, 844, problems),
      await person(browser, server.url, 390, 844, problems),
      await person(browser, server.url, 390, 844, problems),
    ]
    await joinAs(bo.page, code, 'Bo')
    await joinAs(cy.page, code, 'Cy')
    await joinAs(di.page, code, 'Di')

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
    for (let n = 0; n < 2; n++) await answer(bo.page)
    await expect(bo.page.getByText('Every question has an answer.')).toBeVisible()
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
    await teacher.setViewportSize({ width: 390, height: 844 })
    expect(await teacher.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    await teacher.setViewportSize({ width: 1280, height: 800 })
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
    for (const context of browser.contexts()) await context.close()
    // What a browser says of itself with no signal.
    const own = problems.filter((problem) => !/ERR_INTERNET_DISCONNECTED/.test(problem))
    problems.splice(0, problems.length, ...own)
  } finally {
    await server.stop()
  }
})
