import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { tagsOf } from './tags.ts'

const answer = vi.fn<() => Promise<Response>>()
const kept = new Map<string, string>()

beforeEach(() => {
  vi.stubGlobal('fetch', answer)
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  kept.clear()
})

it('asks the server, and without a network has what that last said of the same learner', async () => {
  answer.mockResolvedValueOnce(Response.json({ tags: { f1: ['exam'] } }))
  expect(await tagsOf('one')).toEqual({ f1: ['exam'] })
  answer.mockRejectedValue(new TypeError('Failed to fetch'))
  expect(await tagsOf('one')).toEqual({ f1: ['exam'] })
  expect(await tagsOf('another')).toEqual({})
})

it('takes nothing that is no table of tags', async () => {
  for (const body of [{}, { tags: null }, { tags: { f1: 'exam' } }, { tags: { f1: [7] } }]) {
    answer.mockResolvedValueOnce(Response.json(body))
    expect(await tagsOf('one')).toEqual({})
  }
})
