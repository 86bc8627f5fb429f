import { expect, it } from 'vitest'
import { inTurn } from './run.ts'

it('two texts of one person at a time, and two of everyone’s', async () => {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const work = (owner: string) =>
    inTurn(owner, () => {
      begun.push(owner)
      return new Promise<void>((resolve) => ends.push(resolve))
    })
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  const mine = [work('ada'), work('ada')]
  await expect(work('ada')).rejects.toMatchObject({ code: 'busy' })
  const theirs = work('bob')
  await settle()
  expect(begun).toEqual(['ada', 'ada'])
  ends[0]?.()
  await mine[0]
  await settle()
  expect(begun).toEqual(['ada', 'ada', 'bob'])
  const again = work('ada')
  await settle()
  expect(begun).toHaveLength(3)
  for (const done of ends) done()
  await settle()
  ends[3]?.()
  await Promise.all([...mine, theirs, again])
})

it('a text that is stopped while it waits leaves the row', async () => {
  const ends: (() => void)[] = []
  const work = (owner: string, signal?: AbortSignal) =>
    inTurn(owner, () => new Promise<void>((resolve) => ends.push(resolve)), signal)
  const running = [work('cleo'), work('dora')]
  const stop = new AbortController()
  const waiting = work('ada', stop.signal)
  const behind = work('ada')
  stop.abort(new Error('stopped'))
  await expect(waiting).rejects.toThrow('stopped')
  const third = work('ada')
  for (let at = 0; at < 4; at++) {
    await new Promise((resolve) => setImmediate(resolve))
    ends[at]?.()
  }
  await Promise.all([...running, behind, third])
  expect(ends).toHaveLength(4)
})
