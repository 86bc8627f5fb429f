import { randomUUID } from 'node:crypto'
import { join as joined } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import type { Pack, PackQuestion } from '../lib/session/index.ts'
import { signUp } from './account.ts'
import { expectNothing } from './axe.ts'
import { join, LAPTOP, makeClass, someone } from './class.ts'
import { expect, test } from './fixtures.ts'

const RULES = {
  ...{ limitMinutes: null, attempts: 1, counts: 'best', pass: null, shuffle: false, draw: null },
  ...{ feedback: 'after', graceSeconds: 0 },
}

const database = () => new Database(joined(process.env.FOOTNOTE_E2E_DATA ?? '', 'footnote.db'), { timeout: 5_000 })

/** A round of these questions, as whoever leads a class assigns it. */
const assignLive = (classId: string, bank: Pack): string => {
  const [assignmentId, now] = [randomUUID(), Date.now()]
  const store = database()
  try {
    store
      .prepare(
        `INSERT INTO "Assignment" ("id", "classId", "setId", "kind", "draft", "hides", "createdAt") VALUES (?, ?, ?, 'live', 0, 0, ?)`,
      )
      .run(assignmentId, classId, bank.setId, now)
    store
      .prepare(
        `INSERT INTO "QuizVersion" ("id", "assignmentId", "version", "rules", "bank", "createdAt") VALUES (?, ?, 1, ?, ?, ?)`,
      )
      .run(randomUUID(), assignmentId, JSON.stringify(RULES), JSON.stringify(bank), now)
  } finally {
    store.close()
  }
  return assignmentId
}

/** A question to tap and one to type, of the set that everybody starts with. */
const bankOf = async (page: Page): Promise<{ bank: Pack; tapped: PackQuestion; typed: PackQuestion }> => {
  const store = database()
  const { setId, version } = store
    .prepare(`SELECT v."setId", MAX(v."version") AS "version" FROM "SetVersion" v JOIN "QuestionSet" s ON s."id" = v."setId"
        WHERE s."ownerId" IS NULL GROUP BY v."setId" ORDER BY v."setId" LIMIT 1`)
    .get() as { setId: string; version: number }
  store.close()
  const pack = (await (await page.request.get(`/api/packs/${setId}@${version}`)).json()) as Pack
  const tapped = pack.questions.find(({ form }) => form === 'choice')
  const typed = pack.questions.find(({ form, factIds }) => form === 'cloze' && factIds[0] !== tapped?.factIds[0])
  if (!tapped || !typed) throw new Error('The set has no such questions')
  return { bank: { ...pack, questions: [tapped, typed] }, tapped, typed }
}

