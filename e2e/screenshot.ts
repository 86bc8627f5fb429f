import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright'
import { browser as options } from '../lib/testing/browser.ts'
import { serve } from '../lib/testing/served.ts'
import { ROOT } from '../lib/tools/setup/run.mjs'
import { answerOne, goOn, startAsGuest } from './learner.ts'

// Takes the picture of the README: a question with its options, answered, and the sentence it cites.
const TO = join(ROOT, 'public/screenshots/study.png')
const ANSWERS_MAX = 40

const server = await serve()
const browser = await chromium.launch(options)
try {
  const page = await browser.newPage({
    baseURL: server.url,
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    locale: 'en-GB',
  })
  await startAsGuest(page)
  for (let n = 0; n < ANSWERS_MAX && (await answerOne(page)) !== 'choice'; n++) await goOn(page)
  await page.waitForTimeout(1_000)
  mkdirSync(dirname(TO), { recursive: true })
  await page.screenshot({ path: TO })
  console.log(TO)
} finally {
  await browser.close()
  await server.stop()
}
