import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'

/** A server that is just being stopped, or was killed, is gone within this. */
const WAIT_MS = 3_000
const ASK_AGAIN_MS = 100

/** The lock of a data folder, held; null where another process holds it. */
const tryLock = (folder) => {
  const lock = new Database(join(folder, 'server.lock'), { timeout: 0 })
  try {
    // Nothing is ever written: the lock is the operating system's, and ends with its process however that ends.
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (error.code === 'SQLITE_BUSY') return null
    throw error
  }
}

/**
 * Takes a data folder for this process: SQLite is written by one server, which alone wakes its open pages. Tools beside it are
 * free to work. Null where another server has it and keeps it.
 * @param {string} folder
 * @returns {Promise<{ close(): void } | null>}
 */
export const takeFolder = async (folder) => {
  for (const deadline = Date.now() + WAIT_MS; ; await sleep(ASK_AGAIN_MS)) {
    const lock = tryLock(folder)
    if (lock !== null || Date.now() > deadline) return lock
  }
}

/**
 * What is said where another server has the folder.
 * @param {string} folder
 */
export const takenLine = (folder) =>
  `Another Footnote is serving the data folder ${folder}. Stop that one, or give this one a folder of its own: FOOTNOTE_DATA=… npm start`
