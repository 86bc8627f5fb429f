import { faultOf, toldIn, WireError } from './wire.ts'

/** What came back from an archive: see `/api/restore`. */
export type CameBack = {
  readonly answers: number
  readonly texts: number
  readonly sets: number
  readonly missing: number
}

const bodyIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Sends an archive to be put back. `onSent` hears the share that has gone out, 0–1: `fetch` could not tell that, so this is
 * the one place that does without it. Throws `WireError`.
 */
export const sendArchive = (file: Blob, onSent: (share: number) => void): Promise<CameBack> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/restore')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0))
    request.upload.addEventListener('load', () => onSent(1))
    request.addEventListener('error', () => reject(new WireError('offline', 0, 'No connection')))
    request.addEventListener('load', () => {
      const body = bodyIn(request.responseText)
      const { status } = request
      if (status === 200 && body !== null) resolve(body as CameBack)
      else
        reject(
          new WireError(
            faultOf(status),
            status,
            toldIn(body, 'message') ?? `The server answered ${status}`,
            toldIn(body, 'code'),
          ),
        )
    })
    request.send(file)
  })
