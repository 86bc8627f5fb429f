const LOOK_EVERY_MS = 500

/**
 * Calls `stop` when the npm that runs this script is gone. npm hands a signal to a shell that ends without passing it on, so
 * `kill` on `npm start` would leave a server behind that nobody sees and that holds the port.
 * @param {() => void} stop
 */
export const stopWithNpm = (stop) => {
  if (!process.env.npm_lifecycle_event) return
  const { ppid } = process
  const looking = setInterval(() => {
    if (process.ppid === ppid) return
    clearInterval(looking)
    stop()
  }, LOOK_EVERY_MS)
  looking.unref()
}
