import { describe, expect, it } from 'vitest'
import { databaseKind, db, transaction } from '#lib/server/db.ts'
import { health } from '#lib/server/health.ts'
import { saveSettings } from '#lib/server/settings.ts'
import { newSet } from '../drafts.ts'
import { newLearner } from '../stage.ts'
import { answer, post } from './posts.ts'

const until = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    () => 'failed',
  )

export const durabilityContract = () =>
  describe('durability', () => {
    it('is what was asked for, read back from the connection that writes', async () => {
      const { database } = await health()
      expect(database.kind).toBe(databaseKind())
      expect(database.migrations.pending).toEqual([])
      expect(database.migrations.applied.length).toBeGreaterThan(0)
      if (database.kind === 'sqlite')
        expect(database).toMatchObject({
          synchronous: 'full',
          journalMode: 'wal',
          foreignKeys: true,
          busyTimeoutMs: 5000,
        })
      else expect(database).toMatchObject({ synchronous: 'on', foreignKeys: true })
    })

    // The stock SQLite adapter has one connection: a write from outside ran inside whichever transaction was open, was
    // acknowledged, and went away with it when that rolled back.
    it('loses no acknowledged write beside a transaction that rolls back, and shows nobody what is not committed', async () => {
      const [a, b] = [await newLearner(), await newLearner()]
      const name = (userId: string) =>
        db()
          .user.findUniqueOrThrow({ where: { id: userId } })
          .then((user) => user.name)
      let inside: () => void = () => {}
      let go: () => void = () => {}
      const entered = new Promise<void>((resolve) => {
        inside = resolve
      })
      const mayEnd = new Promise<void>((resolve) => {
        go = resolve
      })
      const doomed = until(
        transaction(async (tx) => {
          await tx.user.update({ where: { id: a.userId }, data: { name: 'doomed' } })
          inside()
          await mayEnd
          throw new Error('roll back')
        }),
      )
      await entered
      const write = until(db().user.update({ where: { id: b.userId }, data: { name: 'kept' } }))
      expect(await name(a.userId)).toBeNull()
      go()
      expect([await doomed, await write]).toEqual(['failed', 'done'])
      expect([await name(a.userId), await name(b.userId)]).toEqual([null, 'kept'])
    })

    it('goes on after a transaction that failed, and after one that ran out of time', async () => {
      const { userId } = await newLearner()
      await expect(transaction((tx) => tx.$executeRawUnsafe('INSERT INTO "Nowhere" VALUES (1)'))).rejects.toThrow()
      const slow = db().$transaction(
        async (tx) => {
          await tx.user.update({ where: { id: userId }, data: { name: 'slow' } })
          await new Promise((next) => setTimeout(next, 400))
          await tx.user.update({ where: { id: userId }, data: { name: 'slower' } })
        },
        { timeout: 100 },
      )
      await expect(slow).rejects.toThrow()
      await db().user.update({ where: { id: userId }, data: { email: 'after@example.org' } })
      expect(await db().user.findUnique({ where: { id: userId } })).toMatchObject({
        name: null,
        email: 'after@example.org',
      })
    })

    it('keeps two hundred transactions at once apart', async () => {
      const { userId } = await newLearner()
      const add = () =>
        transaction(async (tx) => {
          const rows = await tx.$queryRaw<
            { logSeq: number }[]
          >`UPDATE "User" SET "logSeq" = "logSeq" + 1 WHERE "id" = ${userId} RETURNING "logSeq"`
          if (Number(rows[0]?.logSeq) % 10 === 0) throw new Error('every tenth gives up')
        })
      const outcomes = await Promise.all(Array.from({ length: 200 }, () => until(add())))
      const done = outcomes.filter((outcome) => outcome === 'done').length
      expect((await db().user.findUniqueOrThrow({ where: { id: userId } })).logSeq).toBe(done)
      expect(done).toBeGreaterThan(0)
    })

    it('takes everything of a person away with their account, and nothing of anybody else', async () => {
      const [leaving, staying] = [await newLearner(), await newLearner()]
      const shared = await newSet({}, [leaving.userId, staying.userId])
      const own = await newSet({ ownerId: leaving.userId, visibility: 'private' }, [leaving.userId])
      const [a = '', b = ''] = [own.factIds[0], shared.factIds[0]]
      await post(leaving, [answer(1, a), answer(2, b), answer(3, 'nowhere')])
      await post(staying, [answer(1, b)])
      await saveSettings(leaving, { desiredRetention: 0.85 })
      await db().securityEvent.create({ data: { userId: leaving.userId, kind: 'signed-in' } })
      await db().user.delete({ where: { id: leaving.userId } })
      const left = [
        db().entry.count(),
        db().grade.count(),
        db().card.count(),
        db().device.count(),
        db().enrolment.count(),
      ]
      expect(await Promise.all(left)).toEqual([1, 1, 1, 1, 1])
      const gone = [
        db().rejectedEntry.count(),
        db().learnerSettings.count(),
        db().document.count(),
        db().questionSet.count(),
      ]
      expect(await Promise.all(gone)).toEqual([0, 0, 1, 1])
      expect([await db().fact.count(), await db().question.count()]).toEqual([6, 6])
      expect(await db().securityEvent.findMany()).toMatchObject([{ userId: null }])
    })
  })
