import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { TEST_TLS } from './served.ts'

/** The headers that README's recipe for nginx sets, as nginx writes them: name → value with its variables. */
const recipeHeaders = (): Record<string, string> => {
  const recipe =
    /```nginx\n([\s\S]*?)```/.exec(readFileSync(new URL('../../README.md', import.meta.url), 'utf8'))?.[1] ?? ''
  const found = [...recipe.matchAll(/proxy_set_header\s+(\S+)\s+(\S+);/g)]
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name.toLowerCase(), value]))
}

/**
 * An HTTPS proxy before the app that does with headers what README's recipe tells nginx to do, and nothing else: a recipe
 * that lacks a header fails here as it would there. Returns its port and how to end it.
 */
export const proxyTo = async (port: () => number): Promise<{ port: number; close: () => void }> => {
  const set = recipeHeaders()
  const server = createServer(
    { cert: readFileSync(TEST_TLS.FOOTNOTE_TLS_CERT), key: readFileSync(TEST_TLS.FOOTNOTE_TLS_KEY) },
    (incoming, outgoing) => {
      const peer = incoming.socket.remoteAddress ?? ''
      const forwarded = [incoming.headers['x-forwarded-for'], peer].flat().filter(Boolean).join(', ')
      const values: Record<string, string> = {
        $http_host: incoming.headers.host ?? '',
        $host: incoming.headers.host?.split(':')[0] ?? '',
        $proxy_add_x_forwarded_for: forwarded,
        $scheme: 'https',
      }
      const headers = Object.fromEntries(Object.entries(set).map(([name, value]) => [name, values[value] ?? value]))
      const onward = request(
        {
          port: port(),
          host: '127.0.0.1',
          method: incoming.method,
          path: incoming.url,
          headers: { ...incoming.headers, host: `127.0.0.1:${port()}`, connection: 'close', ...headers },
        },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(outgoing)
        },
      )
      onward.on('error', () => outgoing.destroy())
      incoming.pipe(onward)
    },
  )
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}
