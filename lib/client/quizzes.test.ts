import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Running, type Saved, underWayAfter, underWayFrom, underWayIn } from '#lib/quiz/index.ts'
import { defaultSettings, type PackRef } from '#lib/sync/index.ts'
import { NOON } from '#lib/testing/entries.ts'
import { newDevice } from '#lib/testing/indexeddb.ts'
import { packOfLighthouse } from '#lib/testing/pack.ts'
import { clocksNow, sendKeptQuizzes, unsentInQuizzes } from './quizzes.ts'
import { openStore } from './store.ts'

const running = (attemptId: string): Running => ({
  ...{ attemptId, assignmentId: `quiz-${attemptId}`, title: 'Harbours', language: 'en', number: 1, feedback: 'after' },
  items: [{ place: 0, form: 'typed', stem: 'When?', direction: 'forward', options: [] }],
  ...{ given: {}, startedAt: NOON, endsAt: null, graceMs: 0, serverNow: NOON },
})
const begun = (attemptId: string) => underWayFrom(running(attemptId), null, clocksNow())
const answered = (attemptId: string) => {
  const given = { place: 0, given: '1702', spentMs: 5, clocks: clocksNow(), tell: false }
  return underWayAfter(underWayAfter(begun(attemptId), { type: 'give', ...given }), { type: 'hand-in' })
}
const saved: Saved = {
  ...{ received: [{ place: 0, seq: 1, standing: 'counts' }], told: [], handedInAt: NOON + 9 },
  ...{ endsAt: null, serverNow: NOON + 9 },
}

beforeEach(newDevice)

describe('quizzes on a device', () => {
  it('go out from any page, each once, and are known to be handed in then', async () => {
    const sent: [string, unknown][] = []
    vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
      sent.push([path, JSON.parse(String(init.body))])
      return Response.json(saved)
    })
    const store = await openStore('u1')
    await store.keepQuiz('quiz-a', answered('a'))
    await store.keepQuiz('quiz-b', begun('b'))
    await store.keepQuiz('quiz-c', { v: 0 })
    expect(await unsentInQuizzes(store)).toBe(1)
    for (let n = 0; n < 2; n++) await sendKeptQuizzes(store)
    expect(sent).toMatchObject([['/api/attempts/a', { answers: [{ place: 0, given: '1702', seq: 1 }], handIn: true }]])
    expect(underWayIn((await store.quizzes())['quiz-a'])).toMatchObject({ handedInAt: NOON + 9 })
    expect(await unsentInQuizzes(store)).toBe(0)
    await store.keepQuiz('quiz-b', null)
    expect(Object.keys(await store.quizzes())).toEqual(['quiz-a', 'quiz-c'])
    vi.unstubAllGlobals()
  })

  it('go out although the server refuses another, which stays as it was', async () => {
    vi.stubGlobal('fetch', async (path: string) =>
      path.endsWith('/a') ? Response.json({ error: { code: 'not-found' } }, { status: 404 }) : Response.json(saved),
    )
    const store = await openStore('u1')
    await store.keepQuiz('quiz-a', answered('a'))
    await store.keepQuiz('quiz-b', answered('b'))
    await expect(sendKeptQuizzes(store)).rejects.toMatchObject({ status: 404 })
    expect(underWayIn((await store.quizzes())['quiz-b'])).toMatchObject({ handedInAt: NOON + 9 })
    expect(underWayIn((await store.quizzes())['quiz-a'])).toMatchObject({ handedInAt: null })
    vi.unstubAllGlobals()
  })

  it('stay as they were where they could not be sent', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no line')))
    const store = await openStore('u1')
    await store.keepQuiz('quiz-a', answered('a'))
    await expect(sendKeptQuizzes(store)).rejects.toMatchObject({ fault: 'offline' })
    expect(underWayIn((await store.quizzes())['quiz-a'])).toMatchObject({ handIn: true, handedInAt: null })
    expect(await unsentInQuizzes(store)).toBe(1)
    vi.unstubAllGlobals()
  })
})

describe('a pack that holds what a quiz asks', () => {
  it('goes from the device before the one without it has come', async () => {
    const store = await openStore('u1')
    const pack = packOfLighthouse()
    const ref: PackRef = {
      ...{ setId: pack.setId, version: pack.version, hash: 'h', title: pack.title, addedAt: NOON },
      ...{ newPerDayMax: null, paused: false },
    }
    const told = (packs: PackRef[]) =>
      store.commit({ acked: [], rejected: [], cursor: 1, pulled: { entries: [], packs, settings: defaultSettings } })
    await store.putPack(pack)
    await told([ref])
    expect(await store.pack(ref)).not.toBeNull()
    const cut = { ...ref, variant: 'abc' }
    await told([cut])
    expect([await store.hasPack(cut), await store.pack(cut)]).toEqual([false, null])
    await store.putPack({ ...pack, variant: 'abc', facts: [] })
    expect((await store.pack(cut))?.facts).toEqual([])
    await told([ref])
    expect(await store.hasPack(ref)).toBe(false)
  })
})
