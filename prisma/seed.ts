// Publishes the documents that ship with Footnote: `npm run db:seed`. Running it again changes nothing.
import { db } from '#lib/server/db.ts'
import { seedShipped } from '#lib/server/seed.ts'

for (const { slug, published } of await seedShipped())
  console.log(
    published
      ? `${slug}: version ${published.version} with ${published.facts} facts and ${published.questions} questions`
      : `${slug} is up to date`,
  )
await db().$disconnect()
