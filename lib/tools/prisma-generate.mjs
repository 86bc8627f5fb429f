// Makes both database clients in lib/generated, from the one set of models in prisma/schema. Needs no network.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SOURCE = `${ROOT}prisma/schema/`
const DERIVED = `${ROOT}lib/generated/schema-postgresql/`
const MARK = `${ROOT}lib/generated/made-from`
const CLIENTS = { sqlite: 'lib/generated/sqlite', postgresql: 'lib/generated/postgres' }

const models = readdirSync(SOURCE)
  .filter((name) => name.endsWith('.prisma'))
  .sort()
  .map((name) => ({ name, text: readFileSync(SOURCE + name, 'utf8') }))

const prismaVersion = JSON.parse(readFileSync(`${ROOT}node_modules/prisma/package.json`, 'utf8')).version
const hash = createHash('sha256')
  .update(prismaVersion)
  .update(readFileSync(fileURLToPath(import.meta.url)))
  .update(JSON.stringify(models))
  .digest('hex')

/** The same models for PostgreSQL: only the provider and the place of the client differ. */
const derivePostgresSchema = () => {
  rmSync(DERIVED, { recursive: true, force: true })
  mkdirSync(DERIVED, { recursive: true })
  for (const { name, text } of models)
    writeFileSync(
      DERIVED + name,
      text
        .replace('provider = "sqlite"', 'provider = "postgresql"')
        .replace('"../../lib/generated/sqlite"', '"../postgres"'),
    )
}

const generate = (provider) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`${ROOT}node_modules/prisma/build/index.js`, 'generate', '--no-hints'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, FOOTNOTE_SCHEMA: provider, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    },
  )
  if (status === 0) return
  process.stderr.write(`${stdout}${stderr}`)
  console.error(`The ${provider} database client could not be generated: see above.`)
  process.exit(1)
}

const made = Object.values(CLIENTS).every((folder) => existsSync(`${ROOT}${folder}/client.ts`))
if (made && existsSync(MARK) && readFileSync(MARK, 'utf8') === hash) {
  console.log('Database clients are up to date')
} else {
  derivePostgresSchema()
  for (const provider of Object.keys(CLIENTS)) generate(provider)
  writeFileSync(MARK, hash)
  console.log('Database clients generated')
}
