import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'

/**
 * A server that is told to stop takes no new connections, but goes on answering on those that are open: a page that asks every few
 * seconds would keep it for ever. What this returns has each connection end with its next answer.
 */
export const makeEnding = (): (() => void) => {
  let ends = false
  subscribe('http.server.request.start', (message) => {
    if (ends) (message as { response: ServerResponse }).response.shouldKeepAlive = false
  })
  return () => {
    ends = true
  }
}

/** Lets this process end when it is told to, with what else keeps it. Called when it starts. */
export const endWhenTold = (others: readonly (() => void)[]): void => {
  const endings = [makeEnding(), ...others]
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => {
      for (const end of endings) end()
    })
}
