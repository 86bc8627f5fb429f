// A copy of everything while the server runs, and the way back: `npm run backup -- FILE`, `npm run restore -- FILE`.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { databasePlace } from '#lib/server/db.ts'
import { readSettings } from './setup/settings.mjs'

/** What is said in one line, with exit code 1. */
class Refusal extends Error {}

const placeOnDisk = (): string => {
  const place = databasePlace()
  if (place.kind === 'sqlite') return place.path
  throw new Refusal('This Footnote keeps its data in PostgreSQL: use pg_dump and pg_restore.')
}

/** Throws where a file is no whole database of Footnote's. */
const check = (file: string): void => {
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`)
  try {
    const database = new Database(file, { readonly: true, fileMustExist: true })
    try {
      const tables = database.prepare(`SELECT "name" FROM "sqlite_master" WHERE "name" IN ('Entry', 'User')`).all()
      if (tables.length === 2 && database.pragma('integrity_check', { simple: true }) === 'ok') return
    } finally {
      database.close()
    }
  } catch {
    // Said below.
  }
  throw new Refusal(`${file} is no backup of Footnote, or it is damaged.`)
}

const backup = async (file: string): Promise<void> => {
  const from = placeOnDisk()
  if (!existsSync(from)) throw new Refusal(`There is nothing to back up yet: ${from} does not exist.`)
  if (existsSync(file)) throw new Refusal(`${file} is there already. Choose another name.`)
  const part = `${file}.part`
  const database = new Database(from, { readonly: true })
  try {
    // Page by page, in step with whoever writes meanwhile (https://www.sqlite.org/backup.html).
    await database.backup(part)
    check(part)
    renameSync(part, file)
  } finally {
    database.close()
    rmSync(part, { force: true })
  }
  console.log(`Everything up to now is in ${file}. To put it back: stop Footnote, then npm run restore -- ${file}`)
}

/** Throws where a server, or anything else, has the database open. */
const mustBeFree = (file: string): void => {
  const database = new Database(file, { timeout: 500 })
  try {
    // In WAL mode nobody else may so much as have it open for this.
    database.pragma('locking_mode = EXCLUSIVE')
    database.exec('BEGIN EXCLUSIVE; ROLLBACK')
    database.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    throw new Refusal('Footnote is running on this data. Stop it first.')
  } finally {
    database.close()
  }
}

const restore = (file: string): void => {
  check(file)
  const to = placeOnDisk()
  mkdirSync(path.dirname(to), { recursive: true })
  if (existsSync(to)) {
    mustBeFree(to)
    const aside = `${to}.before-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`
    renameSync(to, aside)
    console.log(`What was there is kept as ${aside}.`)
  }
  for (const suffix of ['-wal', '-shm']) rmSync(to + suffix, { force: true })
  copyFileSync(file, `${to}.part`)
  renameSync(`${to}.part`, to)
  console.log(`${file} is back in place. Start Footnote again: npm start`)
}

const [command, file] = process.argv.slice(2)
readSettings()
try {
  if (!file || (command !== 'backup' && command !== 'restore'))
    throw new Refusal('Name a file: npm run backup -- FILE, or npm run restore -- FILE.')
  if (command === 'backup') await backup(path.resolve(file))
  else restore(path.resolve(file))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
