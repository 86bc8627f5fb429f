import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchSignals } from './watch-signals.ts'

class FakeSource {
  static readonly CLOSED = 2
  static readonly made: FakeSource[] = []
  readonly url: string
  readyState = 0
  onopen = () => {}
  onerror = () => {}
  onmessage = (_: { data: string; lastEventId: string }) => {}
  beat = () => {}
  constructor(url: string) {
    this.url = url
    FakeSource.made.push(this)
  }
  addEventListener(_: 'beat', heard: () => void) {
    this.beat = heard
  }
  close() {
    this.readyState = FakeSource.CLOSED
  }
  tell(topic: string, seq: number) {
    this.onmessage({ data: JSON.stringify({ topic, assignmentId: null }), lastEventId: String(seq) })
  }
  refuse() {
    this.readyState = FakeSource.CLOSED
    this.onerror()
  }
}

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
const show = (state: 'visible' | 'hidden') => {
  page.visibilityState = state
  page.dispatchEvent(new Event('visibilitychange'))
}
const made = () => FakeSource.made
const source = () => made().at(-1) ?? new FakeSource('none')
const onSignal = vi.fn()
const answers = vi.fn<() => Promise<Response>>()
let stop = () => {}
const watch = (after: number | null = 7) => {
  stop = watchSignals({ classId: 'a b', topics: ['roster', 'notices'], onSignal, after })
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeSource)
  vi.stubGlobal('document', page)
  vi.stubGlobal('fetch', answers)
  page.visibilityState = 'visible'
  FakeSource.made.length = 0
  answers.mockRejectedValue(new TypeError('Failed to fetch'))
})
afterEach(() => {
  stop()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.resetAllMocks()
})

it('tells of the topics asked for and no other, from the number on that the page was made with', () => {
  watch()
  expect(source().url).toBe('/api/classes/a%20b/signals?after=7')
  source().onopen()
  expect(onSignal).not.toHaveBeenCalled()
  source().tell('grades', 8)
  expect(onSignal).not.toHaveBeenCalled()
  source().tell('roster', 9)
  expect(onSignal).toHaveBeenCalledOnce()
})

it('tells once as soon as it listens, where it is not known what the page shows', () => {
  watch(null)
  expect(source().url).toBe('/api/classes/a%20b/signals')
  expect(onSignal).not.toHaveBeenCalled()
  source().onopen()
  source().onopen()
  expect(onSignal).toHaveBeenCalledOnce()
})

it('tells once after a drop, and not before the server answers', () => {
  watch()
  source().onopen()
  source().onerror()
  vi.advanceTimersByTime(20_000)
  expect(onSignal).not.toHaveBeenCalled()
  source().onopen()
  expect(onSignal).toHaveBeenCalledOnce()
  expect(made()).toHaveLength(1)
})

it('takes fifty seconds without a sign of life for a drop, and goes on from what it heard last', () => {
  watch()
  source().onopen()
  source().tell('grades', 12)
  for (let beats = 0; beats < 5; beats++) {
    vi.advanceTimersByTime(40_000)
    source().beat()
  }
  expect(made()).toHaveLength(1)
  vi.advanceTimersByTime(50_000)
  expect(made().map(({ readyState }) => readyState)).toEqual([2, 0])
  expect(source().url).toContain('?after=12')
  source().onopen()
  expect(onSignal).toHaveBeenCalledOnce()
})

it('gives its connection back once hidden for half a minute, and looks again when it is shown', () => {
  watch()
  source().onopen()
  show('hidden')
  vi.advanceTimersByTime(29_000)
  expect(source().readyState).toBe(0)
  vi.advanceTimersByTime(60_000)
  expect(source().readyState).toBe(FakeSource.CLOSED)
  expect(answers).not.toHaveBeenCalled()
  show('visible')
  expect(made()).toHaveLength(2)
  source().onopen()
  expect(onSignal).toHaveBeenCalledOnce()
})

it('opens nothing on a page that nobody has seen yet', () => {
  page.visibilityState = 'hidden'
  watch()
  expect(made()).toHaveLength(0)
  show('visible')
  expect(made()).toHaveLength(1)
})

it('asks every fifteen seconds where a stream is refused, and tries for one again', async () => {
  watch()
  source().refuse()
  answers.mockImplementation(async () => Response.json({ last: 9, signals: [{ topic: 'grades', assignmentId: null }] }))
  await vi.advanceTimersByTimeAsync(15_000)
  expect(onSignal).not.toHaveBeenCalled()
  expect(source().url).toContain('?after=9')
  source().refuse()
  answers.mockImplementation(async () =>
    Response.json({ last: 10, signals: [{ topic: 'roster', assignmentId: null }] }),
  )
  await vi.advanceTimersByTimeAsync(15_000)
  expect(onSignal).toHaveBeenCalledOnce()
  source().onopen()
  await vi.advanceTimersByTimeAsync(45_000)
  expect(answers).toHaveBeenCalledTimes(2)
})

it('asks where there are no streams at all, and tells nothing while nothing answers', async () => {
  vi.stubGlobal('EventSource', undefined)
  watch(null)
  await vi.advanceTimersByTimeAsync(15_000)
  expect(onSignal).not.toHaveBeenCalled()
  answers.mockImplementation(async () => Response.json({ last: 3, signals: [] }))
  await vi.advanceTimersByTimeAsync(15_000)
  expect(onSignal).toHaveBeenCalledOnce()
  await vi.advanceTimersByTimeAsync(15_000)
  expect(onSignal).toHaveBeenCalledOnce()
  expect(answers).toHaveBeenLastCalledWith('/api/classes/a%20b/signals?after=3', expect.anything())
  show('hidden')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(answers).toHaveBeenCalledTimes(3)
  show('visible')
  expect(answers).toHaveBeenCalledTimes(4)
})

it('has the page find out why nobody may listen any more', async () => {
  watch()
  source().refuse()
  answers.mockImplementation(async () => new Response(null, { status: 404 }))
  await vi.advanceTimersByTimeAsync(15_000)
  expect(onSignal).toHaveBeenCalledOnce()
})
