import 'server-only'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from './db.ts'
import { postgresLedger } from './migrate-postgres.ts'
import { sqliteLedger } from './migrate-sqlite.ts'

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }
/** A line of Prisma's own `_prisma_migrations`. `finished` is false where an attempt broke off. */
export type Applied = { readonly name: string; readonly checksum: string; readonly finished: boolean }

/** How one kind of database takes migrations. Every method may be called by several starters at once. */
export type Ledger = {
  /** Runs `work` while no other starter is at it. */
  locked<T>(work: () => Promise<T>): Promise<T>
  applied(): Promise<Applied[]>
  /** In one transaction with its line in the ledger. */
  apply(migration: Migration, now: Date): Promise<void>
  close(): Promise<void>
}

export type MigrationState = { readonly applied: string[]; readonly pending: string[] }

/** A database that this version must not touch; the message says what to do. */
export class MigrationRefusal extends Error {
  override readonly name = 'MigrationRefusal'
}

const FOLDERS = { sqlite: 'prisma/migrations', postgresql: 'prisma/migrations-postgres' }

/** The migrations in a folder, oldest first. Checksums as Prisma makes them: SHA-256 of the file, in hexadecimal. */
const migrationsIn = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })

export const migrationsFor = (kind: Place['kind']): Migration[] =>
  migrationsIn(join(/* turbopackIgnore: true */ process.cwd(), FOLDERS[kind]))

const openLedger = (place: Place): Ledger =>
  place.kind === 'sqlite' ? sqliteLedger(place.path) : postgresLedger(place.url)

/** What is still to be applied. Throws MigrationRefusal where the past differs from what this version knows. */
const pendingOf = (known: readonly Migration[], applied: readonly Applied[]): Migration[] => {
  for (const { name, checksum, finished } of applied) {
    const migration = known.find((one) => one.name === name)
    if (!migration)
      throw new MigrationRefusal(
        `The database has the migration ${name}, unknown here: it was made by a newer Footnote. Update this one.`,
      )
    if (migration.checksum !== checksum)
      throw new MigrationRefusal(
        `The migration ${name} was changed after it was applied to this database. Put the file back as it was.`,
      )
    if (!finished)
      throw new MigrationRefusal(
        `The migration ${name} broke off in this database. Restore a backup, or finish it by hand.`,
      )
  }
  return known.filter(({ name }) => !applied.some((one) => one.name === name))
}

/**
 * Brings a database up to date: each pending migration whole or not at all, under a lock, so that of two starters
 * one works and the other finds it done. Returns the names applied now. Throws MigrationRefusal, or what the database says.
 */
export const migrate = async (place: Place, known = migrationsFor(place.kind), now = new Date()): Promise<string[]> => {
  const ledger = openLedger(place)
  try {
    return await ledger.locked(async () => {
      const pending = pendingOf(known, await ledger.applied())
      for (const migration of pending) await ledger.apply(migration, now)
      return pending.map(({ name }) => name)
    })
  } finally {
    await ledger.close()
  }
}

/** The state for `/api/health`, from the ledger's rows as read by anyone. */
export const migrationState = (known: readonly Migration[], applied: readonly Applied[]): MigrationState => {
  const names = applied.filter(({ finished }) => finished).map(({ name }) => name)
  return { applied: names, pending: known.map(({ name }) => name).filter((name) => !names.includes(name)) }
}
