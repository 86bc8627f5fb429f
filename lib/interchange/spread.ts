import type { CardState } from '#lib/log/index.ts'
import type { Cell } from './csv.ts'
import type { EntryLine } from './entry-line.ts'

const iso = (at: number): string => new Date(at).toISOString()

/** Columns of the log as a table, for a spreadsheet. */
export const ENTRY_COLUMNS = [
  ...(['serverSeq', 'effectiveAt', 'at', 'tzOffsetMin', 'deviceId', 'kind', 'id', 'target'] as const),
  ...(['factIds', 'ratings', 'questionId', 'form', 'given', 'auto', 'durationMs', 'context'] as const),
]

/** An entry in those columns. */
export const entryCells = ({ serverSeq, effectiveAt, entry }: EntryLine): Cell[] => {
  const review = entry.kind === 'review' ? entry : null
  const grades = entry.kind === 'review' || entry.kind === 'regrade' ? entry.grades : []
  const factIds = 'factId' in entry ? entry.factId : grades.map(({ factId }) => factId).join(' ')
  return [
    ...[serverSeq, iso(effectiveAt), iso(entry.at), entry.tzOffsetMin, entry.deviceId, entry.kind, entry.id],
    ...['target' in entry ? entry.target : null, factIds, grades.map(({ rating }) => rating).join(' ')],
    ...[review?.questionId ?? null, review?.form ?? null, review?.given ?? null, review?.auto ?? null],
    ...[review?.durationMs ?? null, review?.context ?? null],
  ]
}

/** Columns of the cards, as a table and as JSON. */
export const CARD_COLUMNS = [
  ...(['factId', 'direction', 'factVersion', 'statement', 'state', 'due', 'stability', 'difficulty', 'reps'] as const),
  ...(['lapses', 'lastAt', 'lastDay', 'suspended', 'buriedDay'] as const),
]

/** A card in those columns; `statement` says what its fact states, where that may be told. */
export const cardCells = (card: CardState, statement: string | null): Cell[] => [
  ...[card.factId, card.direction, card.factVersion, statement, card.state, iso(card.due)],
  ...[card.memory?.stability ?? null, card.memory?.difficulty ?? null, card.reps, card.lapses],
  ...[iso(card.lastAt), card.lastDay, card.suspended, card.buriedDay],
]
