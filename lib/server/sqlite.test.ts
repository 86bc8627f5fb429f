import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDatabase } from '#lib/testing/people.ts'
import { db, transaction } from './db.ts'

let path: string
let end: () => Promise<void>
beforeAll(async () => {
  ;({ path, end } = await newDatabase())
})
afterAll(() => end())

/** Another process at the same file: a shell, a second start. */
const stranger = (wait: number) => {
  const other = new Database(path)
  other.pragma(`busy_timeout = ${wait}`)
  return other
}
const newGuest = () => transaction((tx) => tx.user.create({ data: { kind: 'guest' } }))

describe('beside another process at the same file', () => {
  it('a transaction holds the right to write from its first read on', async () => {
    const other = stranger(0)
    await transaction(async (tx) => {
      await tx.user.count()
      expect(() => other.exec('BEGIN IMMEDIATE')).toThrow(/locked/)
      await tx.user.create({ data: { kind: 'guest' } })
    })
    other.exec('BEGIN IMMEDIATE; ROLLBACK')
    other.close()
  })

  // The stock adapter keeps its mutex for a transaction that was begun and never ended: after one that could not take the
  // write lock within its five seconds, nothing was ever written again.
  it('one that waits for the lock in vain fails alone', { timeout: 30_000 }, async () => {
    const other = stranger(0)
    other.exec('BEGIN IMMEDIATE')
    await expect(newGuest()).rejects.toThrow()
    other.exec('ROLLBACK')
    other.close()
    const { id } = await newGuest()
    expect(await db().user.findUnique({ where: { id } })).not.toBeNull()
  })
})
