import { lookup as resolve } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Refusal } from './errors.ts'
import { isPublicAddress } from './public-address.ts'
import { t } from './words.ts'

const ADDRESS_MAX = 2_000

/** What tests put in the place of the open internet. */
export type Net = {
  readonly isOpen: (address: string) => boolean
  readonly ports: readonly string[]
  readonly ca?: string
  readonly withinMs?: number
}
export const INTERNET: Net = { isOpen: isPublicAddress, ports: [''] }

/**
 * Looks a name up and lets the connection have the addresses that were looked at, so that the name cannot mean another one by
 * the time it is connected to.
 */
export const lookupIn =
  (net: Net): LookupFunction =>
  (host, options, done) =>
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0)
      if (found.length === 0 || !found.every(({ address }) => net.isOpen(address)))
        return done(Object.assign(new Error('closed'), { code: 'CLOSED' }), '', 0)
      const [first] = found
      if (options.all) done(null, found)
      else done(null, first?.address ?? '', first?.family ?? 0)
    })

const refuse = (words: string) => new Refusal('cannot-use', words)

/** An address that may be asked: https, no name and password, no port of its own, not of a closed network. Throws `cannot-use`. */
export const checkedAddress = (given: string, net: Net): URL => {
  const url = URL.canParse(given) && given.length <= ADDRESS_MAX ? new URL(given) : null
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') throw refuse(t('imports.noAddress'))
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!net.ports.includes(url.port) || (isIP(host) !== 0 && !net.isOpen(host))) throw refuse(t('imports.closedAddress'))
  return url
}
