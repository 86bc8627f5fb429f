import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'
import type { Applied, Ledger, Migration } from './migrate.ts'
import { PRAGMAS } from './sqlite.ts'

/** Another starter may take this long before we give up. */
const LOCK_WAIT_MS = 60_000
const ASK_AGAIN_MS = 50

const LEDGER_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "checksum" TEXT NOT NULL,
    "finished_at" DATETIME,
    "migration_name" TEXT NOT NULL,
    "logs" TEXT,
    "rolled_back_at" DATETIME,
    "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

type Row = { migration_name: string; checksum: string; finished_at: unknown }

/** SQLite's own waiting stops the whole thread, and with it a starter beside us in the same one: wait between tries instead. */
const begin = async (database: Database.Database): Promise<void> => {
  for (const deadline = Date.now() + LOCK_WAIT_MS; ; ) {
    try {
      database.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'SQLITE_BUSY' || Date.now() > deadline) throw error
    }
    await new Promise((next) => setTimeout(next, ASK_AGAIN_MS))
  }
}

/**
 * One connection, and one BEGIN IMMEDIATE around all pending migrations: SQLite's own write lock is the lock, it ends with its
 * process, and tables are made and altered inside transactions like anything else.
 */
export const sqliteLedger = (path: string): Ledger => {
  const database = new Database(path)
  database.exec(PRAGMAS)
  database.pragma('busy_timeout = 0')

  const applied = (): Applied[] =>
    database
      .prepare<[], Row>('SELECT * FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"')
      .all()
      .map((row) => ({ name: row.migration_name, checksum: row.checksum, finished: row.finished_at !== null }))

  const apply = ({ name, sql, checksum }: Migration, now: Date) => {
    database.exec('SAVEPOINT "migration"')
    database.exec(sql)
    const broken = database.pragma('foreign_key_check') as { table: string }[]
    if (broken[0]) throw new Error(`The migration ${name} leaves a row of ${broken[0].table} without what it refers to`)
    database
      .prepare(
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count")
         VALUES (?, ?, ?, ?, ?, 1)`,
      )
      .run(randomUUID(), checksum, now.getTime(), name, now.getTime())
    database.exec('RELEASE "migration"')
  }

  return {
    async locked(work) {
      // Rebuilding a table drops the old one, which must not cascade; inside a transaction this pragma does nothing.
      database.pragma('foreign_keys = OFF')
      await begin(database)
      try {
        database.exec(LEDGER_TABLE)
        const result = await work()
        database.exec('COMMIT')
        return result
      } finally {
        if (database.inTransaction) database.exec('ROLLBACK')
      }
    },
    applied: async () => applied(),
    apply: async (migration, now) => apply(migration, now),
    close: async () => void database.close(),
  }
}
