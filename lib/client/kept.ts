/** For how long a browser keeps what is on the device without being used: WebKit a week, unless the app is installed. */
const DAYS = 14
const DAYS_WEBKIT = 7

/** How much is on this device, and for how many days it can be relied on. */
export type Kept = { readonly bytes: number; readonly days: number }

/** Null where the browser does not say. */
export const keptOnDevice = async (): Promise<Kept | null> => {
  if (!navigator.storage?.estimate) return null
  const { usage = 0 } = await navigator.storage.estimate()
  const persisted = (await navigator.storage.persisted?.()) ?? false
  const installed = matchMedia('(display-mode: standalone)').matches
  const isWebKit = 'GestureEvent' in globalThis
  return { bytes: usage, days: isWebKit && !persisted && !installed ? DAYS_WEBKIT : DAYS }
}
