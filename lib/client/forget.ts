/** How long a page that still uses a store has to give way: leaving this page earlier would drop the deletion. */
const PATIENCE_MS = 3000

/** Deletes what this device holds of a learner. A page still using it gives way; where none does, the rest is the browser's. */
export const forgetLearner = (userId: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(`footnote-${userId}`)
    const done = () => resolve()
    request.addEventListener('success', done)
    request.addEventListener('error', done)
    request.addEventListener('blocked', () => setTimeout(done, PATIENCE_MS))
  })

/** What belongs to a device and not to who used it. */
const OF_THE_DEVICE = ['footnote.theme']

const clear = (storage: Storage): void => {
  for (const key of Object.keys(storage))
    if (key.startsWith('footnote.') && !OF_THE_DEVICE.includes(key)) storage.removeItem(key)
}

/** After an account was deleted: its store, its unfinished session, what was typed and not sent. */
export const forgetEverything = async (userId: string | null): Promise<void> => {
  clear(localStorage)
  clear(sessionStorage)
  if (userId !== null) await forgetLearner(userId)
}
