import { afterEach, describe, expect, it } from 'vitest'
import { openDatabase, type Place } from '#lib/server/db.ts'
import { type Migration, migrate, migrationsFor } from '#lib/server/migrate.ts'
import type { Ground, NewPlace } from '../stage.ts'

const extra = (sql: string): Migration => ({ name: '29990101000000_extra', sql, checksum: 'c'.repeat(64) })

export const migrationContract = (ground: Ground) =>
  describe(`migrations on ${ground.kind}`, () => {
    const made: NewPlace[] = []
    const newPlace = async (): Promise<Place> => {
      const one = await ground.newPlace()
      made.push(one)
      return one.place
    }
    afterEach(async () => {
      for (const { drop } of made.splice(0)) await drop()
    })
    const shipped = migrationsFor(ground.kind)
    const names = shipped.map(({ name }) => name)
    const ask = async (place: Place, statement: string): Promise<unknown[]> => {
      const client = openDatabase(place)
      return client.$queryRawUnsafe<unknown[]>(statement).finally(() => client.$disconnect())
    }

    it('make a new database, and find nothing to do the second time', async () => {
      const place = await newPlace()
      expect(await migrate(place)).toEqual(names)
      expect(await migrate(place)).toEqual([])
      const rows = await ask(
        place,
        'SELECT "migration_name", "checksum", "applied_steps_count" FROM "_prisma_migrations"',
      )
      expect(rows).toMatchObject(shipped.map(({ name, checksum }) => ({ migration_name: name, checksum })))
      expect(await ask(place, 'SELECT * FROM "Entry"')).toEqual([])
    })

    it('let two starters at once each end well, and apply everything once', async () => {
      const place = await newPlace()
      const both = await Promise.all([migrate(place), migrate(place), migrate(place)])
      expect(both.flat()).toEqual(names)
      expect(await ask(place, 'SELECT * FROM "_prisma_migrations"')).toHaveLength(names.length)
    })

    it('refuse a database whose applied migration was changed since, and touch nothing', async () => {
      const place = await newPlace()
      await migrate(place)
      const [head, ...tail] = shipped
      if (!head) throw new Error('there is a first migration')
      const changed = [{ ...head, checksum: '0'.repeat(64) }, ...tail, extra('CREATE TABLE "Extra" ("id" TEXT)')]
      await expect(migrate(place, changed)).rejects.toThrow(/was changed after it was applied/)
      await expect(ask(place, 'SELECT * FROM "Extra"')).rejects.toThrow()
    })

    it('refuse a database that a newer version made', async () => {
      const place = await newPlace()
      await migrate(place, [...shipped, extra('CREATE TABLE "Extra" ("id" TEXT)')])
      await expect(migrate(place)).rejects.toThrow(/newer/)
    })

    it('leave nothing of a migration that fails half-way, and go on once it is mended', async () => {
      const place = await newPlace()
      await migrate(place)
      const broken = extra('CREATE TABLE "Extra" ("id" TEXT); INSERT INTO "Nowhere" VALUES (1);')
      await expect(migrate(place, [...shipped, broken])).rejects.toThrow()
      await expect(ask(place, 'SELECT * FROM "Extra"')).rejects.toThrow()
      expect(await migrate(place, [...shipped, extra('CREATE TABLE "Extra" ("id" TEXT)')])).toEqual([broken.name])
    })
  })
