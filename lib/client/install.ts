/** What Chromium hands over when the app could be installed. */
type InstallEvent = Event & { prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }> }

const ASKED = 'footnote.installAsked'
/** Who said no is not asked again for so long. */
const QUIET_MS = 60 * 86_400_000

let offered: InstallEvent | null = null
let listening = false
const listeners = new Set<() => void>()

const tell = (): void => {
  for (const listener of listeners) listener()
}

const isQuiet = (): boolean => Date.now() - Number(localStorage.getItem(ASKED) ?? 0) < QUIET_MS

/** Calls back when it becomes possible to install the app, or is not any more. The first caller keeps the browser from asking. */
export const onInstallChange = (listener: () => void): (() => void) => {
  listeners.add(listener)
  if (!listening) {
    listening = true
    addEventListener('beforeinstallprompt', (event) => {
      // Before the first session nobody knows yet what it would be for.
      event.preventDefault()
      offered = event as InstallEvent
      tell()
    })
    addEventListener('appinstalled', () => {
      offered = null
      tell()
    })
  }
  return () => listeners.delete(listener)
}

/** Whether the app can be installed here and its learner has not said no of late. */
export const canInstall = (): boolean => offered !== null && !isQuiet()

/** Asks by the browser's own dialogue; whatever is said, it is not asked again for two months. */
export const install = async (): Promise<void> => {
  const event = offered
  offered = null
  localStorage.setItem(ASKED, String(Date.now()))
  tell()
  await event?.prompt()
}

/** Shows on the app's icon how much is due, where a browser can. */
export const showBadge = (due: number): void => {
  const badge = navigator as Navigator & { setAppBadge?(n: number): Promise<void>; clearAppBadge?(): Promise<void> }
  const work = due > 0 ? badge.setAppBadge?.(due) : badge.clearAppBadge?.()
  work?.catch(() => {})
}
