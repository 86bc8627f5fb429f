import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

export const BRIDGE_TITLE = 'The bridge at Marrowby'
export const BRIDGE = `The town of Marrowby stands on the river Esk. In 1786 the engineer Thomas Ardley built the first stone bridge across the river. The bridge had five arches and cost 9,400 pounds.

In March 1831 a flood destroyed three of the five arches. The county council hired Margaret Lorne to rebuild them, and the work took two years. The new bridge opened on 14 June 1833.

The railway reached Marrowby in 1852. In 1907 the council widened the bridge for motor traffic. Today the Marrowby Museum keeps the drawings of Thomas Ardley.`

/** Pastes the text about the bridge as whoever studies in this browser, and goes to its desk. */
export const deskOfBridge = async (page: Page): Promise<void> => {
  await page.goto('/new')
  await page.getByLabel('Title').fill(BRIDGE_TITLE)
  await page.getByLabel('Text', { exact: true }).fill(BRIDGE)
  await page.getByRole('button', { name: 'Find the facts' }).click()
  await page.getByRole('link', { name: 'Judge and share it' }).click({ timeout: 60_000 })
  await page.waitForURL('**/desk/*')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/ judged/)
}

/** Selects words in the text, as a finger held on them would. */
export const select = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('[data-pane]') ?? document.body,
      NodeFilter.SHOW_TEXT,
    )
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
    throw new Error(`The text does not hold ${wanted}`)
  }, words)
