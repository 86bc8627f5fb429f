/** A body larger than allowed. */
class TooLarge extends Error {}

const readCapped = async (body: ReadableStream<Uint8Array>, bytesMax: number): Promise<Uint8Array[]> => {
  const parts: Uint8Array[] = []
  let bytes = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return parts
    bytes += value.byteLength
    if (bytes > bytesMax) {
      await reader.cancel()
      throw new TooLarge(`The answer is longer than ${bytesMax} bytes`)
    }
    parts.push(value)
  }
}

/**
 * A fetch that follows no redirect and settles when the whole body is there, at most `bytesMax` of it. Whoever sets a time limit
 * on it thereby limits the body too, which clients that wait for the headers only do not.
 */
export const cappedFetch =
  (bytesMax: number): typeof fetch =>
  async (url, init) => {
    const response = await fetch(url, { ...init, redirect: 'error' })
    const parts = response.body ? await readCapped(response.body, bytesMax) : []
    const { status, statusText } = response
    const headers = new Headers(response.headers)
    // What was read is unpacked already.
    for (const name of ['content-encoding', 'content-length']) headers.delete(name)
    return new Response(status === 204 || status === 304 ? null : new Blob(parts as BlobPart[]), {
      status,
      statusText,
      headers,
    })
  }
