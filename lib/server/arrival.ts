import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { addressLimit, publicUrl, trustsProxy } from './env.ts'

const isNearby = (address: string): boolean =>
  /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address) || /^(::1$|f[cd])/i.test(address)

/**
 * Makes the forwarded headers of a request true, since Next believes whatever a client sends in them: the address is that of
 * the connection, or what a proxy beside us appended where `FOOTNOTE_TRUST_PROXY` says there is one. The host is our own URL's for a
 * request of one of its pages: Next compares that with Origin before a server action, and a proxy may call us otherwise.
 */
export const setArrival = (request: Pick<IncomingMessage, 'headers' | 'socket'>): void => {
  const { headers, socket } = request
  const peer = socket.remoteAddress ?? ''
  const site = publicUrl()
  const told = [headers['x-forwarded-for']].flat().join(',').split(',').at(-1)?.trim()
  headers['x-forwarded-for'] = trustsProxy() && isNearby(peer) && told ? told : peer
  delete headers['x-forwarded-host']
  delete headers['x-forwarded-proto']
  delete headers.forwarded
  if (site === null || headers.origin !== site.origin) return
  headers['x-forwarded-host'] = site.host
  headers['x-forwarded-proto'] = site.protocol.slice(0, -1)
}

const known = globalThis as { footnoteArrival?: true }

/** Does so for every request, before Next sees it. Called when the server starts; throws where a setting makes no sense. */
export const watchArrivals = (): void => {
  publicUrl()
  addressLimit(1)
  if (known.footnoteArrival) return
  known.footnoteArrival = true
  subscribe('http.server.request.start', (message) => setArrival((message as { request: IncomingMessage }).request))
}
