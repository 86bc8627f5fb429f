/** Deletes what this device holds of a learner. A page still using it gives way; where none does, the rest is the browser's. */
export const forgetLearner = (userId: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(`footnote-${userId}`)
    const done = () => resolve()
    request.addEventListener('success', done)
    request.addEventListener('error', done)
    request.addEventListener('blocked', done)
  })
