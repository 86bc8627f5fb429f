import { defineConfig } from 'prisma/config'

// Which of the two databases the CLI works on; lib/tools/prisma-generate.mjs makes the second's schema from the first's.
const postgresql = process.env.FOOTNOTE_SCHEMA === 'postgresql'

if (process.platform === 'linux')
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= new URL('lib/tools/prisma-engine/engine.mjs', import.meta.url).pathname

const url = process.env.FOOTNOTE_SCHEMA_URL

export default defineConfig({
  schema: postgresql ? 'lib/generated/schema-postgresql' : 'prisma/schema',
  migrations: { path: postgresql ? 'prisma/migrations-postgres' : 'prisma/migrations' },
  ...(url ? { datasource: { url } } : {}),
})
