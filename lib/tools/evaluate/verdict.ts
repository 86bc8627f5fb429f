import {
  ANSWER_LINE,
  FORMS_WITHOUT_ANSWER_LINE,
  LINES,
  type Line,
  SHEET_COLUMNS,
  STEM_COLUMNS,
  STEM_LINES,
} from './columns.ts'
import { readCsv } from './csv.ts'
import type { Key, KeyRow } from './sheet.ts'

/** A row that is rated in full. `refused`: the lines that were answered with no; accepted where there is none. */
export type Verdict = { id: string; row: KeyRow; refused: Line[] }

/** What a rater hands in. With `stems`, its two lines were judged first and count before those of the sheet. */
export type Handed = { name: string; sheet: string; stems?: string }

export type Rated = {
  verdicts: Verdict[]
  /** One line for each row that is left out. */
  problems: string[]
}

const YES = ['y', 'yes', '1', 'true']
const NO = ['n', 'no', '0', 'false']
const NOT_APPLICABLE = ['', '-', '–', 'n/a', 'na']

type Answer = 'yes' | 'no' | 'none' | 'unclear'
const answerOf = (cell: string): Answer => {
  const plain = cell.trim().toLowerCase()
  if (YES.includes(plain)) return 'yes'
  if (NO.includes(plain)) return 'no'
  return NOT_APPLICABLE.includes(plain) ? 'none' : 'unclear'
}

const isNeeded = (line: Line, { form }: KeyRow): boolean =>
  line !== ANSWER_LINE || !FORMS_WITHOUT_ANSWER_LINE.includes(form)

type Cells = Record<string, string>

/** A verdict, or why there is none. */
const judge = (id: string, row: KeyRow, cells: Cells): Verdict | string => {
  const answers = LINES.map((line) => ({ line, cell: cells[line] ?? '', answer: answerOf(cells[line] ?? '') }))
  const unclear = answers.find(({ answer }) => answer === 'unclear')
  if (unclear) return `“${unclear.line}” says “${unclear.cell.trim()}”; write y or n.`
  const empty = answers.filter(({ line, answer }) => answer === 'none' && isNeeded(line, row))
  if (answers.every(({ answer }) => answer === 'none')) return 'is not rated.'
  if (empty.length > 0) return `has no answer to “${empty.map(({ line }) => line).join('”, “')}”.`
  return { id, row, refused: answers.filter(({ answer }) => answer === 'no').map(({ line }) => line) }
}

const cellsById = (
  text: string,
  columns: readonly string[],
  name: string,
): { byId: Map<string, Cells>; twice: string[] } => {
  const byId = new Map<string, Cells>()
  const twice: string[] = []
  for (const row of readCsv(text, columns, name)) {
    const id = (row.id ?? '').trim()
    if (byId.has(id)) twice.push(id)
    byId.set(id, row)
  }
  return { byId, twice }
}

const answered = (cells: Cells): Cells =>
  Object.fromEntries(STEM_LINES.map((line) => [line, cells[line] ?? '']).filter(([, cell]) => cell?.trim() !== ''))

/** Reads a rated sheet by its key. Rows that are missing, unknown, twice there or half filled are told and left out. */
export const readRated = ({ name, sheet, stems }: Handed, { rows }: Key): Rated => {
  const rated = cellsById(
    sheet,
    SHEET_COLUMNS.filter((column) => column === 'id' || LINES.some((one) => one === column)),
    name,
  )
  const first =
    stems === undefined
      ? null
      : cellsById(
          stems,
          STEM_COLUMNS.filter((column) => column === 'id'),
          `${name} (stems)`,
        )
  const twice = new Set([...rated.twice, ...(first?.twice ?? [])])
  const problems = [...rated.byId.keys()]
    .filter((id) => !Object.hasOwn(rows, id))
    .map((id) => `${name}, row ${id || '(no id)'}: the key does not know it.`)
  const verdicts: Verdict[] = []
  for (const [id, row] of Object.entries(rows)) {
    const cells = rated.byId.get(id)
    const verdict = twice.has(id)
      ? 'stands there twice.'
      : cells
        ? judge(id, row, { ...cells, ...answered(first?.byId.get(id) ?? {}) })
        : 'is missing.'
    if (typeof verdict === 'string') problems.push(`${name}, row ${id}: ${verdict}`)
    else verdicts.push(verdict)
  }
  return { verdicts, problems }
}
