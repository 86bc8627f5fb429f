import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { uuidv7 } from '../lib/base/index.ts'
import type { SyncResponse } from '../lib/sync/index.ts'
import { reviewOf } from '../lib/testing/entries.ts'
import { newGuest } from '../lib/testing/guest.ts'
import { serve } from '../lib/testing/served.ts'

const POSTERS = 4
const ACKED_BEFORE_KILL = 120

test('kill -9 while answers are posted loses nothing that was acknowledged, and doubles nothing', async () => {
  test.setTimeout(120_000)
  const server = await serve()
  const acked = new Set<string>()
  let alive = true

  const poster = async () => {
    const guest = await newGuest(server.url)
    const ask = async (entries: unknown[]) => {
      const body = { protocol: 1, userId: guest.userId, clientNow: Date.now(), cursor: 0, entries }
      return (await (await guest.post('/api/sync', body)).json()) as SyncResponse
    }
    const ref = (await ask([])).pulled.packs[0]
    const pack = (await (await guest.get(`/api/packs/${ref?.setId}@${ref?.version}`)).json()) as {
      facts: { id: string }[]
    }
    for (let n = 1; alive; n++) {
      const grades = [
        {
          factId: pack.facts[n % pack.facts.length]?.id ?? '',
          factVersion: 1,
          direction: 'forward' as const,
          rating: 3 as const,
        },
      ]
      const entry = reviewOf(n, { id: uuidv7(Date.now(), Math.random), at: Date.now(), deviceId: guest.userId, grades })
      try {
        for (const { id } of (await ask([entry])).acked) acked.add(id)
      } catch {
        // The server is gone in the middle of a post: not acknowledged.
        return
      }
    }
  }
  const posting = Promise.all(Array.from({ length: POSTERS }, poster))
  await expect.poll(() => acked.size, { timeout: 60_000, intervals: [20] }).toBeGreaterThan(ACKED_BEFORE_KILL)
  await server.kill()
  alive = false
  await posting

  // What a fresh process finds on the disk, and not what a dead one left in memory.
  const copy = mkdtempSync(join(tmpdir(), 'footnote-killed-'))
  cpSync(server.dataFolder, copy, { recursive: true })
  const db = new Database(join(copy, 'footnote.db'))
  const kept = db.prepare('SELECT "id" FROM "Entry"').all() as { id: string }[]
  db.close()
  rmSync(copy, { recursive: true, force: true })
  const ids = kept.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...acked].filter((id) => !ids.includes(id))).toEqual([])

  const again = await serve(server.dataFolder)
  const health = (await (await fetch(`${again.url}/api/health`)).json()) as { database: Record<string, unknown> }
  expect(health.database).toMatchObject({ synchronous: 'full', journalMode: 'wal', foreignKeys: true })
  await again.stop()
})
