import { existsSync, readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { createSecureContext } from 'node:tls'
import { giveUp, say } from './say.mjs'

/** Bridges to containers and virtual machines: no phone is on them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|zt)/

/**
 * The certificate and key to serve with, as file names; null for plain HTTP. One line and an exit where only one is named,
 * or where they cannot be used.
 * @returns {{ cert: string, key: string } | null}
 */
export const tlsFiles = () => {
  const { FOOTNOTE_TLS_CERT: cert, FOOTNOTE_TLS_KEY: key } = process.env
  if (!cert && !key) return null
  if (!cert || !key) giveUp('FOOTNOTE_TLS_CERT and FOOTNOTE_TLS_KEY belong together; only one of them is set.')
  for (const [name, path] of Object.entries({ FOOTNOTE_TLS_CERT: cert, FOOTNOTE_TLS_KEY: key }))
    if (!existsSync(path)) giveUp(`${name} names ${path}, which is not there.`)
  try {
    createSecureContext({ cert: readFileSync(cert), key: readFileSync(key) })
  } catch (error) {
    giveUp(`FOOTNOTE_TLS_CERT and FOOTNOTE_TLS_KEY cannot be used together: ${error.message}`)
  }
  return { cert, key }
}

/** The public address, one line and an exit where `FOOTNOTE_URL` is none. */
export const publicAddress = () => {
  const given = process.env.FOOTNOTE_URL
  if (!given) return null
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/')
    giveUp(`FOOTNOTE_URL is "${given}"; it must be an address such as https://footnote.example.`)
  return url.origin
}

/**
 * Where others on the network reach this machine, likeliest first.
 * @param {string} scheme
 * @param {number} port
 * @param {ReturnType<typeof networkInterfaces>} [interfaces]
 */
export const networkAddresses = (scheme, port, interfaces = networkInterfaces()) =>
  Object.entries(interfaces)
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
    .map(({ address }) => `${scheme}://${address}:${port}`)

/**
 * Prints where the app is: for a phone as a code to point its camera at, for this machine last.
 * @param {string} own
 * @param {number} port
 */
export const tellAddresses = async (own, port) => {
  const open = publicAddress()
  const scheme = new URL(own).protocol.slice(0, -1)
  const others = open ? [open] : networkAddresses(scheme, port)
  const [first] = others
  if (first) {
    const { renderUnicodeCompact } = await import('uqr')
    console.log(`\n${renderUnicodeCompact(first, { border: 2 })}\n`)
    say(`On a phone${open ? '' : ' in this network'}: ${others.join(' or ')}`)
  }
  if (!(open ?? own).startsWith('https:'))
    say('Installing Footnote on a phone and studying without signal need HTTPS: see "Reaching it" in README.md.')
  say(`Footnote is at ${own}`)
}
