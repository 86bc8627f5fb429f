import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newSet } from '#lib/testing/drafts.ts'
import { runs } from '#lib/testing/runs.ts'
import { newLearner, openStage, sqliteGround } from '#lib/testing/stage.ts'
import { cardsFromLog, cardsOf } from './cards.ts'
import { db, useDatabase } from './db.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const KILLS = runs(3)
const ACKED_BEFORE_KILL = 60
/** A process is started for each; the long tests kill twenty times as often, and 120 s for all were too few. */
const KILL_WITHIN_MS = 40_000

let close: () => Promise<void>
let path = ''
beforeEach(async () => {
  const ground = sqliteGround()
  const place = await ground.newMigratedPlace()
  if (place.place.kind !== 'sqlite') throw new Error('a file is needed')
  path = place.place.path
  close = await openStage({ ...ground, newMigratedPlace: async () => place })
})
afterEach(() => close())

/** Ids acknowledged by a process of its own until it is killed with `kill -9`, in the middle of its work. */
const postUntilKilled = (userId: string, factIds: readonly string[]): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const args = ['--conditions=react-server', 'lib/testing/posting.ts', userId, ...factIds]
    const env = { ...process.env, FOOTNOTE_DATA: dirname(path) }
    // node with the loader itself, not the command line of tsx, so that the signal reaches the one that posts.
    const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let printed = ''
    let complaints = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk
      if (printed.split('\n').length > ACKED_BEFORE_KILL) child.kill('SIGKILL')
    })
    child.stderr.on('data', (chunk: Buffer) => {
      complaints += chunk
    })
    child.once('close', (_code, signal) => {
      // The last line may have been cut off.
      if (signal === 'SIGKILL') resolve(printed.split('\n').slice(0, -1))
      else reject(new Error(`It ended by itself:\n${complaints}`))
    })
  })

it(
  'loses nothing that it acknowledged when the process is killed while answers come in',
  async () => {
    const { userId } = await newLearner()
    const { factIds } = await newSet({}, [userId])
    const acked: string[] = []
    for (let kill = 0; kill < KILLS; kill++) acked.push(...(await postUntilKilled(userId, factIds)))
    const reopened = useDatabase({ kind: 'sqlite', path })
    const rows = await db().entry.findMany({ select: { id: true, serverSeq: true }, orderBy: { serverSeq: 'asc' } })
    const kept = new Set(rows.map(({ id }) => id))
    expect(acked.length).toBeGreaterThanOrEqual(KILLS * ACKED_BEFORE_KILL)
    expect(acked.filter((id) => !kept.has(id))).toEqual([])
    expect(rows.map(({ serverSeq }) => serverSeq)).toEqual(rows.map((_, index) => index + 1))
    expect(await cardsOf(db(), userId)).toEqual(await cardsFromLog(db(), userId))
    await reopened()
  },
  KILLS * KILL_WITHIN_MS,
)
