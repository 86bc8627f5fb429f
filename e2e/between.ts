import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What stands between a phone and the server, and what goes wrong there. */
export type Between = {
  url: string
  /**
   * What becomes of an exchange. `lost`: the server takes it in, and its answer never arrives. `gateway`: 502 from a proxy,
   * in HTML. `stalled`: taken in by nobody, and never answered.
   */
  exchange: 'through' | 'lost' | 'gateway' | 'stalled'
  /** Exchanges that brought entries, by their number, whatever became of them. */
  posted: number[]
  /** The service worker as it is served. */
  worker: (script: string) => string
  close: () => Promise<void>
}

const bodyOf = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A plain proxy before the app, which does with exchanges and with the worker as it is told. */
export const between = async (appUrl: string): Promise<Between> => {
  const app = new URL(appUrl)
  const state: Between = {
    ...{ url: '', exchange: 'through', posted: [], worker: (script) => script, close: async () => {} },
  }
  const server = createServer(async (incoming, outgoing) => {
    const isExchange = incoming.url === '/api/sync' && incoming.method === 'POST'
    const body = await bodyOf(incoming)
    const { exchange } = state
    if (isExchange) {
      const entries = JSON.parse(body.toString()).entries.length
      if (entries > 0) state.posted.push(entries)
      if (exchange === 'stalled') return
      if (exchange === 'gateway')
        return void outgoing.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>')
    }
    const onward = request(
      {
        port: app.port,
        host: '127.0.0.1',
        method: incoming.method,
        path: incoming.url,
        headers: { ...incoming.headers, 'accept-encoding': 'identity' },
      },
      async (answer) => {
        const given = await bodyOf(answer)
        if (isExchange && exchange === 'lost') return void outgoing.destroy()
        const { 'content-length': _, 'transfer-encoding': __, ...headers } = answer.headers
        outgoing.writeHead(answer.statusCode ?? 502, headers)
        outgoing.end(incoming.url === '/sw.js' ? state.worker(given.toString()) : given)
      },
    )
    onward.on('error', () => outgoing.destroy())
    onward.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  state.url = `http://localhost:${(server.address() as AddressInfo).port}`
  state.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return state
}
