// A process that posts answers until it is killed, and prints the id of each as it is acknowledged. Run by the test of `kill -9`.
import { writeSync } from 'node:fs'
import { uuidv7 } from '#lib/base/index.ts'
import { syncEntries } from '#lib/server/sync.ts'
import { gradeOf, reviewOf } from './entries.ts'

const [userId = '', ...factIds] = process.argv.slice(2)
const POSTS_AT_ONCE = 4
const BATCH = 5

const viewer = { userId, sessionId: 'none', kind: 'member', role: 'learner' } as const
let made = 0

const answer = () => {
  const n = ++made
  const grades = [gradeOf(factIds[n % factIds.length] ?? '', n % 7 === 0 ? 1 : 3)]
  return reviewOf(n, { id: uuidv7(Date.now(), Math.random), at: Date.now(), grades })
}

const postForEver = async (): Promise<never> => {
  for (;;) {
    const entries = Array.from({ length: BATCH }, answer)
    const request = { protocol: 1, userId, clientNow: Date.now(), cursor: made, entries, rejected: [] }
    const { acked } = await syncEntries(viewer, { ...request, protocol: 1 })
    // Straight to the pipe: what is still in a buffer when the process dies was never acknowledged to anyone.
    writeSync(1, acked.map(({ id }) => `${id}\n`).join(''))
  }
}

await Promise.all(Array.from({ length: POSTS_AT_ONCE }, postForEver))
