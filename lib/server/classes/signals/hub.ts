import 'server-only'
import { placeInUse } from '../../db.ts'
import { Refusal } from '../../errors.ts'
import type { Viewer } from '../../viewer.ts'
import { onRing } from './bell.ts'
import { type Feed, makeFeed } from './feed.ts'
import { listen } from './listen.ts'
import { missedSince, newestSeq } from './read.ts'
import { openStream, type Stream } from './stream.ts'
import { topicsFor } from './topics.ts'

const BEAT_MS = 20_000
/** A browser holds six connections to a host without HTTP/2, all its tabs together: some are to be left for the pages. */
const PER_SESSION = 4
const PER_PERSON = 12
const PER_PROCESS = 2_000
const AGAIN_SECONDS = 30

type Open = { readonly viewer: Viewer; readonly stream: Stream }

/** What one server process has open. */
export type Hub = {
  /**
   * A stream of what changes in a class, from `last` on, the number that was heard last; null: from now on. It ends with `gone`.
   * Throws `not-found`, `too-many`, `busy`.
   */
  open(viewer: Viewer, classId: string, last: number | null, gone: AbortSignal): Promise<ReadableStream<Uint8Array>>
  /** How many are open. */
  count(): number
  /** Ends them all, and takes no more. */
  stop(): Promise<void>
}

/** `own`: whether it hears the rings of this process; a test without shows that what another process writes is heard. */
export const makeHub = ({ beatMs = BEAT_MS, own = true } = {}): Hub => {
  const feeds = new Map<string, Feed>()
  const streams = new Set<Open>()
  let deaf: (() => Promise<void>) | null = null
  let polling: NodeJS.Timeout | undefined
  let stopped = false
  const wakeAll = () => {
    for (const feed of feeds.values()) feed.wake()
  }
  const wake = (classId: string, seq: number) => feeds.get(classId)?.wake(seq)
  const offRing = own ? onRing(wake) : () => {}

  const begin = () => {
    const place = placeInUse()
    if (place.kind === 'postgresql') deaf = listen(place.url, { heard: wake, listening: wakeAll })
    // Should a wake ever be lost, it is late and nothing more.
    polling = setInterval(wakeAll, beatMs)
    polling.unref()
  }
  const rest = async () => {
    clearInterval(polling)
    const ending = deaf?.()
    deaf = null
    await ending
  }
  const requireRoom = ({ userId, sessionId }: Viewer) => {
    const details = { retryAfterSeconds: AGAIN_SECONDS }
    if (stopped || streams.size >= PER_PROCESS) throw new Refusal('busy', undefined, details)
    const theirs = [...streams].filter(({ viewer }) => viewer.userId === userId)
    const here = theirs.filter(({ viewer }) => viewer.sessionId === sessionId)
    if (theirs.length >= PER_PERSON || here.length >= PER_SESSION) throw new Refusal('too-many', undefined, details)
  }
  const feedOf = (classId: string): Feed => {
    const feed = feeds.get(classId) ?? makeFeed(classId)
    feeds.set(classId, feed)
    return feed
  }

  return {
    async open(viewer, classId, last, gone) {
      const topics = await topicsFor(viewer, classId)
      requireRoom(viewer)
      if (streams.size === 0) begin()
      const feed = feedOf(classId)
      const ended = () => {
        streams.delete(entry)
        feed.takes.delete(stream.take)
        if (feed.takes.size === 0) {
          feed.end()
          if (feeds.get(classId) === feed) feeds.delete(classId)
        }
        if (streams.size === 0) void rest()
      }
      const stream = openStream({ viewer, classId, topics, beatMs, ended })
      const entry = { viewer, stream }
      streams.add(entry)
      feed.takes.add(stream.take)
      gone.addEventListener('abort', stream.end, { once: true })
      if (gone.aborted) stream.end()
      try {
        await feed.ready
        const missed = last === null ? [] : await missedSince(classId, last, topics)
        stream.begin(last ?? (await newestSeq(classId)), missed)
        return stream.body
      } catch (error) {
        stream.end()
        throw error
      }
    },
    count: () => streams.size,
    async stop() {
      stopped = true
      offRing()
      for (const { stream } of [...streams]) stream.end()
      await rest()
    },
  }
}

const known = globalThis as { footnoteSignals?: Hub }

/** This process's own. */
export const hub = (): Hub => {
  known.footnoteSignals ??= makeHub()
  return known.footnoteSignals
}
