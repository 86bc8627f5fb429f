import 'server-only'
import { db, type Tx } from './db.ts'
import { Refusal } from './errors.ts'
import { readRules } from './installation.ts'

const MEGABYTE = 1_000_000
const BYTES_IN_BASE64 = 3 / 4

/** Whether more texts, one unless told, or other things of so many bytes fit what a person may keep here. Throws `no-room`. */
export const requireRoom = async (ownerId: string, bytes: number, more = 1, tx: Tx = db()): Promise<void> => {
  const { documentsMax, megabytesMax } = await readRules(tx)
  const documents = await tx.document.count({ where: { ownerId } })
  if (documents + more > documentsMax) throw new Refusal('no-room')
  const [row] = await tx.$queryRaw<{ length: number | bigint | null }[]>`
    SELECT SUM(LENGTH(v."text")) AS "length" FROM "DocumentVersion" v
    JOIN "Document" d ON d."id" = v."documentId" WHERE d."ownerId" = ${ownerId}`
  const [shown] = await tx.$queryRaw<{ length: number | bigint | null }[]>`
    SELECT SUM(LENGTH(m."data")) AS "length" FROM "Media" m WHERE m."ownerId" = ${ownerId}`
  const kept = Number(row?.length ?? 0) + Number(shown?.length ?? 0) * BYTES_IN_BASE64
  if (kept + bytes > megabytesMax * MEGABYTE) throw new Refusal('no-room')
}
