import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Refusal } from './errors.ts'
import { consume, forgive } from './limits.ts'

afterEach(() => vi.useRealTimers())

const refusalOf = (tried: Promise<void>): Promise<Refusal | null> =>
  tried.then(
    () => null,
    (thrown: Refusal) => thrown,
  )

describe('a limit', () => {
  it('lets ten tries through, then says when to come back, and does let them back', async () => {
    vi.useFakeTimers()
    for (let tries = 0; tries < 10; tries += 1) await consume('sign-in', 'one@example.org')
    await vi.advanceTimersByTimeAsync(60_000)
    const refusal = await refusalOf(consume('sign-in', 'one@example.org'))
    expect(refusal?.code).toBe('too-many')
    expect(refusal?.message).toBe('Too many tries. Try again in 14 minutes.')
    expect(refusal?.details.retryAfterSeconds).toBe(14 * 60)
    await vi.advanceTimersByTimeAsync(14 * 60_000)
    expect(await refusalOf(consume('sign-in', 'one@example.org'))).toBeNull()
  })

  it('counts by key', async () => {
    for (let tries = 0; tries < 10; tries += 1) await consume('sign-in', 'two@example.org')
    expect(await refusalOf(consume('sign-in', 'three@example.org'))).toBeNull()
    expect((await refusalOf(consume('sign-in', 'two@example.org')))?.code).toBe('too-many')
  })

  it('is set back by the right password', async () => {
    for (let tries = 0; tries < 10; tries += 1) await consume('password', 'ada')
    await forgive('password', 'ada')
    expect(await refusalOf(consume('password', 'ada'))).toBeNull()
  })

  it('lets a school of 300 start as guests from one address', async () => {
    for (let tries = 0; tries < 300; tries += 1) await consume('guest', '203.0.113.1')
    expect((await refusalOf(consume('guest', '203.0.113.1')))?.code).toBe('too-many')
  })
})
