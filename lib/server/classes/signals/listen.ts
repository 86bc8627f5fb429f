import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** What signals are told by between server processes. */
export const CHANNEL = 'footnote_signals'
/** What is said: ids and nothing else. */
export const payloadOf = (classId: string, seq: number): string => `${classId} ${seq}`
/** By which the connection is found among PostgreSQL's. */
export const LISTENER_NAME = 'footnote-signals'

const AGAIN_FIRST_MS = 500
const AGAIN_LAST_MS = 30_000
/** A connection that a firewall forgot says nothing for ever, unless it is asked. */
const ASK_EVERY_MS = 30_000
const ANSWER_WITHIN_MS = 10_000

type Ears = {
  /** A class has a signal of this number. */
  readonly heard: (classId: string, seq: number) => void
  /** Listening from now on; what was said before went unheard. */
  readonly listening: () => void
}

/** Listens for as long as the connection holds and nobody stops it; throws why it ended. */
const listenOnce = async (url: string, { heard, listening }: Ears, stop: AbortSignal): Promise<never> => {
  const client = new pg.Client({
    ...{ connectionString: url, application_name: LISTENER_NAME, keepAlive: true },
    ...{ connectionTimeoutMillis: ANSWER_WITHIN_MS, query_timeout: ANSWER_WITHIN_MS },
  })
  let drop: (error: Error) => void = () => {}
  const dropped = new Promise<never>((_, reject) => {
    drop = reject
  })
  // Waited for only once it listens.
  dropped.catch(() => {})
  client.on('error', drop)
  client.on('end', () => drop(new Error('The connection ended')))
  client.on('notification', ({ payload = '' }) => {
    const [classId = '', seq] = payload.split(' ')
    heard(classId, Number(seq))
  })
  const end = () => void client.end().catch(() => {})
  stop.addEventListener('abort', end, { once: true })
  const asking = setInterval(() => void client.query('SELECT 1').catch(drop), ASK_EVERY_MS)
  asking.unref()
  try {
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    listening()
    return await dropped
  } finally {
    clearInterval(asking)
    stop.removeEventListener('abort', end)
    end()
  }
}

/**
 * Listens for signals by a PostgreSQL connection of its own, and connects anew for as long as it takes where that drops. What it
 * returns ends that.
 */
export const listen = (url: string, ears: Ears): (() => Promise<void>) => {
  const control = new AbortController()
  const { signal } = control
  let waitMs = AGAIN_FIRST_MS
  const listening = () => {
    waitMs = AGAIN_FIRST_MS
    ears.listening()
  }
  const run = async () => {
    while (!signal.aborted) {
      const why: unknown = await listenOnce(url, { ...ears, listening }, signal).catch((error: unknown) => error)
      if (signal.aborted) return
      // Once for each outage and not for each try.
      if (waitMs === AGAIN_FIRST_MS) console.warn('Signals of other server processes are not heard for now', why)
      // Drawn, so that several processes do not all come back at once.
      await sleep(waitMs * (0.5 + Math.random()), undefined, { signal, ref: false }).catch(() => {})
      waitMs = Math.min(AGAIN_LAST_MS, waitMs * 2)
    }
  }
  const running = run()
  return async () => {
    control.abort()
    await running
  }
}
