import { fetchJson, postJson } from './wire.ts'

/** `not`: this browser, or this address, cannot be told anything. */
export type Reminded = { state: 'not' | 'off' | 'denied' } | { state: 'on'; hour: number }

const HOUR = 'footnote.remindAt'
const PATH = '/api/push'

const registered = async (): Promise<ServiceWorkerRegistration | null> => {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return null
  return (await navigator.serviceWorker.getRegistration('/')) ?? null
}

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}

/** Whether this browser is told once a day that something is due. */
export const remindedHere = async (): Promise<Reminded> => {
  const registration = await registered().catch(() => null)
  if (!registration) return { state: 'not' }
  if (Notification.permission === 'denied') return { state: 'denied' }
  const subscription = await registration.pushManager.getSubscription().catch(() => null)
  if (!subscription) return { state: 'off' }
  return { state: 'on', hour: Number(localStorage.getItem(HOUR) ?? 18) }
}

/** The one that is there, unless it was made for other keys: that one takes nothing from this server. */
const subscriptionFor = async (
  { pushManager }: ServiceWorkerRegistration,
  key: Uint8Array<ArrayBuffer>,
): Promise<PushSubscription> => {
  const known = await pushManager.getSubscription()
  const its = new Uint8Array(known?.options.applicationServerKey ?? new ArrayBuffer(0))
  if (known && its.length === key.length && its.every((byte, i) => byte === key[i])) return known
  await known?.unsubscribe()
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

/** Asks the browser, then has the server tell it from that local hour on. Asking again changes the hour. */
export const askToRemind = async (hour: number, language: string): Promise<Reminded> => {
  const registration = await registered().catch(() => null)
  if (!registration) return { state: 'not' }
  if ((await Notification.requestPermission()) !== 'granted') return { state: 'denied' }
  try {
    const { key } = (await fetchJson(PATH)) as { key: string }
    const subscription = await subscriptionFor(registration, bytesOf(key))
    const { endpoint, keys } = subscription.toJSON()
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    await postJson(PATH, { endpoint, keys, hour, timeZone, language })
    localStorage.setItem(HOUR, String(hour))
    return { state: 'on', hour }
  } catch {
    return { state: 'off' }
  }
}

/** Tells this browser no more; where the server cannot be reached, its messages find nobody. */
export const stopReminding = async (): Promise<Reminded> => {
  const subscription = await (await registered())?.pushManager.getSubscription()
  if (!subscription) return remindedHere()
  const { endpoint } = subscription
  await subscription.unsubscribe()
  const init = { method: 'DELETE', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ endpoint }) }
  await fetchJson(PATH, init).catch(() => undefined)
  return { state: 'off' }
}
