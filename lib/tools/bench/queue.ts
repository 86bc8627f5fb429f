import { join } from 'node:path'
import Database from 'better-sqlite3'
import { PRAGMAS } from '#lib/server/sqlite.ts'
import { type Guest, newGuest } from '#lib/testing/guest.ts'
import { serve } from '#lib/testing/served.ts'
import { type Figure, figure, median } from './figure.ts'

const MANY = 100_000
const FEW = 1_000
const ROUNDS = 5
const CALLS = 60
const DAY_MS = 86_400_000

/** A set of `count` facts, each with one question and one card of this learner; every second card is due. */
const fill = (db: Database.Database, name: string, userId: string, count: number) => {
  const now = Date.now()
  const insert = (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row)
    return db
      .prepare(
        `INSERT INTO "${table}" (${columns.map((c) => `"${c}"`).join()}) VALUES (${columns.map(() => '?').join()})`,
      )
      .run(...Object.values(row))
  }
  const [setId, setVersionId] = [`${name}-set`, `${name}-version`]
  const createdAt = now
  insert('QuestionSet', { id: setId, ownerId: userId, visibility: 'private', createdAt })
  const version = { setId, version: 1, title: name, language: 'en', aliases: '[]', contentHash: name, packHash: name }
  insert('SetVersion', { id: setVersionId, ...version, createdAt })
  insert('Enrolment', { userId, setId, addedAt: now })
  for (let position = 0; position < count; position++) {
    const id = `${name}-${position}`
    const text = { rowFront: `Front ${id}`, rowBack: `Back ${id}`, statement: `Front ${id} is back ${id}.` }
    const asked = { form: 'typed', direction: 'forward', stem: `Front ${id}?`, key: '"Back"', accepted: '["Back"]' }
    const due = now + (position % 2 ? 1 : -1) * ((position * 7919) % 365) * DAY_MS - 1
    const memory = { state: 'review', stability: 10, difficulty: 5, due, lastAt: now - 400 * DAY_MS, lastDay: 20_000 }
    insert('Fact', { id, createdAt })
    insert('FactVersion', { factId: id, version: 1, ...text, kind: 'row', language: 'en', createdAt })
    insert('SetItem', { setVersionId, position, factId: id, factVersion: 1 })
    insert('Question', { id, createdAt })
    const quality = { rationale: '', tier: 'A', lints: '[]', language: 'en', createdAt }
    insert('QuestionVersion', { questionId: id, version: 1, ...asked, ...quality })
    insert('QuestionFact', { questionId: id, questionVersion: 1, position: 0, factId: id, factVersion: 1 })
    insert('SetQuestion', { setVersionId, position, questionId: id, questionVersion: 1 })
    const counted = { reps: 3, lapses: 0, suspended: 0 }
    insert('Card', { userId, factId: id, direction: 'forward', factVersion: 1, ...memory, ...counted })
  }
}

/** Median milliseconds of one call. */
const timed = async (guest: Guest): Promise<number> => {
  const times: number[] = []
  for (let call = 0; call < CALLS; call++) {
    const begun = performance.now()
    const response = await guest.get('/api/session?limit=20')
    const { items } = (await response.json()) as { items: unknown[] }
    if (items.length !== 20) throw new Error(`The queue has ${items.length} items (status ${response.status})`)
    times.push(performance.now() - begun)
  }
  return median(times)
}

/** The next twenty to answer, for a learner with a hundred times the cards of another on the same server. */
export const queue = async (): Promise<Figure[]> => {
  const server = await serve()
  try {
    const [many, few] = [await newGuest(server.url), await newGuest(server.url)]
    const db = new Database(join(server.dataFolder, 'footnote.db'))
    db.exec(PRAGMAS)
    db.transaction(() => {
      fill(db, 'many', many.userId, MANY)
      fill(db, 'few', few.userId, FEW)
    })()
    db.exec('ANALYZE')
    db.close()
    // The server has let go of connections that lay idle meanwhile; fetch has to notice before it uses one.
    await new Promise((noticed) => setTimeout(noticed, 500))
    await timed(many)
    await timed(few)
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await timed(many))
      theirs.push(await timed(few))
    }
    const what = { name: 'due queue of 100,000 cards', unit: 'ms', peer: 'of 1,000 cards', better: 'lower' } as const
    return [figure({ ...what, goal: 1.2 }, ours, theirs)]
  } finally {
    await server.stop()
  }
}
