import 'server-only'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient as PostgresClient } from '#lib/generated/postgres/client.ts'
import { Prisma, PrismaClient } from '#lib/generated/sqlite/client.ts'
import { dataFolder } from './env.ts'
import { sqliteAdapter } from './sqlite.ts'

/** Where everything is kept: one file in the data folder, or a PostgreSQL server. */
export type Place =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgresql'; readonly url: string }

/** The client inside a transaction. Never use the outer one there. */
export type Tx = Prisma.TransactionClient

/** For the hot statements: Prisma's own models cost ten times as much where hundreds of rows are written at once. */
export const { sql, join, raw } = Prisma
export type Sql = Prisma.Sql

/** Waiting for one's turn, and then for the work itself: an import of five megabytes takes seconds. */
const TURN_WITHIN_MS = 20_000
export const DONE_WITHIN_MS = 60_000

/** `DATABASE_URL` where it is a PostgreSQL address, else `footnote.db` in the data folder (made where missing). */
export const databasePlace = (): Place => {
  const url = process.env.DATABASE_URL
  if (url && /^postgres(ql)?:/.test(url)) return { kind: 'postgresql', url }
  if (url)
    throw new Error('DATABASE_URL must begin with postgres:// or be unset (then SQLite in the data folder is used).')
  const folder = dataFolder()
  mkdirSync(folder, { recursive: true })
  return { kind: 'sqlite', path: path.join(folder, 'footnote.db') }
}

/** A client of its own for one database; nothing opens before the first query. */
export const openDatabase = (place: Place): PrismaClient => {
  const options = { transactionOptions: { maxWait: TURN_WITHIN_MS, timeout: DONE_WITHIN_MS } }
  if (place.kind === 'sqlite') return new PrismaClient({ ...options, adapter: sqliteAdapter(place.path) })
  const client = new PostgresClient({ ...options, adapter: new PrismaPg({ connectionString: place.url }) })
  // Generated from the same models, the two differ in the types of $transaction only. This is the one cast.
  return client as unknown as PrismaClient
}

const known = globalThis as { footnoteDatabase?: { key: string; place: Place; client: PrismaClient } }

const current = () => {
  const place = databasePlace()
  const key = JSON.stringify(place)
  if (known.footnoteDatabase?.key !== key) known.footnoteDatabase = { key, place, client: openDatabase(place) }
  return known.footnoteDatabase
}

/** The database of this process, opened by the first query. */
export const db = (): PrismaClient => (known.footnoteDatabase ?? current()).client

/** Where the database of this process is. */
export const placeInUse = (): Place => (known.footnoteDatabase ?? current()).place

export const databaseKind = (): Place['kind'] => placeInUse().kind

const afterwards = new WeakMap<Tx, (() => void)[]>()

/**
 * Has `act` done once what `tx` writes can be read by others; outside of a transaction at once. It is done after a failure too,
 * since a COMMIT may have come through although its answer did not: `act` must be something that is harmless in vain.
 */
export const afterCommit = (tx: Tx, act: () => void): void => {
  const waiting = afterwards.get(tx)
  if (waiting) waiting.push(act)
  else act()
}

/** All or nothing: what `work` throws undoes what it wrote. Keep it short, for on SQLite other writers wait meanwhile. */
export const transaction = async <T>(work: (tx: Tx) => Promise<T>, withinMs = DONE_WITHIN_MS): Promise<T> => {
  const acts: (() => void)[] = []
  const begun = (tx: Tx) => {
    afterwards.set(tx, acts)
    return work(tx)
  }
  try {
    return await db().$transaction(begun, { maxWait: TURN_WITHIN_MS, timeout: withinMs })
  } finally {
    for (const act of acts) act()
  }
}

/** For tests and tools: uses `place` in this process from now on, and returns how to end that. */
export const useDatabase = (place: Place): (() => Promise<void>) => {
  const client = openDatabase(place)
  known.footnoteDatabase = { key: JSON.stringify(place), place, client }
  return async () => {
    if (known.footnoteDatabase?.client === client) delete known.footnoteDatabase
    await client.$disconnect()
  }
}
