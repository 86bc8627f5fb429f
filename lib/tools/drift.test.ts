import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PRISMA = join(ROOT, 'node_modules/prisma/build/index.js')
const DATABASES = [
  { kind: 'sqlite', schema: 'prisma/schema', migrations: 'prisma/migrations' },
  { kind: 'postgresql', schema: 'lib/generated/schema-postgresql', migrations: 'prisma/migrations-postgres' },
]

/** PostgreSQL runs in WebAssembly here, which takes seconds to begin, and many on a busy machine. */
const WITHIN_MS = 240_000
const LONG = process.env.FOOTNOTE_LONG !== undefined

/** What `prisma migrate diff` finds between migrations and models: 0 nothing, 2 a difference, 1 a failure. */
const drift = (kind: string, migrations: string, schema: string) => {
  const args = ['migrate', 'diff', '--from-migrations', migrations, '--to-schema', schema, '--exit-code', '--script']
  const env = { ...process.env, FOOTNOTE_SCHEMA: kind, CHECKPOINT_DISABLE: '1' }
  const { status, stdout } = spawnSync(process.execPath, [PRISMA, ...args], { cwd: ROOT, env, encoding: 'utf8' })
  return { status, stdout }
}

describe.each(DATABASES)('the migrations for $kind', ({ kind, schema, migrations }) => {
  it(
    'make exactly the models',
    () => {
      expect(drift(kind, migrations, schema)).toMatchObject({ status: 0 })
    },
    WITHIN_MS,
  )

  if (LONG)
    it(
      'would be found out if they did not',
      () => {
        const folder = mkdtempSync(join(tmpdir(), 'footnote-drift-'))
        try {
          cpSync(join(ROOT, schema), folder, { recursive: true })
          writeFileSync(join(folder, 'more.prisma'), '/// Planted.\nmodel Planted {\n  id String @id\n}\n')
          const { status, stdout } = drift(kind, migrations, folder)
          expect(status).toBe(2)
          expect(stdout).toContain('CREATE TABLE "Planted"')
        } finally {
          rmSync(folder, { recursive: true, force: true })
        }
      },
      WITHIN_MS,
    )
})
