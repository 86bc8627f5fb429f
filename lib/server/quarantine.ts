import 'server-only'
import type { Rejected } from '#lib/sync/index.ts'
import { join, sql, type Tx } from './db.ts'
import { sha256 } from './ids.ts'

/** A rejected entry with what was sent, as far as that can be told. */
export type Refused = Rejected & { readonly sent: unknown }

const BODY_LENGTH_MAX = 20_000
/** Of one learner: a device that has gone wrong must not fill the disk for everyone. */
const KEPT_MAX = 1_000
const textOf = (sent: unknown, key: string): string | null => {
  const value = typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>)[key] : undefined
  return typeof value === 'string' ? value.replaceAll('\0', '').slice(0, 200) : null
}

/** Keeps rejected entries where their learner can see them; the same one sent again is kept once. */
export const quarantine = async (tx: Tx, userId: string, refused: readonly Refused[], now: Date): Promise<void> => {
  if (refused.length === 0) return
  const room = KEPT_MAX - (await tx.rejectedEntry.count({ where: { userId } }))
  if (room <= 0) return
  const rows = refused.slice(0, room).map(({ sent, reason }) => {
    const body = JSON.stringify(sent ?? null).slice(0, BODY_LENGTH_MAX)
    return sql`(${join([userId, sha256(body), textOf(sent, 'id'), textOf(sent, 'deviceId'), reason, body, now])})`
  })
  await tx.$executeRaw`INSERT INTO "RejectedEntry" ("userId", "contentHash", "entryId", "deviceId", "reason", "body",
    "receivedAt") VALUES ${join(rows)} ON CONFLICT ("userId", "contentHash") DO NOTHING`
}
