const running = new Map<string, Promise<unknown>>()

/**
 * Runs one piece of work at a time under a name: across tabs where the browser has locks (HTTPS or localhost only), else
 * within this tab, where the server's insert-or-ignore keeps two tabs from counting anything twice.
 */
export const exclusively = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const locks: LockManager | undefined = globalThis.navigator?.locks
  if (locks) return locks.request(name, work)
  const before = running.get(name) ?? Promise.resolve()
  const mine = before.then(work, work)
  running.set(name, mine)
  try {
    return await mine
  } finally {
    if (running.get(name) === mine) running.delete(name)
  }
}
