import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import type { Served } from '../lib/testing/served.ts'

const run = promisify(execFile)
const ADMIN = fileURLToPath(new URL('../lib/tools/admin.ts', import.meta.url))
const TSX = fileURLToPath(new URL('../node_modules/tsx/dist/cli.mjs', import.meta.url))

/** `npm run admin` beside a server; resolves with what it prints. */
export const adminOf =
  ({ dataFolder, url }: Served) =>
  async (...args: string[]): Promise<string> => {
    const { stdout } = await run(process.execPath, [TSX, '--conditions=react-server', ADMIN, ...args], {
      env: { ...process.env, FOOTNOTE_DATA: dataFolder, FOOTNOTE_URL: url },
    })
    return stdout.trim()
  }

/** Makes someone with an account an operator, as the link that the server prints does. */
export const appoint = (dataFolder: string, email: string): void => {
  const database = new Database(join(dataFolder, 'footnote.db'), { timeout: 5_000 })
  try {
    const { changes } = database.prepare(`UPDATE "User" SET "role" = 'operator' WHERE "email" = ?`).run(email)
    if (changes !== 1) throw new Error(`Nobody has the e-mail ${email}`)
  } finally {
    database.close()
  }
}
