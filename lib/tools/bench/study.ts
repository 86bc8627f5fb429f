import { chromium, type Page } from 'playwright'
import { createEmptyCard, fsrs } from 'ts-fsrs'
import { type CardState, newCard } from '#lib/log/index.ts'
import { nextSchedule, type Rating } from '#lib/scheduling/index.ts'
import { browser as options } from '#lib/testing/browser.ts'
import { serve } from '#lib/testing/served.ts'
import { absolute, type Figure, figure, median } from './figure.ts'

const CARDS = 2_000
const ANSWERS = 20
const ROUNDS = 5
const STARTS = 5
const DAY_MS = 86_400_000
/** A phone of some years ago in a bad place: 4× slower, 150 ms to the server and back, 184 kB/s. */
const SLOW = { cpu: 4, latencyMs: 150, bytesPerSecond: 184_000 }

const ratingAt = (n: number): Rating => (((n * 7) % 4) + 1 === 1 && n % 3 ? 3 : ((((n * 7) % 4) + 1) as Rating))

const perSecond = (run: () => void): number => {
  const begun = performance.now()
  run()
  return (CARDS * ANSWERS) / ((performance.now() - begun) / 1000)
}

/** Cards as the log's fold moves them, a day apart. */
const ours = () => {
  const settings = { desiredRetention: 0.9, tzOffsetMin: 0 }
  for (let c = 0; c < CARDS; c++) {
    let card: CardState = newCard(`f${c}`, 'forward')
    for (let n = 0; n < ANSWERS; n++)
      card = { ...card, ...nextSchedule(card, ratingAt(c + n), (n * n + 1) * DAY_MS, settings) }
  }
}

const theirs = () => {
  const scheduler = fsrs({ enable_fuzz: false })
  for (let c = 0; c < CARDS; c++) {
    let card = createEmptyCard(new Date(0))
    for (let n = 0; n < ANSWERS; n++) card = scheduler.next(card, new Date((n * n + 1) * DAY_MS), ratingAt(c + n)).card
  }
}

const slow = async (page: Page): Promise<void> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: SLOW.latencyMs },
    ...{ downloadThroughput: SLOW.bytesPerSecond, uploadThroughput: SLOW.bytesPerSecond },
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu })
}

const toFirstCard = async (page: Page, url: string): Promise<number> => {
  const begun = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator('h1.question').waitFor()
  return performance.now() - begun
}

/** Milliseconds to the first card: where nothing is on the phone but the sign-in, and where it was here before. */
const starts = async (): Promise<{ cold: number[]; warm: number[] }> => {
  const server = await serve()
  const browser = await chromium.launch(options)
  const cold: number[] = []
  const warm: number[] = []
  try {
    for (let round = 0; round < STARTS; round++) {
      const context = await browser.newContext({
        baseURL: server.url,
        locale: 'en-GB',
        viewport: { width: 390, height: 844 },
      })
      const first = await context.newPage()
      await first.goto('/')
      await first.getByRole('button', { name: 'Start studying' }).first().click()
      await first.locator('h1.question').waitFor()
      await first.evaluate(async () => {
        await navigator.serviceWorker.ready
        const { userId } = JSON.parse(localStorage.getItem('footnote.account') ?? '{}')
        for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister()
        for (const name of await caches.keys()) await caches.delete(name)
        indexedDB.deleteDatabase(`footnote-${userId}`)
      })
      await first.close()
      const devtools = await context.newCDPSession(await context.newPage())
      await devtools.send('Network.clearBrowserCache')
      const page = await context.newPage()
      await slow(page)
      cold.push(await toFirstCard(page, '/study'))
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
      await page.close()
      const again = await context.newPage()
      await slow(again)
      warm.push(await toFirstCard(again, '/study'))
      await context.close()
    }
  } finally {
    await browser.close()
    await server.stop()
  }
  return { cold, warm }
}

const FRAME_MS = 1000 / 60
const TAPS = 15
/** A tap sooner than that counts as the second of a double tap. */
const GLANCE_MS = 300

/** From a tap on the only button of that name until the frame in which another heading stands. */
const tapped = (name: string) => `(async () => {
  const heading = () => document.querySelector('h1')?.textContent
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith('${name}'))
  const before = heading()
  const begun = performance.now()
  button.click()
  await new Promise((done) => {
    const look = () => (heading() === before ? requestAnimationFrame(look) : requestAnimationFrame(done))
    requestAnimationFrame(look)
  })
  return performance.now() - begun
})()`

const STATIC = `<h1>0</h1><button onclick="document.querySelector('h1').textContent++">Continue</button>`

/** Milliseconds from Continue to the next card, and from a tap to another heading on a page that does nothing else. */
const nextCards = async (): Promise<{ ours: number[]; floor: number[] }> => {
  const server = await serve()
  const browser = await chromium.launch(options)
  const [ours, floor]: [number[], number[]] = [[], []]
  try {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await page.goto(server.url)
    await page.getByRole('button', { name: 'Start studying' }).first().click()
    await page.locator('h1.question').waitFor()
    const bare = await context.newPage()
    await bare.setContent(STATIC)
    while (ours.length < TAPS) {
      await page.bringToFront()
      await page.waitForTimeout(GLANCE_MS)
      await page.getByRole('button', { name: 'I don’t know yet' }).click()
      await page.locator('.verdict').waitFor()
      await page.waitForTimeout(GLANCE_MS)
      ours.push((await page.evaluate(tapped('Continue'))) as number)
      await bare.bringToFront()
      await bare.waitForTimeout(GLANCE_MS)
      floor.push((await bare.evaluate(tapped('Continue'))) as number)
    }
  } finally {
    await browser.close()
    await server.stop()
  }
  return { ours, floor }
}

/** What a learner waits for: the step of a schedule, and the first card. */
export const study = async (): Promise<Figure[]> => {
  const steps = { ours: [] as number[], theirs: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    steps.ours.push(perSecond(ours))
    steps.theirs.push(perSecond(theirs))
  }
  const { cold, warm } = await starts()
  const cards = await nextCards()
  const least = median(cards.floor)
  return [
    figure(
      { name: 'schedule steps', unit: 'answers/s', peer: 'ts-fsrs next()', better: 'higher', goal: 5 },
      steps.ours,
      steps.theirs,
    ),
    figure(
      {
        name: 'warm start to the first card at 4× CPU, slow 4G',
        unit: 'ms',
        peer: 'cold start',
        better: 'lower',
        goal: 0.5,
      },
      warm,
      cold,
    ),
    absolute(
      { name: 'answer to next card, over a static page', unit: 'ms', better: 'lower' },
      cards.ours.map((each) => Math.max(0.1, each - least)),
      FRAME_MS,
    ),
  ]
}
