import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDatabase, newPerson, type Person, signedIn } from '#lib/testing/people.ts'
import { db } from './db.ts'
import type { Refusal } from './errors.ts'
import { liveSession, openSessionBy } from './login-sessions.ts'
import { changePassword, deleteAccount, endAllSessions, ownAccount, rename } from './own-account.ts'
import { hashPassword, isPassword } from './passwords.ts'

const PASSWORD = 'fig vine amber'
let path: string
let end: () => Promise<void>
let passwordHash: string
beforeAll(async () => {
  ;({ path, end } = await newDatabase())
  passwordHash = await hashPassword(PASSWORD)
})
afterAll(() => end())

let nth = 0
const member = () => {
  nth += 1
  return newPerson({ email: `person${nth}@example.org`, passwordHash, name: 'Ada' })
}
const isSignedIn = async ({ viewer }: Person) => (await liveSession(viewer)) !== null
const refusalOf = (act: Promise<unknown>): Promise<Refusal | null> =>
  act.then(
    () => null,
    (thrown: Refusal) => thrown,
  )

describe('a name', () => {
  it('is kept on one line, or taken away', async () => {
    const { viewer } = await member()
    expect(await rename(viewer, '  Ada\nKing ')).toBe('Ada King')
    expect(await ownAccount(viewer)).toMatchObject({ name: 'Ada King', kind: 'member' })
    expect(await rename(viewer, ' \u200b ')).toBeNull()
    expect((await refusalOf(rename(viewer, 'x'.repeat(81))))?.code).toBe('cannot-use')
  })
})

describe('the name of an account without an e-mail', () => {
  const named = (login: string) => newPerson({ login, passwordHash, name: login })

  it('is what one signs in with, also when it is changed, and can be neither taken away nor another’s', async () => {
    const [{ viewer }, other] = [await named('mei'), await named('jun')]
    expect(await rename(viewer, 'Mei  Two')).toBe('Mei  Two')
    expect(await db().user.findUnique({ where: { login: 'mei two' } })).toMatchObject({ id: viewer.userId })
    expect((await refusalOf(rename(viewer, ' ')))?.code).toBe('cannot-use')
    expect((await refusalOf(rename(viewer, 'JUN')))?.code).toBe('name-taken')
    await changePassword(viewer, PASSWORD, 'harbour lantern')
    await deleteAccount(other.viewer, PASSWORD)
    expect(await rename(viewer, 'Jun')).toBe('Jun')
  })
})

describe('changing the password', () => {
  it('ends the other sessions, keeps this one, and the new password holds', async () => {
    const here = await member()
    const there = await signedIn(here.viewer)
    await changePassword(here.viewer, PASSWORD, 'harbour lantern')
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false])
    const { passwordHash: kept } = await db().user.findUniqueOrThrow({ where: { id: here.viewer.userId } })
    expect([await isPassword('harbour lantern', kept), await isPassword(PASSWORD, kept)]).toEqual([true, false])
  })

  it('shuts out whoever proved the old one before and comes in only now', async () => {
    const { viewer } = await member()
    const { userId } = viewer
    const proven = { userId, passwordHash }
    await changePassword(viewer, PASSWORD, 'harbour lantern')
    expect((await refusalOf(openSessionBy(proven, null)))?.code).toBe('wrong-credentials')
    const kept = await db().user.findUniqueOrThrow({ where: { id: userId } })
    const sessionId = await openSessionBy({ userId, passwordHash: kept.passwordHash ?? '' }, null)
    expect(await liveSession({ userId, sessionId })).not.toBeNull()
  })

  it('asks for the present one, and closes after ten wrong ones', async () => {
    const { viewer } = await member()
    for (let tries = 0; tries < 10; tries += 1) {
      const refusal = await refusalOf(changePassword(viewer, `wrong ${tries}`, 'harbour lantern'))
      expect(refusal?.code).toBe('wrong-credentials')
      expect(refusal?.details.fields).toHaveProperty('current')
    }
    expect((await refusalOf(changePassword(viewer, PASSWORD, 'harbour lantern')))?.code).toBe('too-many')
  })

  it('takes no bad one, and nothing changes', async () => {
    const here = await member()
    const there = await signedIn(here.viewer)
    expect((await refusalOf(changePassword(here.viewer, PASSWORD, 'password1')))?.details.fields).toHaveProperty('next')
    expect(await isSignedIn(there)).toBe(true)
  })

  it('is nothing for a guest', async () => {
    const { viewer } = await newPerson({ kind: 'guest' })
    expect((await refusalOf(changePassword(viewer, '', 'harbour lantern')))?.code).toBe('not-allowed')
  })
})

