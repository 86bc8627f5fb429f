import 'server-only'
import { db } from './db.ts'
import { Refusal } from './errors.ts'
import { readRules } from './installation.ts'

const MEGABYTE = 1_000_000

/** Whether one more text of so many bytes fits what a person may keep here. Throws `no-room`. */
export const requireRoom = async (ownerId: string, bytes: number): Promise<void> => {
  const { documentsMax, megabytesMax } = await readRules()
  const documents = await db().document.count({ where: { ownerId } })
  if (documents >= documentsMax) throw new Refusal('no-room')
  const [row] = await db().$queryRaw<{ length: number | bigint | null }[]>`
    SELECT SUM(LENGTH(v."text")) AS "length" FROM "DocumentVersion" v
    JOIN "Document" d ON d."id" = v."documentId" WHERE d."ownerId" = ${ownerId}`
  if (Number(row?.length ?? 0) + bytes > megabytesMax * MEGABYTE) throw new Refusal('no-room')
}
