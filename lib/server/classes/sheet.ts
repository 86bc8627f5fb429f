import 'server-only'
import Papa from 'papaparse'
import writeXlsx, { type SheetData } from 'write-excel-file/node'
import { studyDayDate } from '#lib/scheduling/index.ts'
import type { Viewer } from '../viewer.ts'
import { t } from '../words.ts'
import { type Gradebook, type GradeCell, type GradeColumn, gradesIn } from './grades.ts'
import { classOf } from './read.ts'
import { reasonWords } from './reason-words.ts'

/** A cell: a share from 0 to 1, a plain number, a text, or nothing. */
type Value = { readonly share: number } | number | string | null
export type GradeFile = { readonly name: string; readonly type: string; readonly bytes: Buffer }

/**
 * What a spreadsheet would take for a formula when it reads a CSV file (OWASP, "CSV Injection"), in full width as well; the cell
 * then gets an apostrophe before it.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

const headsOf = ({ kind, title }: GradeColumn): string[] =>
  kind === 'study'
    ? [
        t('grades.colMet', { title }),
        t('grades.colToday', { title }),
        t('grades.colDue', { title }),
        t('grades.colSelf', { title }),
      ]
    : [
        t('grades.colMark', { title }),
        t('grades.colPoints', { title }),
        t('grades.colOutOf', { title }),
        t('grades.colAttempts', { title }),
      ]

const share = (value: number | null): Value => (value === null ? null : { share: value })

const valuesOf = (cell: GradeCell | null): Value[] => {
  if (cell === null) return [null, null, null, null]
  if (cell.kind === 'quiz') return [share(cell.mark), cell.points, cell.outOf, cell.attempts]
  return [share(cell.met), share(cell.today), share(cell.due), share(cell.selfRated)]
}

const minutes = (ms: number): number => Math.round(ms / 60_000)

const rowsOf = ({ columns, rows }: Gradebook): Value[][] => [
  [
    ...[t('grades.name'), ...columns.flatMap(headsOf)],
    ...[t('grades.colMinutes'), t('grades.week'), t('grades.last'), t('grades.colWord')],
  ],
  ...rows.map((row) => [
    ...[row.name ?? t('grades.nameless'), ...row.cells.flatMap(valuesOf), minutes(row.spentMs), minutes(row.weekMs)],
    row.lastDay === null ? null : studyDayDate(row.lastDay),
    row.reasons.map((reason) => reasonWords(t, reason, columns)).join(', '),
  ]),
]

const csvOf = (rows: readonly Value[][]): Buffer => {
  const plain = rows.map((row) =>
    row.map((value) => (typeof value === 'object' && value !== null ? Math.round(value.share * 1_000) / 1_000 : value)),
  )
  // Every cell is quoted, so that no separator of another country parts one; the mark tells spreadsheets that it is UTF-8.
  return Buffer.from(`\uFEFF${Papa.unparse(plain, { quotes: true, escapeFormulae: FORMULA, newline: '\r\n' })}`)
}

/** Control characters are no XML, and a cell can do without them. */
const inXml = (text: string): string => text.replace(/\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, ' ')

const xlsxOf = async (rows: readonly Value[][]): Promise<Buffer> => {
  const data: SheetData = rows.map((row, nth) =>
    row.map((value) => {
      if (value === null) return null
      if (typeof value === 'string')
        return { type: String, value: inXml(value), ...(nth === 0 ? { fontWeight: 'bold' as const } : {}) }
      return typeof value === 'number' ? { type: Number, value } : { type: Number, value: value.share, format: '0%' }
    }),
  )
  return writeXlsx(data, { stickyRowsCount: 1, stickyColumnsCount: 1 }).toBuffer()
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type SheetFormat = keyof typeof TYPES

/** The gradebook of a class as a file, for those who teach it. Throws `not-found`. */
export const gradeSheet = async (
  viewer: Viewer,
  { classId, format }: { readonly classId: string; readonly format: SheetFormat },
): Promise<GradeFile> => {
  const rows = rowsOf(await gradesIn(viewer, classId))
  const { title, note } = await classOf(viewer, classId)
  const name = [t('grades.fileTitle'), title, ...(note ? [note] : [])].join(', ')
  return { name: `${name}.${format}`, type: TYPES[format], bytes: format === 'csv' ? csvOf(rows) : await xlsxOf(rows) }
}
