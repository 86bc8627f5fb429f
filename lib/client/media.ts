import { fetchJson } from './wire.ts'

/** Wide enough for any phone; what is larger is shrunk before it is sent, which also drops where and when it was taken. */
const SIDE_MAX = 1_024
const QUALITY = 0.85
/** A moving picture would stand still. */
const LEFT_AS_IT_IS = 'image/gif'
const SENT_WITHIN_MS = 60_000

const shrunk = async (file: File): Promise<Blob> => {
  if (!file.type.startsWith('image/') || file.type === LEFT_AS_IT_IS) return file
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return file
  const scale = Math.min(1, SIDE_MAX / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const kind = file.type === 'image/png' ? 'image/png' : 'image/jpeg'
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), kind, QUALITY))
}

/** Sends a picture or a sound of one's own; its id is what a pair names it by. Throws `WireError`. */
export const sendMedia = async (file: File): Promise<{ id: string; kind: 'image' | 'sound' }> => {
  const body = await shrunk(file)
  const headers = { 'content-type': 'application/octet-stream' }
  const sent = await fetchJson('/api/media', { method: 'POST', headers, body }, SENT_WITHIN_MS)
  return sent as { id: string; kind: 'image' | 'sound' }
}
