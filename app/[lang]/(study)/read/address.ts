'use client'
import { useSyncExternalStore } from 'react'

/** What a reader's address asks for: `/read?set=…&doc=…#fN`. */
export type Address = { set: string | null; doc: string | null; fact: number | null }

const CHANGED = 'footnote:address'
const onChange = (listener: () => void): (() => void) => {
  for (const type of ['hashchange', 'popstate', CHANGED]) addEventListener(type, listener)
  return () => {
    for (const type of ['hashchange', 'popstate', CHANGED]) removeEventListener(type, listener)
  }
}

export const parseAddress = (search: string, hash: string): Address => {
  const query = new URLSearchParams(search)
  const [, number] = /^#f(\d+)$/.exec(hash) ?? []
  return { set: query.get('set'), doc: query.get('doc'), fact: number ? Number(number) : null }
}

/** The address as it stands; null while prerendering. */
export const useAddress = (): Address | null => {
  const written = useSyncExternalStore(
    onChange,
    () => `${location.search}${location.hash}`,
    () => null,
  )
  if (written === null) return null
  const at = written.indexOf('#')
  return at < 0 ? parseAddress(written, '') : parseAddress(written.slice(0, at), written.slice(at))
}

/** Takes a fact in hand (null: none) without leaving a step in the history and without a jump of the page. */
export const setFact = (fact: number | null): void => {
  history.replaceState(history.state, '', `${location.pathname}${location.search}${fact === null ? '' : `#f${fact}`}`)
  dispatchEvent(new Event(CHANGED))
}
