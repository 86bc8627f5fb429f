import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** Of all rules only that of contrast depends on the theme: dark screens are asked for it alone. */
const builder = async (page: Page): Promise<AxeBuilder> => {
  // No page has a frame of another origin, for which axe would otherwise open a page of its own each time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  return dark ? axe.withRules('color-contrast') : axe.withTags(TAGS)
}

const SETTLED_MS = 1_000

/** What fades in has little contrast on its way: it is looked at once what ends soon has ended. */
const settle = (page: Page): Promise<unknown> =>
  page.evaluate((ms) => {
    const ended = document.getAnimations().map(({ finished }) => finished.catch(() => null))
    return Promise.race([Promise.all(ended), new Promise((resolve) => setTimeout(resolve, ms))]).then(() => null)
  }, SETTLED_MS)

/** Axe finds nothing to say about a screen; `screen` names it where it does. */
export const expectNothing = async (page: Page, screen: string): Promise<void> => {
  await settle(page)
  const { violations } = await (await builder(page)).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  expect.soft(found, screen).toEqual([])
}
