import 'server-only'
import { db, type Tx } from './db.ts'
import { newId } from './ids.ts'

/** A job whose worker says nothing for this long is taken to be dead with it. */
const LEASE_MS = 15_000
/** How often a worker says that it is alive, whatever it is at. */
const ALIVE_EVERY_MS = 3_000
/** Progress is written down this often at most. */
const SAY_EVERY_MS = 1_000
/** What brought down a server so often is not begun again. */
const ATTEMPTS_MAX = 3

export type Job = {
  readonly id: string
  /** Aborted when somebody has ended the job; then nothing of it is to be kept. */
  readonly signal: AbortSignal
  /** Share done, 0–1. */
  progress(share: number): void
  /** In the transaction that writes the result, so that both are there or neither. Throws where the job was ended before. */
  done(tx: Tx, output: object): Promise<void>
  failed(error: string): Promise<void>
}

const known = globalThis as { footnoteJobs?: Map<string, AbortController> }
const running = (): Map<string, AbortController> => {
  known.footnoteJobs ??= new Map()
  return known.footnoteJobs
}

const lease = (now: number) => new Date(now + LEASE_MS)
const over = () => ({ leaseUntil: null, payload: null, finishedAt: new Date() })

/** Ends jobs whose worker died, for instance with its server, and that nobody can take up. */
const endLapsed = (ownerId: string, now: Date) =>
  db().job.updateMany({
    where: {
      ...{ ownerId, state: 'running', leaseUntil: { lt: now } },
      OR: [{ payload: null }, { attempts: { gte: ATTEMPTS_MAX } }],
    },
    data: { ...over(), state: 'failed', error: 'interrupted' },
  })

/** A job in the hands of this process until it is done, failed or ended. */
const inHand = (id: string): Job => {
  const where = { id, state: 'running' as const }
  const control = new AbortController()
  running().set(id, control)
  let said = Date.now()
  let share = 0
  let saying: Promise<unknown> = Promise.resolve()
  const say = () => {
    said = Date.now()
    saying = db()
      .job.updateMany({ where, data: { progress: share, leaseUntil: lease(said) } })
      // Ended from another process.
      .then(({ count }) => (count === 0 ? control.abort() : undefined))
      .catch((error: unknown) => console.error('A job could not say how far it is', error))
  }
  const alive = setInterval(say, ALIVE_EVERY_MS)
  alive.unref()
  const letGo = () => {
    clearInterval(alive)
    running().delete(id)
  }
  control.signal.addEventListener('abort', letGo, { once: true })
  return {
    id,
    signal: control.signal,
    progress(done) {
      share = done
      if (Date.now() - said >= SAY_EVERY_MS) say()
    },
    async done(tx, output) {
      const { count } = await tx.job.updateMany({ where, data: { ...over(), state: 'done', progress: 1, output } })
      if (count === 0) control.abort()
      control.signal.throwIfAborted()
      letGo()
    },
    async failed(error) {
      letGo()
      await saying
      await db().job.updateMany({ where, data: { ...over(), state: 'failed', error } })
    },
  }
}

/**
 * Begins a piece of long work; `input` says what it is about, in a few words. With a `payload` it is taken up again where its
 * worker dies.
 */
export const startJob = async (ownerId: string, kind: string, input: object, payload?: Uint8Array): Promise<Job> => {
  const now = Date.now()
  await endLapsed(ownerId, new Date(now))
  const id = newId(now)
  const about = { id, ownerId, kind, input, createdAt: new Date(now) }
  await db().job.create({
    data: {
      ...{ ...about, state: 'running', attempts: 1, leaseUntil: lease(now) },
      ...(payload ? { payload: new Uint8Array(payload) } : {}),
    },
  })
  return inHand(id)
}

/** A job that its worker left, in the hands of this process now. */
export type TakenUp = {
  readonly job: Job
  readonly ownerId: string
  readonly input: unknown
  readonly payload: Buffer
}

/** Takes up a job of one kind whose worker died; null where there is none. Of several processes one gets it. */
export const takeUpJob = async (kind: string, now = new Date()): Promise<TakenUp | null> => {
  const left = { kind, state: 'running' as const, leaseUntil: { lt: now }, attempts: { lt: ATTEMPTS_MAX } }
  // One of this very process that came late to say so is in good hands.
  const where = { ...left, payload: { not: null }, id: { notIn: [...running().keys()] } }
  const row = await db().job.findFirst({ where, orderBy: { id: 'asc' } })
  if (!row?.payload || row.ownerId === null) return null
  const { count } = await db().job.updateMany({
    where: { ...left, id: row.id },
    data: { attempts: { increment: 1 }, leaseUntil: lease(now.getTime()), progress: 0 },
  })
  if (count === 0) return null
  return { job: inHand(row.id), ownerId: row.ownerId, input: row.input, payload: Buffer.from(row.payload) }
}

/** What a person has running of one kind, the newest first, with the share done, 0–1. What waits to be taken up is running. */
export const runningJobs = async (ownerId: string, kind: string): Promise<{ id: string; share: number }[]> => {
  await endLapsed(ownerId, new Date())
  const where = { ownerId, kind, state: 'running' as const }
  const jobs = await db().job.findMany({ where, orderBy: { id: 'desc' }, select: { id: true, progress: true } })
  return jobs.map(({ id, progress }) => ({ id, share: progress }))
}

export type JobOutcome =
  | { readonly state: 'running'; readonly share: number }
  | { readonly state: 'done'; readonly output: unknown }
  | { readonly state: 'failed'; readonly error: string }

/** What has become of a job of this person's; null where they have none of that id. */
export const jobOutcome = async (ownerId: string, id: string): Promise<JobOutcome | null> => {
  const job = await db().job.findFirst({
    where: { id, ownerId },
    select: { state: true, progress: true, output: true, error: true },
  })
  if (!job) return null
  if (job.state === 'done') return { state: 'done', output: job.output }
  if (job.state === 'failed') return { state: 'failed', error: job.error ?? 'failed' }
  return { state: 'running', share: job.progress }
}

/** Ends a job of this person's; one that is over stays as it is. Whether there was one to end. */
export const cancelJob = async (ownerId: string, id: string): Promise<boolean> => {
  const data = { ...over(), state: 'failed' as const, error: 'cancelled' }
  const { count } = await db().job.updateMany({ where: { id, ownerId, state: 'running' }, data })
  if (count > 0) running().get(id)?.abort()
  return count > 0
}
