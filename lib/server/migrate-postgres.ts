import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Ledger, Migration } from './migrate.ts'

/** Any number that nobody else locks; the same one that Prisma's own engine takes, so that the two exclude each other. */
const LOCK = 72_707_369

const LEDGER_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

type Row = { migration_name: string; checksum: string; finished_at: Date | null }

const insert = `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count")
VALUES ($1, $2, $3, $4, $3, 1)`

/** A session-level advisory lock: it ends with the connection, however that ends. */
export const postgresLedger = (url: string): Ledger => {
  const client = new pg.Client({ connectionString: url })

  const apply = async ({ name, sql, checksum }: Migration, now: Date) => {
    await client.query('BEGIN')
    try {
      await client.query(sql)
      await client.query(insert, [randomUUID(), checksum, now, name])
      await client.query('COMMIT')
    } catch (error) {
      await client.query('ROLLBACK')
      throw error
    }
  }

  return {
    async locked(work) {
      await client.connect()
      await client.query('SELECT pg_advisory_lock($1)', [LOCK])
      try {
        await client.query(LEDGER_TABLE)
        return await work()
      } finally {
        await client.query('SELECT pg_advisory_unlock($1)', [LOCK])
      }
    },
    async applied() {
      const { rows } = await client.query<Row>(
        'SELECT * FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"',
      )
      return rows.map((row) => ({
        name: row.migration_name,
        checksum: row.checksum,
        finished: row.finished_at !== null,
      }))
    },
    apply,
    close: () => client.end(),
  }
}
