import 'server-only'
import { db, join, sql } from './db.ts'
import { plainEmail, plainLogin } from './sign-up-form.ts'

/** Longer than any address or name. */
const SEARCH_LENGTH_MAX = 254

/** A pattern for LIKE that finds a text anywhere, its own `%` and `_` meaning themselves. */
const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** SQLite folds the case of English letters only: `żaneta` is to find Żaneta. */
const writings = (name: string): string[] => {
  const lower = name.toLowerCase()
  return [...new Set([name, lower, lower.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())])]
}

/** Ids of members with a text in their name or e-mail, newest first, at most `take`; `after` is an id they come after. */
export const findMembers = async (search: string, take: number, after?: string): Promise<string[]> => {
  const text = search.replaceAll('\0', '').trim()
  if (text.length > SEARCH_LENGTH_MAX) return []
  const found = [
    sql`"email" LIKE ${anywhere(plainEmail(text))} ESCAPE '\\'`,
    sql`"login" LIKE ${anywhere(plainLogin(text))} ESCAPE '\\'`,
    ...writings(text).map((name) => sql`LOWER("name") LIKE LOWER(${anywhere(name)}) ESCAPE '\\'`),
  ]
  const older = after === undefined ? sql`` : sql`AND "id" < ${after}`
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "User" WHERE "kind" = 'member' AND (${join(found, ' OR ')}) ${older}
    ORDER BY "id" DESC LIMIT ${take}`
  return rows.map(({ id }) => id)
}
