import type { Page } from '@playwright/test'
import { wholeVoice } from '../lib/messages/index.ts'
import { expect, test } from './fixtures.ts'
import { answerOnDevice, question, verdict } from './learner.ts'

/** A person takes at least this long to see what is new; what falls sooner counts as the second of a double tap. */
const GLANCE_MS = 250

const polish = wholeVoice('pl').t
const strange = wholeVoice('en-XB').t

type Speaks = typeof polish
const button = (page: Page, name: string) => page.getByRole('button', { name })

const start = async (page: Page, t: Speaks): Promise<void> => {
  await page.goto('/')
  await button(page, t('landing.start')).click()
  await page.waitForURL('**/study')
  await expect(question(page)).toBeVisible()
}

/** Says "I don't know", or turns the card over, and sees the answer. */
const giveUp = async (page: Page, t: Speaks): Promise<void> => {
  await page.waitForTimeout(GLANCE_MS)
  const pass = button(page, t('study.dontKnow'))
  if (!(await pass.isVisible())) return button(page, t('study.showAnswer')).click()
  await pass.click()
  await expect(verdict(page)).toBeVisible()
}

const goOn = async (page: Page, t: Speaks): Promise<void> => {
  await page.waitForTimeout(GLANCE_MS)
  const rates = page.locator('.rate')
  await ((await rates.count()) > 0 ? rates.last() : button(page, t('study.continue'))).click()
}

/** Taps the right choice or says it was recalled; an order or a match is passed over. */
const know = async (page: Page): Promise<void> => {
  const choices = page.locator('fieldset.choices')
  if (!(await choices.isVisible())) return giveUpTyped(page)
  await page.waitForTimeout(GLANCE_MS)
  const key = await answerOnDevice(page, 'choice').catch(() => answerOnDevice(page, 'true-false').catch(() => null))
  if (key === null) return giveUp(page, strange)
  const text = key === 'true' ? strange('study.true') : key === 'false' ? strange('study.false') : String(key)
  await choices
    .getByRole('button')
    .filter({ has: page.getByText(text, { exact: true }) })
    .first()
    .click()
  await expect(verdict(page)).toBeVisible()
}

/** Turns the card over: what follows is whether it was recalled. */
const giveUpTyped = async (page: Page): Promise<void> => {
  await page.waitForTimeout(GLANCE_MS)
  await button(page, strange('study.showAnswer')).click()
}

const isDone = (page: Page): Promise<boolean> => page.locator('.study.done').isVisible()

/** Fonts that are loaded on the way through some pages, by file. */
const fontsOn = async (page: Page, paths: readonly string[]): Promise<string[]> => {
  const files = new Set<string>()
  page.on('request', (request) => {
    if (request.resourceType() === 'font') files.add(new URL(request.url()).pathname.replace('/fonts/', ''))
  })
  for (const path of paths) {
    await page.goto(path)
    await expect(page.getByRole('heading').first()).toBeVisible()
    await page.evaluate(() => document.fonts.ready.then(() => {}))
  }
  return [...files].sort()
}

test('a page in English loads no letters that it does not need', async ({ page }) => {
  const files = await fontsOn(page, ['/', '/sign-in', '/privacy'])
  expect(files).toContain('figtree-latin-wght-normal.woff2')
  expect(files.filter((file) => file.includes('latin-ext'))).toEqual([])
})

