import { Agent, createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { makeEnding } from './ending.ts'

const asked = (port: number, agent: Agent): Promise<string | undefined> =>
  new Promise((done, failed) => {
    get({ port, agent }, (response) => {
      response.resume()
      response.on('end', () => done(response.headers.connection))
    }).on('error', failed)
  })

// Node ends connections that rest when a server closes, and no others: a page that asked again and again kept it for minutes.
it('ends the connection of a page that goes on asking', async () => {
  const end = makeEnding()
  const server = createServer((_request, response) => setTimeout(() => response.end('here'), 20))
  await new Promise<void>((up) => server.listen(0, up))
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    expect(await asked(port, agent)).toBe('keep-alive')
    const underWay = asked(port, agent)
    const next = asked(port, agent)
    const closed = new Promise<void>((done) => setTimeout(() => server.close(() => done()), 5))
    setTimeout(end, 5)
    expect(await underWay).toBe('keep-alive')
    expect(await next).toBe('close')
    await closed
  } finally {
    agent.destroy()
  }
})
