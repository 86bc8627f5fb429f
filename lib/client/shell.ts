/** Whether the pages are on this device, and whether newer ones wait to take over. */
export type Shell = {
  /** `none`: this browser, or an address without HTTPS, keeps no pages. */
  readonly state: 'none' | 'loading' | 'ready'
  readonly waiting: boolean
}

const NONE: Shell = { state: 'none', waiting: false }
/** After the first question is on screen: keeping the pages is not to slow it. */
const AFTER_MS = 1_500
/** An app that stays open for days asks now and then. */
const LOOK_EVERY_MS = 3_600_000

let shell = NONE
let registration: ServiceWorkerRegistration | null = null
let begun = false
const listeners = new Set<() => void>()

const look = (): void => {
  if (!registration) return
  const { active, waiting } = registration
  const next: Shell = { state: active ? 'ready' : 'loading', waiting: waiting !== null && active !== null }
  if (next.state === shell.state && next.waiting === shell.waiting) return
  shell = next
  for (const listener of listeners) listener()
}

const register = async (): Promise<void> => {
  try {
    registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
  } catch {
    // A worker that will not install leaves the one before it in place; without one, study needs the network.
    return
  }
  const follow = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', look)
  follow(registration.installing)
  follow(registration.waiting)
  registration.addEventListener('updatefound', () => follow(registration?.installing ?? null))
  setInterval(() => void registration?.update().catch(() => {}), LOOK_EVERY_MS)
  look()
}

const begin = (): void => {
  if (begun || !('serviceWorker' in navigator)) return
  begun = true
  shell = { ...NONE, state: 'loading' }
  const soon = () => setTimeout(() => void register(), AFTER_MS)
  if (document.readyState === 'complete') soon()
  else addEventListener('load', soon, { once: true })
}

/** Calls back when that changes. The first caller has the pages kept. */
export const onShellChange = (listener: () => void): (() => void) => {
  listeners.add(listener)
  begin()
  return () => listeners.delete(listener)
}
export const shellNow = (): Shell => shell
export const shellAtBuild = (): Shell => NONE

/** Lets the newer pages take over, and shows them. Between sessions only: what is on screen is loaded anew. */
export const takeOver = (): void => {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  registration?.waiting?.postMessage('take-over')
}
