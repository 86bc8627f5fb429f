// Writes the migrations that bring both databases from what prisma/migrations* make to what prisma/schema says:
// node lib/tools/new-migration.mjs NAME. Read them before you commit them: a table that SQLite rebuilds loses its CHECK.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const DATABASES = [
  { kind: 'sqlite', schema: 'prisma/schema', migrations: 'prisma/migrations' },
  { kind: 'postgresql', schema: 'lib/generated/schema-postgresql', migrations: 'prisma/migrations-postgres' },
]
const DIFFERENT = 2

const run = (args, env = {}) =>
  spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, CHECKPOINT_DISABLE: '1', ...env },
  })

const name = process.argv[2]
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Give the migration a name of small letters, digits and underscores.')
  process.exit(1)
}
run(['lib/tools/prisma-generate.mjs'])
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
for (const { kind, schema, migrations } of DATABASES) {
  const args = ['migrate', 'diff', '--from-migrations', migrations, '--to-schema', schema, '--script', '--exit-code']
  const { status, stdout, stderr } = run(['node_modules/prisma/build/index.js', ...args], { FOOTNOTE_SCHEMA: kind })
  if (status === 0) console.log(`${kind}: nothing to migrate`)
  else if (status === DIFFERENT) {
    const folder = `${migrations}/${stamp}_${name}`
    mkdirSync(ROOT + folder, { recursive: true })
    writeFileSync(`${ROOT + folder}/migration.sql`, stdout)
    console.log(`${kind}: wrote ${folder}/migration.sql`)
  } else {
    process.stderr.write(stderr)
    process.exitCode = 1
  }
}
