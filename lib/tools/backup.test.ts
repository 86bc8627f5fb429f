import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { cardsOf } from '#lib/server/cards.ts'
import { db, useDatabase } from '#lib/server/db.ts'
import { migrate } from '#lib/server/migrate.ts'
import { post } from '#lib/testing/contract/posts.ts'
import { newSet } from '#lib/testing/drafts.ts'
import { gradeOf, NOON, reviewOf } from '#lib/testing/entries.ts'
import { newLearner } from '#lib/testing/stage.ts'

const ROOT = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'footnote-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (command: 'backup' | 'restore', data: string, file: string) =>
  promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--conditions=react-server', 'lib/tools/backup.ts', command, file],
    { cwd: ROOT, env: { ...process.env, FOOTNOTE_DATA: data, DATABASE_URL: '' } },
  ).then(
    ({ stdout }) => ({ ok: true, said: stdout }),
    ({ stderr }: { stderr: string }) => ({ ok: false, said: stderr }),
  )
const dataIn = async (name: string) => {
  const place = { kind: 'sqlite' as const, path: join(folder, name, 'footnote.db') }
  mkdirSync(join(folder, name), { recursive: true })
  await migrate(place)
  return useDatabase(place)
}

describe('a backup', () => {
  it('is made while answers are written, and comes back in another folder to the very same cards', async () => {
    const close = await dataIn('one')
    const learner = await newLearner()
    const { factIds } = await newSet({}, [learner.userId])
    const answers = (from: number) =>
      Array.from({ length: 100 }, (_, n) => {
        const at = NOON + (from + n) * 60_000
        return reviewOf(from + n, { at, grades: [gradeOf(factIds[n % factIds.length] ?? '', ((n % 4) + 1) as 1)] })
      })
    await post(learner, answers(1), 0, new Date(NOON + 1e9))
    const file = join(folder, 'backup.db')
    const [made] = await Promise.all([
      run('backup', join(folder, 'one'), file),
      post(learner, answers(101), 0, new Date(NOON + 2e9)),
    ])
    expect(made).toMatchObject({ ok: true })
    const all = await db().entry.count()
    const cards = await cardsOf(db(), learner.userId)
    const log = await db().entry.findMany({ orderBy: { serverSeq: 'asc' } })
    expect(await run('backup', join(folder, 'one'), file)).toMatchObject({
      ok: false,
      said: expect.stringContaining('there already'),
    })
    expect(await run('restore', join(folder, 'one'), file)).toMatchObject({
      ok: false,
      said: expect.stringContaining('Stop it first'),
    })
    await close()

    expect(await run('restore', join(folder, 'two'), file)).toMatchObject({ ok: true })
    const closeTwo = await dataIn('two')
    const back = await db().entry.count()
    expect([100, all]).toContain(back)
    expect(await db().entry.findMany({ orderBy: { serverSeq: 'asc' } })).toEqual(log.slice(0, back))
    if (back === all) expect(await cardsOf(db(), learner.userId)).toEqual(cards)
    await closeTwo()

    expect(await run('restore', join(folder, 'one'), file)).toMatchObject({ ok: true })
    expect(readdirSync(join(folder, 'one')).some((name) => name.includes('.before-'))).toBe(true)
  })

  it('that is none is refused, and nothing is touched', async () => {
    const file = join(folder, 'letter.txt')
    writeFileSync(file, 'Dear all')
    expect(await run('restore', join(folder, 'three'), file)).toMatchObject({
      ok: false,
      said: expect.stringContaining('no backup'),
    })
    expect(await run('restore', join(folder, 'three'), join(folder, 'nowhere'))).toMatchObject({ ok: false })
    expect(existsSync(join(folder, 'three', 'footnote.db'))).toBe(false)
  })
})
