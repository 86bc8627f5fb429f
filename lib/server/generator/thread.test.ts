import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { inThread } from './thread.ts'

const folder = mkdtempSync(join(tmpdir(), 'footnote-thread-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Answers with its own number and what it was given; throws, waits or ends on demand. */
const SCRIPT = `
import { parentPort, threadId, workerData } from 'node:worker_threads'
const run = ({ say, how }) => {
  if (how === 'throw') throw new Error('thrown')
  if (how === 'end') process.exit(3)
  if (how === 'wait') return
  parentPort.postMessage({ share: 0.5 })
  parentPort.postMessage({ outcome: { say, threadId } })
}
parentPort.on('message', run)
run(workerData)
`
const scriptOf = (name: string): string => {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(file, SCRIPT)
  return relative(process.cwd(), file)
}
type Said = { say: string; threadId: number }
const limits = { withinMs: 20_000, memoryMb: 64, warm: true }
const run = (file: string, data: object, more: object = {}, signal?: AbortSignal) =>
  inThread<Said>(file, data, { ...limits, ...more }, () => {}, signal)

it('keeps a warm thread for the next piece of work, and no other', async () => {
  const file = scriptOf('warm')
  const first = await run(file, { say: 'one' })
  const second = await run(file, { say: 'two' })
  expect([first.say, second.say]).toEqual(['one', 'two'])
  expect(second.threadId).toBe(first.threadId)
  const [third, fourth] = await Promise.all([run(file, { say: 'three' }), run(file, { say: 'four' })])
  expect([third.say, fourth.say]).toEqual(['three', 'four'])
  expect(third.threadId).not.toBe(fourth.threadId)
  expect((await run(file, { say: 'cold' }, { warm: false })).threadId).not.toBe(third.threadId)
})

it.each([
  ['throws', 'throw', 'thrown'],
  ['ends by itself', 'end', 'ended by itself'],
])('begins with another thread after one that %s, warm as it was', async (_, how, words) => {
  const file = scriptOf(how)
  const { threadId } = await run(file, { say: 'one' })
  await expect(run(file, { how })).rejects.toThrow(words)
  expect((await run(file, { say: 'two' })).threadId).not.toBe(threadId)
})

it('stops a warm thread that is aborted, or takes too long', async () => {
  const file = scriptOf('stopped')
  const { threadId } = await run(file, { say: 'one' })
  const stop = new AbortController()
  const waiting = run(file, { how: 'wait' }, {}, stop.signal)
  stop.abort(new Error('stopped'))
  await expect(waiting).rejects.toThrow('stopped')
  const next = await run(file, { say: 'two' })
  expect(next.threadId).not.toBe(threadId)
  await expect(run(file, { how: 'wait' }, { withinMs: 100 })).rejects.toThrow('took too long')
})
