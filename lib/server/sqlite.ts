import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from '@prisma/driver-adapter-utils'

const BUSY_TIMEOUT_MS = 5_000

/** Opened plainly SQLite runs at synchronous=NORMAL and would lose acknowledged writes when the power fails. */
export const PRAGMAS = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS};`

type Release = () => void

/** First come, first served. */
class Turnstile {
  #last: Promise<void> = Promise.resolve()

  async enter(): Promise<Release> {
    const before = this.#last
    let release: Release = () => {}
    this.#last = new Promise((resolve) => {
      release = resolve
    })
    await before
    return release
  }

  async pass<T>(act: () => Promise<T>): Promise<T> {
    const release = await this.enter()
    try {
      return await act()
    } finally {
      release()
    }
  }
}

const statement = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] })

/** Holds the turnstile from its begin to its end, whichever end that is. */
const releasing = (transaction: Transaction, release: Release): Transaction => {
  const commit = transaction.commit.bind(transaction)
  const rollback = transaction.rollback.bind(transaction)
  transaction.commit = () => commit().finally(release)
  transaction.rollback = async () => {
    // A COMMIT that failed (disk full) leaves the transaction open, and Prisma sends no ROLLBACK after it. After a ROLLBACK of
    // Prisma's own this one finds no transaction, which is as well.
    await transaction.executeRaw(statement('ROLLBACK')).catch(() => 0)
    await rollback().finally(release)
  }
  return transaction
}

/**
 * A transaction that reads first and writes later fails at once where another process has written between: this takes the
 * write lock at the start, which waits for that process instead. Where it waits in vain the transaction must be ended, or
 * the stock adapter would keep every later one waiting for it.
 */
const lockNow = async (transaction: Transaction): Promise<void> => {
  try {
    await transaction.executeRaw(statement('COMMIT'))
    await transaction.executeRaw(statement('BEGIN IMMEDIATE'))
  } catch (error) {
    await transaction.rollback()
    throw error
  }
}

const isRead = (sql: string) => /^\s*SELECT\b/i.test(sql)

/**
 * One writer, one user at a time: Prisma's own adapter sends a query from outside a transaction into whichever transaction
 * is open on its one connection, and loses it when that rolls back. Reads from outside have a connection of their own, which
 * sees what is committed and waits for nobody.
 */
class ExclusiveSqlite implements SqlDriverAdapter {
  readonly provider = 'sqlite'
  readonly adapterName: string
  readonly #writer: SqlDriverAdapter
  readonly #reader: SqlDriverAdapter
  readonly #turnstile = new Turnstile()

  constructor(writer: SqlDriverAdapter, reader: SqlDriverAdapter) {
    this.adapterName = writer.adapterName
    this.#writer = writer
    this.#reader = reader
  }

  queryRaw(query: SqlQuery) {
    return isRead(query.sql) ? this.#reader.queryRaw(query) : this.#turnstile.pass(() => this.#writer.queryRaw(query))
  }

  executeRaw(query: SqlQuery) {
    return this.#turnstile.pass(() => this.#writer.executeRaw(query))
  }

  executeScript(script: string) {
    return this.#turnstile.pass(() => this.#writer.executeScript(script))
  }

  async startTransaction(isolationLevel?: IsolationLevel) {
    const release = await this.#turnstile.enter()
    try {
      const transaction = await this.#writer.startTransaction(isolationLevel)
      await lockNow(transaction)
      return releasing(transaction, release)
    } catch (error) {
      release()
      throw error
    }
  }

  async dispose() {
    await this.#reader.dispose()
    await this.#writer.dispose()
  }
}

/** A driver adapter for the SQLite file at `path`. Instants are kept as whole milliseconds since the Unix epoch. */
export const sqliteAdapter = (path: string): SqlDriverAdapterFactory => {
  const stock = new PrismaBetterSqlite3({ url: path }, { timestampFormat: 'unixepoch-ms' })
  const open = async () => {
    const connection = await stock.connect()
    await connection.executeScript(PRAGMAS)
    return connection
  }
  return {
    provider: 'sqlite',
    adapterName: stock.adapterName,
    connect: async () => new ExclusiveSqlite(await open(), await open()),
  }
}
