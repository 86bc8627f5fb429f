import { readFileSync, watchFile } from 'node:fs'
import { createServer } from 'node:https'
import next from 'next'
import { ROOT } from './setup/run.mjs'

// `next start` speaks plain HTTP only. Run by start.mjs, with the files already known to fit each other.
const CERTIFICATE_LOOKED_AT_MS = 60_000
const { FOOTNOTE_TLS_CERT, FOOTNOTE_TLS_KEY, PORT } = process.env

const certificate = () => ({ cert: readFileSync(FOOTNOTE_TLS_CERT), key: readFileSync(FOOTNOTE_TLS_KEY) })

const app = next({ dev: false, dir: ROOT, port: Number(PORT) })
await app.prepare()
const server = createServer(certificate(), app.getRequestHandler())

/** A certificate lasts weeks and a server longer. Half of a new pair does not fit: the next look finds both. */
const renew = () => {
  try {
    server.setSecureContext(certificate())
  } catch (error) {
    console.error(`The new certificate is not in use yet: ${error.message}`)
  }
}
for (const file of [FOOTNOTE_TLS_CERT, FOOTNOTE_TLS_KEY]) watchFile(file, { interval: CERTIFICATE_LOOKED_AT_MS }, renew)

server.listen(Number(PORT))
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    server.close(() => process.exit(0))
    server.closeIdleConnections()
  })
