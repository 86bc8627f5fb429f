import 'server-only'
import type { Row } from '#lib/interchange/index.ts'

/** Rows held at one time: an export of any length needs the room of one page. */
export const PAGE = 300

export type Rows = AsyncGenerator<Row, void, void>

/** What belongs to someone after one id, a page, in the order of ids. */
export const ownedAfter = (ownerId: string, after: string) => ({
  where: { ownerId, id: { gt: after } },
  orderBy: { id: 'asc' as const },
  take: PAGE,
})

/** The same of what is a person's and not owned. */
export const personsAfter = (userId: string, after: string) => ({
  where: { userId, id: { gt: after } },
  orderBy: { id: 'asc' as const },
  take: PAGE,
})

/** A table, page by page, in the order of ids. */
export async function* paged<T extends { id: string }>(
  read: (after: string) => Promise<T[]>,
): AsyncGenerator<T[], void, void> {
  for (let after = ''; ; ) {
    const page = await read(after)
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = last.id
  }
}

export async function* rowsOf(pages: AsyncGenerator<Row[], void, void>): Rows {
  for await (const page of pages) yield* page
}

/** What hangs on the rows of a table: asked for by the ids of a page. */
export async function* hangingOn(
  pages: AsyncGenerator<{ id: string }[], void, void>,
  read: (ids: string[]) => Promise<Row[]>,
): Rows {
  for await (const page of pages) yield* await read(page.map(({ id }) => id))
}

/** The same where one row may carry a book: asked for one by one. */
export async function* hangingOnEach(
  pages: AsyncGenerator<{ id: string }[], void, void>,
  read: (id: string) => Promise<Row[]>,
): Rows {
  for await (const page of pages) for (const { id } of page) yield* await read(id)
}

export async function* few(rows: Promise<Row[]>): Rows {
  yield* await rows
}
