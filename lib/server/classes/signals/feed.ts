import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { overlapMs, type Signal, settledSeq, signalsAbove } from './read.ts'

/** Between two looks at the table: what comes in a burst is told together. */
const GAP_MS = 100
const AGAIN_MS = 5_000

type Take = (fresh: readonly Signal[]) => void

/** The new signals of one class, read once for all of a process's streams, each told once. */
export type Feed = {
  readonly takes: Set<Take>
  /** Once what comes from now on will be told. */
  readonly ready: Promise<void>
  /** Something may be there: the signal of this number, or without one anything. */
  wake(seq?: number): void
  end(): void
}

export const makeFeed = (classId: string): Feed => {
  const takes = new Set<Take>()
  /** Numbers told, and when; those up to `low` are read no more. */
  const told = new Map<number, number>()
  let low = 0
  let high = 0
  /** Numbers rung for. */
  let rung = new Set<number>()
  /** Whether to look for what nobody rang for, too. */
  let whole = true
  let open = true
  let wanted = false
  let busy = false

  /** By how long ago this process saw them, not by their own time: several servers' clocks may differ. */
  const settle = (now: number) => {
    for (const [seq, at] of told) {
      if (now - at < overlapMs()) continue
      told.delete(seq)
      low = Math.max(low, seq)
    }
  }
  const find = (): Promise<Signal[]> => {
    // Committed late: a higher number was there before.
    const late = [...rung].filter((seq) => seq > low && seq <= high && !told.has(seq))
    const all = whole
    rung = new Set()
    whole = false
    return all ? signalsAbove(classId, low) : signalsAbove(classId, high, late)
  }
  const read = async (): Promise<Signal[]> => {
    const fresh = (await find()).filter(({ seq }) => !told.has(seq))
    const now = performance.now()
    for (const { seq } of fresh) told.set(seq, now)
    high = Math.max(high, fresh.at(-1)?.seq ?? 0)
    settle(now)
    return fresh
  }
  const begin = async () => {
    low = await settledSeq(classId)
    high = low
    await read()
  }
  const ready = begin()

  const look = async () => {
    await ready
    while (wanted && open) {
      wanted = false
      const fresh = await read()
      if (fresh.length > 0) for (const take of takes) take(fresh)
      await sleep(GAP_MS, undefined, { ref: false })
    }
  }
  const start = () => {
    if (busy || !open) return
    busy = true
    look()
      .catch((error: unknown) => {
        if (!open) return
        console.error('The signals of a class could not be read', error)
        setTimeout(() => wake(), AGAIN_MS).unref()
      })
      .finally(() => {
        busy = false
        // Woken since it looked for the last time.
        if (wanted) start()
      })
  }
  const wake = (seq?: number) => {
    wanted = true
    if (seq === undefined) whole = true
    else rung.add(seq)
    start()
  }
  const end = () => {
    open = false
  }
  return { takes, ready, wake, end }
}