test.describe('in Polish', () => {
  test.use({ locale: 'pl-PL' })

  test('a guest studies and reads how it went, with the plurals that Polish has', async ({ page }) => {
    await start(page, polish)
    await expect(page.locator('html')).toHaveAttribute('lang', 'pl')
    await expect(page).toHaveTitle('Nauka · Footnote')
    // The question is in the language of its text, what stands around it in the reader's.
    await expect(question(page).locator('span[lang=en]').first()).toBeAttached()
    await giveUp(page, polish)
    await expect(page.getByRole('complementary', { name: polish('study.source') }).first()).toBeVisible()
    await expect(page.locator('.footnote .said span[lang=en]').first()).toBeVisible()
    await goOn(page, polish)

    await page.goto('/today')
    await expect(page).toHaveTitle('Dziś · Footnote')
    await expect(page.getByRole('main')).toContainText(/Około (1 minuty|\d+ minut)\. 1 tekst\./)
    await expect(page.getByRole('link', { name: 'Postępy' })).toBeVisible()
    await page.goto('/documents')
    await expect(page.getByRole('main')).toContainText(/\d*([02-9]|1\d) (pytania|pytań)/)
    await page.goto('/progress')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Postępy')
    await page.goto('/settings')
    await expect(page).toHaveTitle('Ustawienia · Footnote')
    await expect(page.locator('html')).toHaveAttribute('lang', 'pl')
  })

  test('every letter is of the faces that the words are set in', async ({ page }) => {
    expect(await fontsOn(page, ['/', '/sign-in'])).toEqual(
      expect.arrayContaining(['figtree-latin-ext-wght-normal.woff2', 'newsreader-latin-ext-500-normal.woff2']),
    )
    const loaded = await page.evaluate(() =>
      ['400 16px Figtree', '500 24px Newsreader'].map((font) => document.fonts.check(font, 'żółć ęśąńź')),
    )
    expect(loaded).toEqual([true, true])
  })

  test('a page that is not there says so in Polish, with its title', async ({ page, problems }) => {
    const response = await page.goto('/nic-tu-nie-ma')
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading').first()).toHaveText(polish('lost.notFoundTitle'))
    await expect(page).toHaveTitle(polish('common.pageTitle', { page: polish('lost.notFoundTitle') }))
    problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('404')))
  })

  test('what the server refuses is said in Polish', async ({ request, baseURL }) => {
    const headers = { 'accept-language': 'pl-PL,pl;q=0.9', origin: baseURL ?? '' }
    const response = await request.post('/api/sync', { data: {}, headers })
    expect(response.ok()).toBe(false)
    expect(await response.text()).toContain(polish('errors.signInNeeded'))
  })
})

