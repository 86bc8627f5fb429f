import { expect, type Locator, type Page } from '@playwright/test'

export type FormOnScreen = 'choice' | 'true-false' | 'cloze' | 'typed' | 'number' | 'order' | 'match' | 'flip'

/** A person takes at least this long to see what is new; what falls sooner counts as the second of a double tap. */
const GLANCE_MS = 250

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

export const question = (page: Page) => page.locator('h1.question')
export const verdict = (page: Page) => page.locator('.verdict')
export const source = (page: Page) => page.getByRole('complementary', { name: 'Source' })

/** Starts as a guest from the landing page and waits for the first question. */
export const startAsGuest = async (page: Page): Promise<void> => {
  await page.goto('/')
  await button(page, 'Start studying').first().click()
  await page.waitForURL('**/study')
  await expect(question(page)).toBeVisible()
}

/** Reads what the screen asks for, as a person would. */
export const formOnScreen = async (page: Page): Promise<FormOnScreen> => {
  const input = page.getByRole('textbox')
  if (await input.isVisible()) {
    if ((await input.getAttribute('inputmode')) === 'decimal') return 'number'
    return (await page.locator('h1 .blank').count()) > 0 ? 'cloze' : 'typed'
  }
  if (await page.getByRole('group', { name: 'True or false?' }).isVisible()) return 'true-false'
  if (await page.getByRole('group', { name: 'Match each of these' }).isVisible()) return 'match'
  if (await page.getByText('Your order', { exact: true }).isVisible()) return 'order'
  return (await page.getByRole('group', { name: 'Answers' }).isVisible()) ? 'choice' : 'flip'
}

const textOf = async (locator: Locator): Promise<string> => ((await locator.textContent()) ?? '').trim()

/** What a learner has seen to be right, by question and form: nobody misses the same thing for ever. */
const learned = new WeakMap<Page, Map<string, string[]>>()
const memoryOf = (page: Page): Map<string, string[]> => {
  const known = learned.get(page) ?? new Map<string, string[]>()
  learned.set(page, known)
  return known
}

/** The right answer as the screen shows it after an answer, part by part. */
const rightOnScreen = async (page: Page, form: FormOnScreen): Promise<string[]> => {
  if (form === 'choice' || form === 'true-false') return [await textOf(page.locator('.choice.right .said'))]
  if (form === 'order' || form === 'match')
    return page.locator('.arranged .said').evaluateAll((rows) => rows.map((row) => row.lastChild?.textContent ?? ''))
  return [await textOf(page.locator('.diff dd').last())]
}

/** What the screen calls it: what a device keeps as 'true' is a button that says True. */
const asShown = (answer: string | string[]): string[] =>
  [answer].flat().map((text) => (text === 'true' ? 'True' : text === 'false' ? 'False' : text))

/** Everything in one table of the learner's database on this device. */
const tableOnDevice = <Row>(page: Page, table: 'entries' | 'outbox' | 'packs'): Promise<Row[]> =>
  page.evaluate(async (name) => {
    const { userId } = JSON.parse(localStorage.getItem('footnote.account') ?? '{}')
    const database = `footnote-${userId}`
    // Opening one that the app has not made yet would make an empty one, which the app then finds without its tables.
    if (!(await indexedDB.databases()).some((known) => known.name === database)) return []
    return new Promise<Row[]>((done, fail) => {
      const opening = indexedDB.open(database)
      opening.onerror = () => fail(opening.error)
      opening.onsuccess = () => {
        const reading = opening.result.transaction(name).objectStore(name).getAll()
        reading.onerror = () => fail(reading.error)
        reading.onsuccess = () => {
          opening.result.close()
          done(reading.result)
        }
      }
    })
  }, table)

/** The question on screen as its pack writes it: the blank as four underscores, no footnote number. */
const stemOnScreen = (page: Page): Promise<string> =>
  question(page).evaluate((heading) => {
    const copy = heading.cloneNode(true) as HTMLElement
    for (const number of copy.querySelectorAll('sup')) number.remove()
    for (const blank of copy.querySelectorAll('.blank')) blank.replaceWith('____')
    return (copy.textContent ?? '').replace('\u2060', '').trim()
  })

/** What the device's own copy of the set says is right, for the question on screen. */
export const answerOnDevice = async (page: Page, form: FormOnScreen): Promise<string | string[]> => {
  type Question = { form: string; stem: string; key: string | string[] }
  const packs = await tableOnDevice<{ questions: Question[] }>(page, 'packs')
  const stem = await stemOnScreen(page)
  const found = packs.flatMap((pack) => pack.questions).find((one) => one.stem.trim() === stem && one.form === form)
  if (!found) throw new Error(`No ${form} question "${stem}"`)
  return found.key
}

