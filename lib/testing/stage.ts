import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { db, type Place, useDatabase } from '#lib/server/db.ts'
import { migrate } from '#lib/server/migrate.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { postgresServer } from './postgres.ts'

/** An empty database of a test's own. */
export type NewPlace = { readonly place: Place; readonly drop: () => Promise<void> }
/** Where databases come from, one kind a run. */
export type Ground = {
  readonly kind: Place['kind']
  newPlace(): Promise<NewPlace>
  /** The same with every migration applied. */
  newMigratedPlace(): Promise<NewPlace>
  close(): Promise<void>
}

export const sqliteGround = (): Ground => {
  const newPlace = async (): Promise<NewPlace> => {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-test-'))
    const drop = async () => rmSync(folder, { recursive: true, force: true })
    return { place: { kind: 'sqlite', path: join(folder, 'footnote.db') }, drop }
  }
  const newMigratedPlace = async () => {
    const made = await newPlace()
    await migrate(made.place)
    return made
  }
  return { kind: 'sqlite', newPlace, newMigratedPlace, close: async () => {} }
}

const asAdmin = async (url: string, statement: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Null where no PostgreSQL can be had. */
export const postgresGround = async (): Promise<Ground | null> => {
  const server = await postgresServer()
  if (!server) return null
  const create = async (template: string | null): Promise<NewPlace & { name: string }> => {
    const name = `footnote_test_${randomBytes(6).toString('hex')}`
    await asAdmin(server.url, `CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ''}`)
    const url = new URL(server.url)
    url.pathname = `/${name}`
    const drop = () => asAdmin(server.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
    return { name, place: { kind: 'postgresql', url: url.href }, drop }
  }
  // Copying a migrated database takes a tenth of the time of migrating each.
  let template: ReturnType<typeof create> | null = null
  const makeTemplate = async () => {
    const made = await create(null)
    await migrate(made.place)
    return made
  }
  const newMigratedPlace = async () => {
    template ??= makeTemplate()
    return create((await template).name)
  }
  const close = async () => {
    await (await template)?.drop()
    await server.stop()
  }
  return { kind: 'postgresql', newPlace: () => create(null), newMigratedPlace, close }
}

/** Makes a migrated database and uses it in this process; what it returns closes and drops it. */
export const openStage = async (ground: Ground): Promise<() => Promise<void>> => {
  const { place, drop } = await ground.newMigratedPlace()
  const close = useDatabase(place)
  return async () => {
    await close()
    await drop()
  }
}

/** Somebody who studies here, without a sign-in. */
export const newLearner = async (): Promise<Viewer> => {
  const { id } = await db().user.create({ data: { kind: 'member' }, select: { id: true } })
  return { userId: id, sessionId: 'none', kind: 'member', role: 'learner' }
}
