import 'server-only'
import {
  BYTE_ORDER_MARK,
  CARD_COLUMNS,
  cardCells,
  csvLine,
  ENTRY_COLUMNS,
  type EntryLine,
  encodeEntry,
  entryCells,
} from '#lib/interchange/index.ts'
import type { CardState } from '#lib/log/index.ts'
import { type CardRow, cardState } from '../cards.ts'
import { db } from '../db.ts'
import { PAGE } from './pages.ts'

type Lines = AsyncGenerator<string, void, void>
type Kept = { body: string; effectiveAt: Date; serverSeq: number; receivedAt: Date }

const ENTRIES_PER_PAGE = 1_000

/** The log up to a place, as it is kept, a page at a time. */
async function* entryRows(userId: string, last: number): AsyncGenerator<Kept, void, void> {
  for (let after = 0; ; ) {
    const page = await db().$queryRaw<Kept[]>`SELECT "body", "effectiveAt", "serverSeq", "receivedAt" FROM "Entry"
      WHERE "userId" = ${userId} AND "serverSeq" > ${after} AND "serverSeq" <= ${last}
      ORDER BY "serverSeq" LIMIT ${ENTRIES_PER_PAGE}`
    yield* page
    if (page.length < ENTRIES_PER_PAGE) return
    after = page.at(-1)?.serverSeq ?? last
  }
}

const placeOf = ({ serverSeq, effectiveAt, receivedAt }: Kept) => ({
  serverSeq,
  effectiveAt: effectiveAt.getTime(),
  receivedAt: receivedAt.getTime(),
})

export async function* entryLines(userId: string, last: number): Lines {
  for await (const row of entryRows(userId, last)) yield `${encodeEntry(placeOf(row), row.body)}\n`
}

export async function* entryTable(userId: string, last: number): Lines {
  yield BYTE_ORDER_MARK + csvLine(ENTRY_COLUMNS)
  for await (const row of entryRows(userId, last))
    yield csvLine(entryCells({ ...placeOf(row), entry: JSON.parse(row.body) as EntryLine['entry'] }))
}

/** What the facts of some cards state: those of one's own, and those that ship with Footnote. */
const statementsOf = async (userId: string, cards: readonly CardRow[]) => {
  const versions = await db().factVersion.findMany({
    where: {
      factId: { in: [...new Set(cards.map(({ factId }) => factId))] },
      fact: { OR: [{ ownerId: null }, { ownerId: userId }] },
    },
    select: { factId: true, version: true, statement: true },
  })
  return new Map(versions.map(({ factId, version, statement }) => [`${factId} ${version}`, statement]))
}

type Told = readonly [card: CardState, statement: string | null]

async function* cards(userId: string): AsyncGenerator<Told, void, void> {
  for (let last: CardRow | undefined; ; ) {
    const from = last && { userId_factId_direction: { userId, factId: last.factId, direction: last.direction } }
    const page: CardRow[] = await db().card.findMany({
      where: { userId },
      orderBy: [{ factId: 'asc' }, { direction: 'asc' }],
      take: PAGE,
      ...(from ? { cursor: from, skip: 1 } : {}),
    })
    const statements = await statementsOf(userId, page)
    for (const card of page) yield [cardState(card), statements.get(`${card.factId} ${card.factVersion}`) ?? null]
    if (page.length < PAGE) return
    last = page.at(-1)
  }
}

export async function* cardTable(userId: string): Lines {
  yield BYTE_ORDER_MARK + csvLine(CARD_COLUMNS)
  for await (const [card, statement] of cards(userId)) yield csvLine(cardCells(card, statement))
}

export async function* cardsAsJson(userId: string): Lines {
  let before = '[\n'
  for await (const [card, statement] of cards(userId)) {
    const cells = cardCells(card, statement)
    yield before + JSON.stringify(Object.fromEntries(CARD_COLUMNS.map((name, at) => [name, cells[at]])))
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}
