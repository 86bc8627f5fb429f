import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'

/** `begin`: from now on every answer ends its connection. */
export type Ending = { begin: () => void }

/**
 * A server that is told to stop takes no new connections, but goes on answering on those that are open: a page that asks every few
 * seconds would keep it for ever. `begin` has each of them end with its next answer.
 */
export const makeEnding = (): Ending => {
  let ends = false
  subscribe('http.server.request.start', (message) => {
    if (ends) (message as { response: ServerResponse }).response.shouldKeepAlive = false
  })
  return {
    begin: () => {
      ends = true
    },
  }
}

/** Lets this process end when it is told to. Called when it starts. */
export const endWhenTold = (endings: readonly (() => void)[]): void => {
  const { begin } = makeEnding()
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => {
      begin()
      for (const end of endings) end()
    })
}
