import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { databaseKind, db } from './db.ts'
import { type Applied, migrationState, migrationsFor } from './migrate.ts'

/** SQLite's own settings, as the connection that writes has them. PostgreSQL has no such thing but `synchronous_commit`. */
type Durability = {
  readonly synchronous: string
  readonly journalMode: string | null
  readonly foreignKeys: boolean
  readonly busyTimeoutMs: number | null
}

const SYNCHRONOUS = ['off', 'normal', 'full', 'extra']

/** Read back from the connection that writes: on SQLite only SELECTs go to the other one. */
const durability = async (): Promise<Durability> => {
  const ask = async (statement: string) =>
    Object.values((await db().$queryRawUnsafe<Record<string, unknown>[]>(statement))[0] ?? {})[0]
  if (databaseKind() === 'postgresql') {
    const synchronous = String(await ask('SHOW synchronous_commit'))
    return { synchronous, journalMode: null, foreignKeys: true, busyTimeoutMs: null }
  }
  return {
    synchronous: SYNCHRONOUS[Number(await ask('PRAGMA synchronous'))] ?? 'unknown',
    journalMode: String(await ask('PRAGMA journal_mode')),
    foreignKeys: Number(await ask('PRAGMA foreign_keys')) === 1,
    busyTimeoutMs: Number(await ask('PRAGMA busy_timeout')),
  }
}

type LedgerRow = { migration_name: string; checksum: string; finished_at: unknown }

const appliedNow = async (): Promise<Applied[]> => {
  const rows = await db().$queryRaw<LedgerRow[]>`SELECT "migration_name", "checksum", "finished_at"
    FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"`
  return rows.map((row) => ({ name: row.migration_name, checksum: row.checksum, finished: row.finished_at !== null }))
}

const appVersion = (): string => {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/** What `/api/health` tells everyone: nothing of anybody's, and no path or address. */
export const health = async () => {
  const kind = databaseKind()
  const { applied, pending } = migrationState(migrationsFor(kind), await appliedNow())
  return { version: appVersion(), database: { kind, migrations: { applied, pending }, ...(await durability()) } }
}
