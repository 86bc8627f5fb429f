import { hostname, networkInterfaces } from 'node:os'
import { isSecure, listedHosts, publicUrl } from './env.ts'
import { Refusal } from './errors.ts'
import { t } from './words.ts'

/**
 * Where a request arrived. `origin` has no trailing slash. `secure`: reached by https. `trustworthy`: that, or on this very
 * machine, where browsers allow the same.
 */
export type Site = {
  readonly origin: string
  readonly host: string
  readonly secure: boolean
  readonly trustworthy: boolean
}

const OWN_NAMES_FOR_MS = 30_000
let ownNames: { readonly names: ReadonlySet<string>; readonly until: number } | null = null

const bracketed = (address: string): string => (address.includes(':') ? `[${address.split('%')[0]}]` : address)

/** The names and addresses of this machine, looked up again every half minute: a laptop changes networks. */
const ownMachine = (): ReadonlySet<string> => {
  const now = Date.now()
  if (ownNames === null || ownNames.until < now) {
    const addresses = Object.values(networkInterfaces()).flatMap((all) =>
      (all ?? []).map(({ address }) => bracketed(address)),
    )
    const name = hostname().toLowerCase()
    ownNames = {
      names: new Set([name, `${name}.local`, ...addresses]),
      until: now + OWN_NAMES_FOR_MS,
    }
  }
  return ownNames.names
}

const isLoopback = (name: string): boolean =>
  name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name)

/** Whether we answer to a host, written as in the Host header, in lower case. */
const answersTo = ({ host, hostname: name }: URL): boolean => {
  const listed = listedHosts()
  const site = publicUrl()
  return (
    site?.host === host || listed.includes(host) || listed.includes(name) || isLoopback(name) || ownMachine().has(name)
  )
}

/** The Host header as a URL; null for anything that is more, or less, than a name with a port. */
const parseHost = (host: string): URL | null => {
  if (!/^[a-z0-9.:[\]_-]+$/i.test(host)) return null
  const url = URL.parse(`http://${host}`)
  return url !== null && url.pathname === '/' ? url : null
}

/**
 * Where a request arrived, by `FOOTNOTE_URL`, else by its own Host header. A host that is neither this machine nor listed is
 * refused: an address made from it would lead wherever the sender likes. Forwarded headers are not looked at.
 */
export const siteOf = (headers: Headers): Site => {
  const given = headers.get('host')
  if (given === null) throw new Refusal('bad-request', t('errors.noHost'))
  const host = parseHost(given)
  if (host === null || !answersTo(host))
    throw new Refusal('wrong-host', t('errors.wrongHost', { host: given.slice(0, 80) }))
  const secure = isSecure()
  const trustworthy = secure || isLoopback(host.hostname)
  const origin = publicUrl()?.origin ?? `${secure ? 'https' : 'http'}://${host.host}`
  return { origin, host: host.host, secure, trustworthy }
}

/** Refuses a write that another site's page could have sent (its Origin is neither ours nor the host it was sent to). */
export const requireSameOrigin = (headers: Headers): void => {
  const { origin, host } = siteOf(headers)
  const from = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const same = from !== null && (from === origin || from === `http://${host}`)
  if (!same || (site !== null && site !== 'same-origin')) throw new Refusal('wrong-origin')
}
