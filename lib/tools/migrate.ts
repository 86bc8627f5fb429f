// Brings the database up to date: `npm run db:migrate`.
import { databasePlace } from '#lib/server/db.ts'
import { MigrationRefusal, migrate } from '#lib/server/migrate.ts'

try {
  const place = databasePlace()
  const names = await migrate(place)
  const where = place.kind === 'sqlite' ? place.path : 'PostgreSQL'
  console.log(
    names.length > 0 ? `Database (${where}): applied ${names.join(', ')}` : `Database (${where}) is up to date`,
  )
} catch (error) {
  const reason = error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error)
  console.error(error instanceof MigrationRefusal ? reason : `The database could not be brought up to date: ${reason}`)
  process.exitCode = 1
}
