import 'server-only'
import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { db, type Tx, transaction } from './db.ts'
import { Refusal } from './errors.ts'
import { requireRoom } from './room.ts'
import { authorise, type Viewer } from './viewer.ts'
import { t } from './words.ts'

/** A picture that a phone has shrunk, or a word that somebody says. */
const BYTES_MAX = 3_000_000
/** What every browser can show or play, and nothing that carries a script (SVG does). */
const TYPES = new Set([
  ...['image/png', 'image/jpeg', 'image/webp', 'image/gif'],
  ...['audio/mpeg', 'audio/ogg', 'audio/wav', 'audio/x-m4a', 'audio/mp4', 'audio/webm', 'video/webm'],
])

export type SavedMedia = { readonly id: string; readonly kind: 'image' | 'sound' }
export type Media = { readonly type: string; readonly bytes: Buffer }

/** The bytes that a request carries. Throws `too-large`, `cannot-use`. */
export const receiveMedia = async (request: Request): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > BYTES_MAX) throw new Refusal('too-large', t('list.mediaTooLarge'))
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The type of a picture or a sound by its own bytes, whatever it is called; null where it is neither. */
const typeOf = async (bytes: Buffer): Promise<string | null> => {
  const mime = (await fileTypeFromBuffer(bytes))?.mime.split(';')[0]
  return mime && TYPES.has(mime) ? mime : null
}

/** Keeps a picture or a sound of the viewer's; the same again is the same. Throws `cannot-use`, `no-room`. */
export const saveMedia = async (viewer: Viewer, bytes: Buffer): Promise<SavedMedia> => {
  authorise(viewer, 'change', { kind: 'learning', userId: viewer.userId })
  const type = await typeOf(bytes)
  if (type === null) throw new Refusal('cannot-use', t('list.mediaKind'))
  const [ownerId, id] = [viewer.userId, hashOf(bytes)]
  await transaction(async (tx) => {
    const known = await tx.media.findUnique({ where: { ownerId_id: { ownerId, id } }, select: { id: true } })
    if (known) return
    await requireRoom(ownerId, bytes.length, 0, tx)
    await tx.media.create({ data: { ownerId, id, type, data: bytes.toString('base64') } })
  })
  return { id, kind: type.startsWith('image/') ? 'image' : 'sound' }
}

/**
 * A picture or a sound by its hash. Only who has the file, or a set that shows it, can name that, so that whoever is signed in and
 * names it may have it. Throws `not-found`.
 */
export const readMedia = async (viewer: Viewer, id: string): Promise<Media> => {
  authorise(viewer, 'read', { kind: 'learning', userId: viewer.userId })
  const row = await db().media.findFirst({ where: { id }, select: { type: true, data: true } })
  if (!row) throw new Refusal('not-found')
  return { type: row.type, bytes: Buffer.from(row.data, 'base64') }
}

/** Whether all of some hashes are media of this person's. */
export const hasMedia = async (tx: Tx, ownerId: string, ids: readonly string[]): Promise<boolean> => {
  const wanted = [...new Set(ids)]
  const found = await tx.media.findMany({ where: { ownerId, id: { in: wanted } }, select: { id: true } })
  return found.length === wanted.length
}

/** Lets go what an archive brought that is not what it says it is. */
export const dropFalseMedia = async (tx: Tx, ownerId: string): Promise<void> => {
  for (const { id } of await tx.media.findMany({ where: { ownerId }, select: { id: true } })) {
    const row = await tx.media.findUniqueOrThrow({ where: { ownerId_id: { ownerId, id } } })
    const bytes = Buffer.from(row.data, 'base64')
    const good = bytes.length <= BYTES_MAX && hashOf(bytes) === id && (await typeOf(bytes)) === row.type
    if (!good) await tx.media.delete({ where: { ownerId_id: { ownerId, id } } })
  }
}