/** A text that no catalogue gave: it lacks the marks of the strange language, and is no date, name or text of a document. */
const lookAt = (page: Page) =>
  page.evaluate(() => {
    const MARK = '\u202e'
    const own = (element: Element | null) =>
      element?.closest('[lang]')?.getAttribute('lang') !== 'en-XB' || element?.closest('option, bdi, input')
    const isSaid = (text: string) =>
      !/\p{L}{2}/u.test(text) ||
      text.includes(MARK) ||
      /^[\d\s,]*((Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[\d\s,]*)+$/.test(
        text,
      ) ||
      /^(Ctrl|Enter|Footnote)$/.test(text.trim())
    const outside: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent ?? ''
      const element = walker.currentNode.parentElement
      if (!element || element.closest('script, style, noscript') || own(element)) continue
      if (!isSaid(text) && element.checkVisibility()) outside.push(text)
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      for (const element of document.querySelectorAll(`body [${name}]`)) {
        const text = element.getAttribute(name) ?? ''
        if (!isSaid(text) && !own(element)) outside.push(`${name}: ${text}`)
      }

    const cut: string[] = []
    const buttons = document.querySelectorAll('button, .btn, .tab, h1, h2, label, .label, .chip, td, th, legend')
    for (const element of buttons) {
      if (!element.checkVisibility() || element.closest('.sr')) continue
      if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline')
        cut.push(`${element.className || element.tagName}: ${element.textContent?.slice(0, 60)}`)
    }

    const pressed = [...document.querySelectorAll('button, a.btn, .tab, input')].filter(
      (element) => element.checkVisibility() && element.getClientRects().length === 1 && !element.closest('.sr'),
    )
    const FIXED = '.tabs, .dock, .study-foot'
    const overlapping: string[] = []
    for (const [i, one] of pressed.entries()) {
      const a = one.getBoundingClientRect()
      for (const other of pressed.slice(i + 1)) {
        const b = other.getBoundingClientRect()
        if (one.contains(other) || other.contains(one)) continue
        // What is fixed to an edge lies over what scrolls beneath it.
        if (one.closest(FIXED) !== other.closest(FIXED)) continue
        const x = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
        // A button inside a field of its own is meant: it shows a password.
        if (x > 1 && y > 1 && !(one.matches('input') && other.closest('div') === one.closest('div')))
          overlapping.push(`${one.textContent?.slice(0, 40)} / ${other.textContent?.slice(0, 40)}`)
      }
    }
    const { scrollWidth, clientWidth, lang, dir } = document.documentElement
    return { outside, cut, overlapping, wider: scrollWidth - clientWidth, lang, dir }
  })

const expectSound = async (page: Page, screen: string): Promise<void> => {
  await page.evaluate(() => document.fonts.ready.then(() => {}))
  const shots = process.env.FOOTNOTE_SHOTS
  if (shots) await page.screenshot({ path: `${shots}/${screen.replace(/\W+/g, '-')}.png`, fullPage: true })
  const sound = { outside: [], cut: [], overlapping: [], wider: 0, lang: 'en-XB', dir: 'rtl' }
  expect.soft(await lookAt(page), screen).toEqual(sound)
}

test.describe('in a language a third longer, written from the right', () => {
  test.use({ viewport: { width: 390, height: 844 }, locale: 'en-XB', actionTimeout: 15_000 })

  const open = async (page: Page, path: string) => {
    await page.goto(path)
    await expect(page.getByRole('heading').first()).toBeVisible()
    await expectSound(page, path)
  }

  test('every screen of a learner holds its words, and none from elsewhere', async ({ page, problems }) => {
    test.setTimeout(180_000)
    await open(page, '/')
    await open(page, '/today')
    await start(page, strange)
    const looks = new Set<string>()
    for (let n = 0; n < 10; n++) {
      await expectSound(page, `question ${n}`)
      await giveUp(page, strange)
      await expectSound(page, `answer ${n}`)
      looks.add(await page.locator('.study-body').evaluate((body) => body.children[2]?.className ?? ''))
      await goOn(page, strange)
      await expect(question(page)).toBeVisible()
    }
    expect(looks.size).toBeGreaterThan(1)
    const stem = question(page).locator('span[lang=en]').first()
    expect(await stem.evaluate((piece) => getComputedStyle(piece).direction)).toBe('ltr')

    for (const path of [
      '/today',
      '/documents',
      '/plan',
      '/exam',
      '/mock',
      '/progress',
      '/new',
      '/settings',
      '/sign-in',
    ])
      await open(page, path)
    await page.goto('/documents')
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
    await page.waitForURL('**/read?**')
    await expect(page.locator('.fact').first()).toBeVisible()
    await expect(page.locator('main p[lang=en]').first()).toHaveCSS('direction', 'ltr')
    await expectSound(page, '/read')
    await page.locator('a.fn').first().click()
    await expect(page.locator('.factcard')).toBeVisible()
    await expectSound(page, '/read with a fact')
    await open(page, '/nowhere')
    problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('404')))
  })

  test('a session that is over', async ({ page }) => {
    test.setTimeout(120_000)
    await start(page, strange)
    await page.goto('/study?minutes=1')
    for (let n = 0; n < 40 && !(await isDone(page)); n++) {
      const asked = (await question(page).textContent()) ?? ''
      await know(page)
      await goOn(page, strange)
      // The question that was just answered still stands there for a moment.
      await expect(page.locator('h1')).not.toHaveText(asked)
    }
    await expect(page.locator('.study.done')).toBeVisible()
    await expectSound(page, 'summary')
  })
})