const tap = async (page: Page, group: string, known: readonly string[] | undefined): Promise<void> => {
  const options = page.getByRole('group', { name: group }).getByRole('button')
  const wanted = known?.[0]
  await (wanted ? options.filter({ has: page.getByText(wanted, { exact: true }) }) : options).first().click()
}

const write = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox').fill(text)
  await button(page, 'Check').click()
}

const place = async (page: Page, known: readonly string[] | undefined): Promise<void> => {
  const pool = page.getByRole('group', { name: 'Tap in order' }).getByRole('button')
  for (let n = 0; (await pool.count()) > 0; n++) {
    const wanted = known?.[n]
    await (wanted ? pool.filter({ hasText: wanted }) : pool).first().click()
  }
  await button(page, 'Check').click()
}

const pair = async (page: Page, known: readonly string[] | undefined): Promise<void> => {
  const partners = page.getByRole('group', { name: 'with one of these' }).getByRole('button')
  for (let n = 0; n < (await partners.count()); n++) {
    const wanted = known?.[n]
    await (wanted ? partners.filter({ hasText: wanted }).first() : partners.nth(n)).click()
  }
  await button(page, 'Check').click()
}

/** Gives the answer that is known, else guesses as one does who has not read the text. */
const give = async (page: Page, form: FormOnScreen, known: readonly string[] | undefined): Promise<void> => {
  switch (form) {
    case 'choice':
      return tap(page, 'Answers', known)
    case 'true-false':
      return tap(page, 'True or false?', known)
    case 'order':
      return place(page, known)
    case 'match':
      return pair(page, known)
    case 'flip':
      await button(page, 'Show answer').click()
      await page.waitForTimeout(GLANCE_MS)
      return button(page, /^Got it/).click()
    default:
      return write(page, known?.[0] ?? (form === 'number' ? '1855' : 'Shimoda'))
  }
}

/** Answers the question on screen and waits for its verdict and its source; tells which form it had. */
export const answerOne = async (page: Page, how: 'guessing' | 'knowing' = 'guessing'): Promise<FormOnScreen> => {
  await expect(question(page)).toBeVisible()
  await page.waitForTimeout(GLANCE_MS)
  const form = await formOnScreen(page)
  const key = `${form} ${await textOf(question(page))}`
  const known = how === 'knowing' ? asShown(await answerOnDevice(page, form)) : memoryOf(page).get(key)
  await give(page, form, known)
  if (form === 'flip') return form
  await expect(verdict(page)).toBeVisible()
  await expect(source(page).first()).toBeVisible()
  memoryOf(page).set(key, await rightOnScreen(page, form))
  return form
}

export const goOn = async (page: Page): Promise<void> => {
  await page.waitForTimeout(GLANCE_MS)
  await button(page, 'Continue').click()
  await expect(verdict(page)).toBeHidden()
}

export const isDone = (page: Page): Promise<boolean> => page.getByRole('link', { name: 'Done for today' }).isVisible()

/** Answers so many questions, going on past a summary where one comes; tells the forms met. */
export const study = async (
  page: Page,
  questions: number,
  how: 'guessing' | 'knowing' = 'guessing',
): Promise<Set<FormOnScreen>> => {
  const forms = new Set<FormOnScreen>()
  for (let n = 0; n < questions; n++) {
    if (await isDone(page)) await button(page, 'Keep going').click()
    const form = await answerOne(page, how)
    forms.add(form)
    if (form !== 'flip') await goOn(page)
  }
  return forms
}

/** Answers until the summary comes, at most `questions` times. */
export const finish = async (page: Page, questions = 60): Promise<void> => {
  for (let n = 0; n < questions && !(await isDone(page)); n++) if ((await answerOne(page)) !== 'flip') await goOn(page)
  await expect(page.getByRole('link', { name: 'Done for today' })).toBeVisible()
}

/** How many answers and undos are in this device's log, and how many entries the server has not confirmed. */
export const onDevice = async (page: Page): Promise<{ answers: number; undone: number; unsent: number }> => {
  const rows = await tableOnDevice<{ entry: { kind: string } }>(page, 'entries')
  const of = (kind: string) => rows.filter(({ entry }) => entry.kind === kind).length
  return { answers: of('review'), undone: of('undo'), unsent: (await tableOnDevice(page, 'outbox')).length }
}

/** Waits until the server has everything. */
export const allSent = (page: Page): Promise<void> =>
  expect(async () => expect((await onDevice(page)).unsent).toBe(0)).toPass({ timeout: 15_000 })
