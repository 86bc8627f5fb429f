/** The first four groups of an IPv6 address: what one household or school is given, so that it counts as one; of this machine, all. */
const networkOf = (address: string): string => {
  if (address === '::1') return address
  const [head = '', tail = ''] = address.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === '' ? [] : tail.split(':')
  const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0') : []
  return [...first, ...zeros, ...last].slice(0, 4).join(':')
}

/**
 * Where a request came from, for counting tries: an IPv4 address or an IPv6 network. Reads the last entry of
 * `x-forwarded-for`, which `arrival.ts` has set from the connection itself.
 */
export const addressOf = (headers: Headers): string => {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim().toLowerCase() ?? ''
  const plain = last.replace(/^::ffff:(?=\d+\.)/, '').split('%')[0] ?? ''
  if (plain === '') return 'unknown'
  return plain.includes(':') ? networkOf(plain) : plain
}

/** From where someone knocks, and with which browser. */
export type Caller = { readonly address: string; readonly userAgent: string | null }

export const callerOf = (headers: Headers): Caller => ({
  address: addressOf(headers),
  userAgent: headers.get('user-agent'),
})
