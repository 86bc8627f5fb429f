import { test as base, expect, type Page } from '@playwright/test'

/** Watches a page for what a learner would never see but what is broken all the same. */
const watch = (page: Page, problems: string[]): void => {
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problems.push(`console ${message.type()}: ${message.text()}`)
  })
}

/**
 * Every test runs with `problems`, which must be empty at its end: errors and warnings in the console, of every page of the
 * test's contexts. A test that provokes one takes it out of the list.
 */
export const test = base.extend<{ problems: string[] }>({
  problems: [
    async ({ context }, use) => {
      const problems: string[] = []
      context.on('page', (page) => watch(page, problems))
      await use(problems)
      expect(problems, 'the console stays quiet').toEqual([])
    },
    { auto: true },
  ],
})

export { expect, watch }
