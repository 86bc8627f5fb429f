import 'server-only'
import { databaseKind, raw, type Sql, sql, type Tx } from './db.ts'

/** How a column is written; the names are PostgreSQL's types. SQLite takes what JSON holds as it is. */
export type ColumnType =
  | 'text'
  | 'integer'
  | 'bigint'
  | 'float8'
  | 'boolean'
  | 'jsonb'
  | 'instant'
  | '"Direction"'
  | '"CardPhase"'
  | '"Visibility"'

const onSqlite = (types: readonly ColumnType[]): string =>
  `SELECT ${types.map((_, at) => `value->>${at}`).join(', ')} FROM jsonb_each(`

const onPostgres = (types: readonly ColumnType[]): string =>
  `SELECT ${types.map((type, at) => `(r->>${at})::${type === 'instant' ? 'timestamp' : type}`).join(', ')} FROM jsonb_array_elements(`

/** An instant as its database keeps it, within JSON. */
export const instantInJson = (at: number): number | string =>
  databaseKind() === 'sqlite' ? at : new Date(at).toISOString()

/** Texts as one parameter, to stand after IN. */
export const jsonList = (texts: readonly string[]): Sql => {
  const json = JSON.stringify(texts)
  return databaseKind() === 'sqlite'
    ? sql`(SELECT value FROM json_each(${json}))`
    : sql`(SELECT jsonb_array_elements_text(${json}::jsonb))`
}

/**
 * Some columns of all rows as one JSON text, to stand after SELECT: where there are tens of thousands, making an object of each
 * costs more than all else. They come in no order. An instant comes as `instantOf` reads it, a JSON column by `asJson`.
 */
export const rowsAsJson = (columns: readonly string[]): Sql =>
  databaseKind() === 'sqlite'
    ? raw(`json_group_array(json_array(${columns.join(', ')}))`)
    : raw(`CAST(COALESCE(json_agg(json_build_array(${columns.join(', ')})), '[]') AS TEXT)`)

/** A JSON column within `rowsAsJson`. */
export const asJson = (column: string): string => (databaseKind() === 'sqlite' ? `json(${column})` : column)

/** An instant out of `rowsAsJson`, in milliseconds since the epoch. */
export const instantOf = (value: number | string): number =>
  typeof value === 'number' ? value : Date.parse(`${value}Z`)

/**
 * Many rows as one parameter, to stand after INSERT INTO … (columns): hundreds of parameters a statement cost more than all
 * that the database does with them, and the statement's text stays the same however many rows there are.
 */
export const jsonRows = (types: readonly ColumnType[], rows: readonly (readonly unknown[])[]): Sql => {
  const json = JSON.stringify(rows)
  return databaseKind() === 'sqlite'
    ? sql`${raw(onSqlite(types))}${json}) WHERE true`
    : sql`${raw(onPostgres(types))}${json}::jsonb) AS r WHERE true`
}

/** A statement with more rows than this is split, so that no parameter grows without bound. */
const ROWS_PER_STATEMENT = 2_000

const encoded = (value: unknown, type: ColumnType): unknown => {
  if (value === null || value === undefined) return null
  if (type === 'jsonb') return JSON.stringify(value)
  return value instanceof Date ? instantInJson(value.getTime()) : value
}

/** Many rows as a table `r`, to stand before INSERT INTO … SELECT … FROM r: for where not every row is to be added. */
export const withRows = <C extends string>(
  columns: Readonly<Record<C, ColumnType>>,
  rows: readonly Readonly<Partial<Record<C, unknown>>>[],
): Sql => {
  const named = Object.entries<ColumnType>(columns) as [C, ColumnType][]
  const values = rows.map((row) => named.map(([name, type]) => encoded(row[name], type)))
  const types = named.map(([, type]) => type)
  return sql`WITH r (${raw(named.map(([name]) => `"${name}"`).join(', '))}) AS (${jsonRows(types, values)})`
}

/** Adds rows to a table, by the columns named; a column that a row does not have is null. */
export const insertRows = async <C extends string>(
  tx: Tx,
  table: string,
  columns: Readonly<Record<C, ColumnType>>,
  rows: readonly Readonly<Partial<Record<C, unknown>>>[],
): Promise<void> => {
  const named = Object.entries<ColumnType>(columns) as [C, ColumnType][]
  const head = raw(`INSERT INTO "${table}" (${named.map(([name]) => `"${name}"`).join(', ')}) `)
  const types = named.map(([, type]) => type)
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const some = rows.slice(from, from + ROWS_PER_STATEMENT)
    const values = some.map((row) => named.map(([name, type]) => encoded(row[name], type)))
    await tx.$executeRaw`${head}${jsonRows(types, values)}`
    // SQLite works in this very thread: between two statements, whoever reads has their turn.
    await new Promise(setImmediate)
  }
}
