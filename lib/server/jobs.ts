import 'server-only'
import { db, type Tx } from './db.ts'
import { newId } from './ids.ts'

/** A job whose worker says nothing for this long is taken to be dead with it. */
const LEASE_MS = 60_000
/** Progress is written down this often at most. */
const SAY_EVERY_MS = 1_000

export type Job = {
  readonly id: string
  /** Share done, 0–1; also says that the worker is alive. */
  progress(share: number): void
  /** In the transaction that writes the result, so that both are there or neither. */
  done(tx: Tx, output: object): Promise<void>
  failed(error: string): Promise<void>
}

const lease = (now: number) => new Date(now + LEASE_MS)

/** Ends a person's jobs whose worker died, for instance with its server. */
const endLapsed = (ownerId: string, now: Date) =>
  db().job.updateMany({
    where: { ownerId, state: 'running', leaseUntil: { lt: now } },
    data: { state: 'failed', error: 'interrupted', finishedAt: now, leaseUntil: null },
  })

/** Begins a piece of long work; `input` says what it is about, in a few words. */
export const startJob = async (ownerId: string, kind: string, input: object): Promise<Job> => {
  const now = Date.now()
  await endLapsed(ownerId, new Date(now))
  const id = newId(now)
  await db().job.create({
    data: { id, ownerId, kind, state: 'running', attempts: 1, leaseUntil: lease(now), input, createdAt: new Date(now) },
  })
  const where = { id, state: 'running' as const }
  let said = now
  let saying: Promise<unknown> = Promise.resolve()
  return {
    id,
    progress(share) {
      const at = Date.now()
      if (at - said < SAY_EVERY_MS) return
      said = at
      saying = db()
        .job.updateMany({ where, data: { progress: share, leaseUntil: lease(at) } })
        .catch((error: unknown) => console.error('A job could not say how far it is', error))
    },
    async done(tx, output) {
      await tx.job.update({
        where: { id },
        data: { state: 'done', progress: 1, output, leaseUntil: null, finishedAt: new Date() },
      })
    },
    async failed(error) {
      await saying
      await db().job.updateMany({ where, data: { state: 'failed', error, leaseUntil: null, finishedAt: new Date() } })
    },
  }
}