test('a class answers together: it waits, answers, changes its mind, loses its connection and sees what was right', async ({
  page: teacher,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  await teacher.setViewportSize(LAPTOP)
  await signUp(teacher, 'ada-goes-live@example.org')
  const { path, code } = await makeClass(teacher, 'Tides, live')
  const classId = path.split('/').at(-1) ?? ''
  const { bank, tapped, typed } = await bankOf(teacher)
  assignLive(classId, bank)

  const [{ page: bo }, { page: cy }] = [await someone({ browser, baseURL }), await someone({ browser, baseURL })]
  await join(bo, code, 'Bo', 'bo-goes-live@example.org')
  await join(cy, code, 'Cy', 'cy-goes-live@example.org')
  await bo.getByRole('link', { name: /Japan.Russia relations/ }).click()
  await expect(bo.getByText('It has not been opened yet.')).toBeVisible()
  await teacher.reload()
  await teacher.getByRole('link', { name: /Japan.Russia relations/ }).click()
  await teacher.getByRole('link', { name: 'Lead the round' }).click()
  await expect(teacher.getByText(`${code.slice(0, 4)} ${code.slice(4)}`)).toBeVisible()
  await expect(bo.getByRole('heading', { name: 'You are in.' })).toBeVisible()
  await cy.reload()
  await cy.getByRole('link', { name: /Japan.Russia relations/ }).click()
  await expect(cy.getByRole('heading', { name: 'You are in.' })).toBeVisible()
  await expect(teacher.getByText('2 are here')).toBeVisible()
  await expectNothing(teacher, 'the big screen, waiting')
  await expectNothing(bo, 'a phone, waiting')

  // Nothing that a phone gets before the results says what is right.
  const got: string[] = []
  bo.on('response', async (response) => {
    if (response.url().includes('/api/live/')) got.push(await response.text().catch(() => ''))
  })
  await teacher.getByRole('button', { name: 'Start' }).click()
  const options = bo.getByRole('group', { name: 'Answers' }).getByRole('radio')
  await expect(options).toHaveCount(tapped.options?.length ?? 0)
  const wrong = tapped.options?.find(({ text }) => text !== tapped.key)?.text ?? ''
  const tap = (page: Page, text: string) => page.locator('.choice').filter({ hasText: text }).first().click()
  await tap(bo, wrong)
  await expect(bo.getByText('Answer sent.')).toBeVisible()
  await expect(teacher.getByText('1 of 2 has answered')).toBeVisible()
  await tap(bo, String(tapped.key))
  await expect(bo.getByText('Answer sent.')).toBeVisible()
  await tap(cy, wrong)
  await expect(teacher.getByText('2 of 2 have answered')).toBeVisible()
  await expect(teacher.locator('li').filter({ hasText: String(tapped.key) })).not.toContainText('Right answer')
  await expectNothing(teacher, 'the big screen, asking')
  await expectNothing(bo, 'a phone, asking')
  expect(got.join('\n')).toContain('"phase":"asking"')
  expect(got.filter((text) => text.includes('"phase":"asking"')).join('\n')).not.toMatch(/"key"|accepted|rationale/)

  // The keyboard of a laptop leads it as well as a tap.
  await teacher.getByRole('button', { name: 'Show results' }).press('Enter')
  await expect(bo.getByText('Right', { exact: true })).toBeVisible()
  await expect(cy.getByText('Not that one', { exact: true })).toBeVisible()
  await expect(cy.getByText('1 of 2 had it right')).toBeVisible()
  await expect(cy.getByRole('complementary', { name: 'Source' })).toBeVisible()
  await expect(teacher.locator('li').filter({ hasText: String(tapped.key) })).toContainText('Right answer')
  await expectNothing(teacher, 'the big screen, results')
  await expectNothing(cy, 'a phone, results')

  // Cy's phone has no connection while they answer, and sends it once there is one.
  await teacher.locator('body').press('Space')
  await expect(cy.getByRole('textbox')).toBeVisible()
  await cy.context().setOffline(true)
  await cy.getByRole('textbox').fill(String(typed.key))
  await cy.getByRole('button', { name: 'Send' }).click()
  await expect(cy.getByText('Your answer is kept on this phone')).toBeVisible()
  await expect(cy.getByText('No connection. Trying again.')).toBeVisible()
  await bo.getByRole('textbox').fill('no idea')
  await bo.getByRole('textbox').press('Enter')
  await expect(teacher.getByText('1 of 2 has answered')).toBeVisible()
  await cy.context().setOffline(false)
  await expect(cy.getByText('Answer sent.')).toBeVisible()
  await expect(teacher.getByText('2 of 2 have answered')).toBeVisible()
  await teacher.getByRole('button', { name: 'Show results' }).click()
  await expect(bo.getByText('Not that one', { exact: true })).toBeVisible()
  await expect(cy.getByText('Right', { exact: true })).toBeVisible()
  await expect(teacher.getByText('no idea')).toBeHidden()
  await teacher.getByText('What was written instead').click()
  await expect(teacher.getByText('no idea')).toBeVisible()
  await teacher.getByRole('button', { name: 'Finish' }).click()
  await expect(teacher.getByRole('heading', { name: 'That was all of it.' })).toBeVisible()
  await expect(bo.getByRole('heading', { name: '1 of 2 right' })).toBeVisible()
  await expect(cy.getByRole('heading', { name: '1 of 2 right' })).toBeVisible()
  await expectNothing(teacher, 'the big screen, over')
  await expectNothing(bo, 'a phone, over')
  await bo.getByRole('link', { name: 'See all your answers' }).click()
  await expect(bo.getByRole('listitem').filter({ hasText: tapped.stem })).toBeVisible()
})
