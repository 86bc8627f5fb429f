import 'server-only'
import { randomBytes } from 'node:crypto'
import { mkdir, open, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFolder } from '../env.ts'
import { Refusal } from '../errors.ts'
import { t } from '../words.ts'

/** An archive of a hundred thousand answers has some twenty megabytes; texts are limited to a few hundred. */
const ARCHIVE_BYTES_MAX = 256_000_000

/** A file that has no name any more: it is gone when it is closed, or when its process ends. */
export type Incoming = Awaited<ReturnType<typeof open>>

const nameless = async (): Promise<Incoming> => {
  const folder = join(dataFolder(), 'incoming')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, randomBytes(12).toString('hex'))
  const file = await open(path, 'wx+', 0o600)
  await unlink(path)
  return file
}

/** Refuses what is said to be too large before it is sent, and what ended before it was all here. */
const lengthOf = (request: Request): number | null => {
  const said = request.headers.get('content-length')
  if (said === null) return null
  if (Number(said) > ARCHIVE_BYTES_MAX) throw new Refusal('too-large', t('mydata.tooLarge'))
  return Number(said)
}

/** The body on disk, as it came; close it after use. Throws `too-large`, `cannot-use` where it broke off. */
export const receive = async (request: Request): Promise<Incoming> => {
  const expected = lengthOf(request)
  const file = await nameless()
  let size = 0
  try {
    for await (const part of request.body ?? []) {
      size += part.byteLength
      if (size > ARCHIVE_BYTES_MAX) throw new Refusal('too-large', t('mydata.tooLarge'))
      await file.writeFile(part)
    }
    if (size === 0 || (expected !== null && expected !== size)) throw new Refusal('cannot-use', t('mydata.broken'))
    return file
  } catch (thrown) {
    await file.close()
    throw thrown
  }
}
