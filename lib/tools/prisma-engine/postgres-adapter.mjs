import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { ColumnTypeEnum as C } from '@prisma/driver-adapter-utils'

// A driver adapter just wide enough for the schema engine: catalogue queries and scripts. Keys are type OIDs of pg_type.
const TYPES = {
  16: C.Boolean,
  18: C.Character,
  20: C.Int64,
  21: C.Int32,
  23: C.Int32,
  26: C.Int64,
  700: C.Float,
  701: C.Double,
  1000: C.BooleanArray,
  1002: C.CharacterArray,
  1003: C.TextArray,
  1005: C.Int32Array,
  1007: C.Int32Array,
  1009: C.TextArray,
  1015: C.TextArray,
  1016: C.Int64Array,
  1021: C.FloatArray,
  1082: C.Date,
  1114: C.DateTime,
  1184: C.DateTime,
  1700: C.Numeric,
  2950: C.Uuid,
  3802: C.Json,
  114: C.Json,
}
const asIs = (value) => value
const arrayOf = (item) => (text) => {
  if (text === null) return null
  if (text === '{}') return []
  return text
    .slice(1, -1)
    .split(',')
    .map((part) => item(part.replace(/^"|"$/g, '')))
}
const PARSERS = {
  16: (value) => value === 't' || value === true,
  21: Number,
  23: Number,
  700: Number,
  701: Number,
  1000: arrayOf((text) => text === 't'),
  1002: arrayOf(asIs),
  1003: arrayOf(asIs),
  1005: arrayOf(Number),
  1007: arrayOf(Number),
  1009: arrayOf(asIs),
  1015: arrayOf(asIs),
  1016: arrayOf(asIs),
  1114: (text) => `${text.replace(' ', 'T')}+00:00`,
  1184: (text) => text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'),
}

const server = (url) => async () => {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, types: { getTypeParser: (oid) => PARSERS[oid] ?? asIs } })
  await client.connect()
  const query = async (text, values) => {
    const { fields, rows, rowCount } = await client.query({ text, values, rowMode: 'array' })
    return { fields, rows, affected: rowCount }
  }
  return { query, exec: (sql) => client.query(sql), close: () => client.end() }
}

/** PostgreSQL in this process, for the shadow database. It comes with Prisma's own CLI, three packages down. */
const inMemory = async () => {
  let require = createRequire(import.meta.url)
  for (const name of ['prisma/package.json', '@prisma/dev']) require = createRequire(require.resolve(name))
  const { PGlite } = await import(pathToFileURL(require.resolve('@electric-sql/pglite')).href)
  const lite = await PGlite.create('memory://')
  const parsers = { 20: asIs, 26: asIs, ...PARSERS }
  const query = async (sql, values) => {
    const { fields, rows, affectedRows } = await lite.query(sql, values, { rowMode: 'array', parsers })
    return { fields, rows, affected: affectedRows }
  }
  return { query, exec: (sql) => lite.exec(sql), close: () => lite.close() }
}

const adapter = (database) => ({
  provider: 'postgres',
  adapterName: 'schema-engine',
  async queryRaw({ sql, args }) {
    const { fields, rows } = await database.query(sql, args)
    return {
      columnNames: fields.map((field) => field.name),
      columnTypes: fields.map((field) => TYPES[field.dataTypeID] ?? C.Text),
      rows,
    }
  },
  executeRaw: async ({ sql, args }) => (await database.query(sql, args)).affected ?? 0,
  executeScript: async (script) => void (await database.exec(script)),
  startTransaction: () => Promise.reject(new Error('The schema engine opens no transaction through its adapter')),
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  dispose: () => database.close(),
})

export const adapterFactory = (url) => ({
  provider: 'postgres',
  adapterName: 'schema-engine',
  connect: async () => adapter(await (url ? server(url) : inMemory)()),
  connectToShadowDb: async () => adapter(await inMemory()),
})
