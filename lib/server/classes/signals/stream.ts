import 'server-only'
import type { Viewer } from '../../viewer.ts'
import type { Topic } from '../signal.ts'
import type { Signal } from './read.ts'
import { topicsStill } from './topics.ts'

/** A client comes back after this long, each at a time of its own: after a restart they are many. */
const RETRY_MS = 2_000
const RETRY_SPREAD_MS = 3_000
/** So many chunks that nobody fetches, and the stream ends: who comes back is told what they missed. */
const UNREAD_MAX = 200

/** An event and no comment, since a page cannot see comments and has to notice a connection that is dead. */
const BEAT = 'event: beat\ndata:\n\n'

const eventOf = ({ seq, topic, assignmentId }: Signal): string =>
  `id: ${seq}\ndata: ${JSON.stringify({ topic, assignmentId })}\n\n`

type About = {
  readonly viewer: Viewer
  readonly classId: string
  readonly topics: readonly Topic[]
  /** Between two signs of life, before each of which it is asked whether the viewer may still listen. */
  readonly beatMs: number
  /** Called once, however it ends. */
  readonly ended: () => void
}

/** One person's stream of server-sent events, in their wire form. */
export type Stream = {
  readonly body: ReadableStream<Uint8Array>
  /** What came before this is told after what was missed. `at`: the number to come back with where nothing else is told. */
  begin(at: number, missed: readonly Signal[]): void
  take(fresh: readonly Signal[]): void
  end(): void
}

export const openStream = ({ viewer, classId, topics: allowed, beatMs, ended }: About): Stream => {
  const encoder = new TextEncoder()
  const sent = new Set<number>()
  let early: Signal[] | null = []
  let topics = allowed
  let checkedAt = performance.now()
  let open = true
  let control: ReadableStreamDefaultController<Uint8Array> | null = null

  const end = () => {
    if (!open) return
    open = false
    clearInterval(beating)
    control?.close()
    ended()
  }
  const body = new ReadableStream<Uint8Array>({
    start(made) {
      control = made
    },
    cancel() {
      control = null
      end()
    },
  })
  const write = (text: string) => {
    if (!open || text === '') return
    control?.enqueue(encoder.encode(text))
    if ((control?.desiredSize ?? 0) < -UNREAD_MAX) end()
  }
  const check = async (): Promise<boolean> => {
    const still = await topicsStill(viewer, classId).catch(() => null)
    if (still === null) end()
    else topics = still
    checkedAt = performance.now()
    return open
  }
  const beating = setInterval(() => void check().then(() => write(BEAT)), beatMs)
  beating.unref()

  /** Of one topic and assignment the newest: where to look is the same. */
  const send = (fresh: readonly Signal[]) => {
    const news = fresh.filter(({ seq, topic }) => topics.includes(topic) && !sent.has(seq))
    const newest = new Map(news.map((one) => [`${one.topic} ${one.assignmentId}`, one.seq]))
    write(
      news
        .filter(({ seq, topic, assignmentId }) => newest.get(`${topic} ${assignmentId}`) === seq)
        .map(eventOf)
        .join(''),
    )
  }
  const take = (fresh: readonly Signal[]) => {
    if (early) early.push(...fresh)
    // The machine has slept, or was too busy for a beat.
    else if (performance.now() - checkedAt > 2 * beatMs) void check().then(() => send(fresh))
    else send(fresh)
  }
  const begin = (at: number, missed: readonly Signal[]) => {
    const retry = Math.round(RETRY_MS + Math.random() * RETRY_SPREAD_MS)
    write(`retry: ${retry}\nid: ${at}\n\n${missed.map(eventOf).join('')}`)
    for (const { seq } of missed) sent.add(seq)
    const waiting = early ?? []
    early = null
    send(waiting)
  }
  return { body, begin, take, end }
}
