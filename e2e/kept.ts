import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import type { Served } from '../lib/testing/served.ts'

/** Everything that this browser keeps, in one text. */
export const keptOn = (page: Page): Promise<string> =>
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
export const heardBy = (context: BrowserContext): { all: () => Promise<string> } => {
  const bodies: Promise<string>[] = []
  context.on('response', (response) => bodies.push(response.text().catch(() => '')))
  return { all: async () => (await Promise.all(bodies)).join('\n') }
}

/** Time that nobody waits for: everything of this person's attempt is so much longer ago. */
export const letPass = ({ dataFolder }: Served, name: string, minutes: number): void => {
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
