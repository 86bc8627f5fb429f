export type Tabs = { tell(): void; close(): void }

const SILENT: Tabs = { tell: () => {}, close: () => {} }

/** Lets the tabs of one learner tell each other that the store has changed. */
export const openTabs = (userId: string, heard: () => void): Tabs => {
  if (typeof BroadcastChannel !== 'function') return SILENT
  const channel = new BroadcastChannel(`footnote-${userId}`)
  channel.onmessage = heard
  return { tell: () => channel.postMessage('changed'), close: () => channel.close() }
}