describe('ending every session', () => {
  it('ends this one too, and nobody else’s', async () => {
    const [here, other] = [await member(), await member()]
    const there = await signedIn(here.viewer)
    await endAllSessions(here.viewer)
    expect(await Promise.all([here, there, other].map(isSignedIn))).toEqual([false, false, true])
  })

  it('would lock a guest out, so it is refused', async () => {
    const guest = await newPerson({ kind: 'guest' })
    expect((await refusalOf(endAllSessions(guest.viewer)))?.code).toBe('not-allowed')
    expect(await isSignedIn(guest)).toBe(true)
  })
})

type Column = { name: string; type: string; notnull: 0 | 1; dflt_value: unknown; pk: number }
type ForeignKey = { id: number; from: string; table: string; to: string }
type Row = Record<string, unknown>

/** One row in every table, hanging together by its foreign keys, all under one user. */
const fillEverything = (sqlite: Database.Database, userId: string): Map<string, Row> => {
  const tables = tablesOf(sqlite)
  const rows = new Map<string, Row>([['User', { id: userId }]])
  const keysOf = (table: string) => sqlite.pragma(`foreign_key_list("${table}")`) as ForeignKey[]
  const fill = (table: string) => {
    if (rows.has(table)) return
    const keys = keysOf(table)
    for (const { table: parent } of keys) if (parent !== table) fill(parent)
    const row: Row = {}
    for (const column of sqlite.pragma(`table_info("${table}")`) as Column[]) {
      const text = `${table}.${column.name} of ${userId}`
      // A number that is a key of its own counts on from the rows that are there.
      const number = column.pk > 0 ? (counts(sqlite)[table] ?? 0) + 1 : 1
      row[column.name] = /TEXT|JSON/i.test(column.type) ? text : number
    }
    for (const { from, table: parent, to } of keys) row[from] = rows.get(parent)?.[to] ?? null
    if ('userId' in row) row.userId = userId
    const names = Object.keys(row)
    sqlite
      .prepare(`INSERT INTO "${table}" (${names.map((name) => `"${name}"`)}) VALUES (${names.map(() => '?')})`)
      .run(...Object.values(row))
    rows.set(table, row)
  }
  for (const table of tables) fill(table)
  return rows
}

/** Every table but the one that is about nobody. */
const tablesOf = (sqlite: Database.Database): string[] =>
  (
    sqlite
      .prepare(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('_prisma_migrations', 'Installation')`,
      )
      .all() as { name: string }[]
  ).map(({ name }) => name)

const counts = (sqlite: Database.Database): Record<string, number> =>
  Object.fromEntries(
    tablesOf(sqlite).map((table) => [
      table,
      (sqlite.prepare(`SELECT count(*) AS n FROM "${table}"`).get() as { n: number }).n,
    ]),
  )

const namedIn = (sqlite: Database.Database, userId: string): string[] =>
  tablesOf(sqlite).filter((table) => JSON.stringify(sqlite.prepare(`SELECT * FROM "${table}"`).all()).includes(userId))

describe('deleting an account', () => {
  it('deletes every row that is, or hangs on, that person’s, in every table there is, and no row of anyone else', async () => {
    const [ada, bob] = [await member(), await member()]
    await db().loginSession.deleteMany({})
    const sqlite = new Database(path)
    // A made-up row is both a quote and a row of its owner's.
    sqlite.pragma('ignore_check_constraints = ON')
    const empty = counts(sqlite)
    for (const { viewer } of [ada, bob]) fillEverything(sqlite, viewer.userId)
    const full = counts(sqlite)
    // Nothing below means anything unless every table has a row of each.
    for (const table of tablesOf(sqlite))
      if (table !== 'User') expect([table, (full[table] ?? 0) - (empty[table] ?? 0)]).toEqual([table, 2])
    expect(namedIn(sqlite, ada.viewer.userId)).toEqual(tablesOf(sqlite))

    await deleteAccount(ada.viewer, PASSWORD)

    expect(namedIn(sqlite, ada.viewer.userId)).toEqual([])
    expect(namedIn(sqlite, bob.viewer.userId)).toEqual(tablesOf(sqlite))
    const left = counts(sqlite)
    // The one line that somebody's account was deleted.
    const expected = Object.fromEntries(
      Object.entries(full).map(([table, n]) => [table, table === 'SecurityEvent' ? n : n - 1]),
    )
    expect(left).toEqual(expected)
    expect(sqlite.pragma('foreign_key_check')).toEqual([])
    sqlite.close()
  })

  it('asks a member for the password', async () => {
    const ada = await member()
    expect((await refusalOf(deleteAccount(ada.viewer, 'delete')))?.details.fields).toHaveProperty('proof')
    expect(await isSignedIn(ada)).toBe(true)
  })

  it('asks a guest for the word', async () => {
    const guest = await newPerson({ kind: 'guest' })
    expect((await refusalOf(deleteAccount(guest.viewer, '')))?.details.fields).toHaveProperty('proof')
    expect(await isSignedIn(guest)).toBe(true)
    await deleteAccount(guest.viewer, ' Delete ')
    expect(await db().user.count({ where: { id: guest.viewer.userId } })).toBe(0)
  })
})
