import 'server-only'
import { databaseKind, raw, type Sql, sql } from './db.ts'

/** How a column is written; the names are PostgreSQL's types. SQLite takes what JSON holds as it is. */
export type ColumnType =
  | 'text'
  | 'integer'
  | 'bigint'
  | 'float8'
  | 'boolean'
  | 'instant'
  | '"Direction"'
  | '"CardPhase"'

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
 * Many rows as one parameter, to stand after INSERT INTO … (columns): hundreds of parameters a statement cost more than all
 * that the database does with them, and the statement's text stays the same however many rows there are.
 */
export const jsonRows = (types: readonly ColumnType[], rows: readonly (readonly unknown[])[]): Sql => {
  const json = JSON.stringify(rows)
  return databaseKind() === 'sqlite'
    ? sql`${raw(onSqlite(types))}${json}) WHERE true`
    : sql`${raw(onPostgres(types))}${json}::jsonb) AS r WHERE true`
}
