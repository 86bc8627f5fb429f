import 'server-only'
import type { IncomingMessage } from 'node:http'
import { get } from 'node:https'
import { Refusal } from './errors.ts'
import { checkedAddress, INTERNET, lookupIn, type Net } from './open-net.ts'
import { t } from './words.ts'

const BYTES_MAX = 5_000_000
const REDIRECTS_MAX = 5
/** All of it, from the first name looked up to the last byte. */
const WITHIN_MS = 20_000

export type FetchedPage = {
  /** Where it was found in the end. */
  readonly address: string
  readonly text: string
  readonly format: 'html' | 'text' | 'markdown'
}

const FORMATS: Readonly<Record<string, FetchedPage['format']>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'text',
  'text/markdown': 'markdown',
}

const refuse = (words: string) => new Refusal('cannot-use', words)

const ask = (url: URL, net: Net, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = get(
      url,
      {
        signal,
        lookup: lookupIn(net),
        // No pool: each address is looked at anew.
        agent: false,
        headers: {
          accept: 'text/html, text/plain, text/markdown',
          'user-agent': 'Footnote',
          'accept-encoding': 'identity',
        },
        ...(net.ca ? { ca: net.ca } : {}),
      },
      resolve,
    )
    request.on('error', reject)
  })

const bodyOf = async (response: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response) {
    length += (chunk as Buffer).length
    if (length > BYTES_MAX) {
      response.destroy()
      throw refuse(t('imports.longPage'))
    }
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

const decoderFor = (type: string): TextDecoder => {
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder()
  }
}

const read = async (response: IncomingMessage, address: string): Promise<FetchedPage> => {
  const type = response.headers['content-type'] ?? ''
  const format = FORMATS[type.split(';')[0]?.trim().toLowerCase() ?? '']
  if (response.statusCode !== 200 || !format) {
    response.destroy()
    throw response.statusCode === 200
      ? refuse(t('imports.noPage'))
      : refuse(t('imports.notThere', { status: response.statusCode ?? 0 }))
  }
  return { address, format, text: decoderFor(type).decode(await bodyOf(response)) }
}

const follow = async (given: string, net: Net, signal: AbortSignal, left = REDIRECTS_MAX): Promise<FetchedPage> => {
  const url = checkedAddress(given, net)
  const response = await ask(url, net, signal)
  const { location } = response.headers
  if (!location || !/^30[12378]$/.test(String(response.statusCode))) return read(response, url.href)
  response.destroy()
  if (left === 0 || !URL.canParse(location, url)) throw refuse(t('imports.noPage'))
  return follow(new URL(location, url).href, net, signal, left - 1)
}

/**
 * The text of a page on the open internet. Throws `cannot-use` in words that say what to do: where it is no https address, leads
 * to a closed network (also by a redirect or by its name), is no text, is too long, or does not answer in time.
 */
export const fetchPage = async (address: string, net: Net = INTERNET): Promise<FetchedPage> => {
  const signal = AbortSignal.timeout(net.withinMs ?? WITHIN_MS)
  try {
    return await follow(address, net, signal)
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown
    if (signal.aborted) throw refuse(t('imports.slowPage'))
    throw refuse((thrown as { code?: unknown }).code === 'CLOSED' ? t('imports.closedAddress') : t('imports.unreached'))
  }
}
