import Papa from 'papaparse'
import { err, ok, type Result } from '#lib/base/index.ts'

/** What is wrong with a line of a roster. `double`: the same person stands further up. */
export type LineProblem = 'empty' | 'long' | 'email' | 'double'

export type RosterLine = {
  /** From 1 up, of the rows that were read. */
  readonly line: number
  readonly name: string
  /** In lower case; null where none is given. */
  readonly email: string | null
  readonly problem: LineProblem | null
}

export const ROSTER_MAX = 500
const NAME_MAX = 80
/** RFC 5321, 4.5.3.1.3, less the angle brackets. */
const EMAIL_MAX = 254
const SEPARATORS = ['\t', ';', ','] as const

const FULL = ['name', 'full name', 'student', 'student name', 'pupil', 'learner', 'imię i nazwisko', 'nazwisko i imię']
const FIRST = ['first name', 'firstname', 'first', 'given name', 'forename', 'imię', 'imie']
const LAST = ['last name', 'lastname', 'last', 'surname', 'family name', 'nazwisko']
const EMAIL = ['e-mail', 'email', 'mail', 'e-mail address', 'email address', 'adres e-mail', 'adres email']

const tidy = (cell: string): string =>
  cell
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .trim()

/** One name or address for one person, however it is written. */
const keyOf = (text: string): string => text.normalize('NFKC').toLowerCase()

type Columns = { readonly names: readonly number[]; readonly email: number | null }

/** Which columns a heading row names; null where the row is none. */
const headingOf = (cells: readonly string[]): Columns | null => {
  const at = (words: readonly string[]) => cells.findIndex((cell) => words.includes(cell.toLowerCase()))
  const [full, first, last, email] = [at(FULL), at(FIRST), at(LAST), at(EMAIL)]
  const names = full >= 0 ? [full] : [first, last].filter((column) => column >= 0)
  return names.length === 0 && email < 0 ? null : { names, email: email < 0 ? null : email }
}

type Person = { readonly name: string; readonly email: string | null }

/** Of a row under headings that which they name; of another the first two cells that could be names, and what has an at sign. */
const personIn = (cells: readonly string[], columns: Columns | null): Person => {
  if (columns) {
    const email = columns.email === null ? '' : (cells[columns.email] ?? '')
    return { name: tidy(columns.names.map((column) => cells[column] ?? '').join(' ')), email: email || null }
  }
  const email = cells.find((cell) => cell.includes('@')) ?? null
  const others = cells.filter((cell) => !cell.includes('@'))
  const names = others.filter((cell) => /\p{L}/u.test(cell) && !/\p{N}/u.test(cell)).slice(0, 2)
  return { name: names.length > 0 ? names.join(' ') : (others.find((cell) => cell !== '') ?? ''), email }
}

const isAddress = (email: string): boolean =>
  email.length <= EMAIL_MAX && /^[^\s@\p{C}]+@[^\s@\p{C}]+\.[^\s@.\p{C}]+$/u.test(email)

const problemOf = ({ name, email }: Person): LineProblem | null => {
  if (name === '') return 'empty'
  if (name.length > NAME_MAX) return 'long'
  return email !== null && !isAddress(email) ? 'email' : null
}

/**
 * Each person with what is wrong about them. Of two with one address, or with one name of whom at most one has an address, the
 * second is double: they could not be told apart.
 */
const judged = (people: readonly (Person & { readonly line: number })[]): RosterLine[] => {
  const addresses = new Set<string>()
  const names = new Map<string, { some: boolean; none: boolean }>()
  return people.map((person) => {
    const problem = problemOf(person)
    if (problem) return { ...person, problem }
    const name = names.get(keyOf(person.name)) ?? { some: false, none: false }
    const double = person.email === null ? name.some || name.none : addresses.has(person.email) || name.none
    if (double) return { ...person, problem: 'double' }
    names.set(keyOf(person.name), person.email === null ? { ...name, none: true } : { ...name, some: true })
    if (person.email !== null) addresses.add(person.email)
    return { ...person, problem: null }
  })
}

const rowsOf = (text: string, separator: string): string[][] =>
  Papa.parse<string[]>(text, { delimiter: separator, skipEmptyLines: false }).data.map((cells) => cells.map(tidy))

/** What parts the columns: what Excel says in a first line of its own, else what parts the most rows. */
const separated = (text: string): string[][] => {
  const [whole, sign] = /^sep=(.)(\r\n?|\n|$)/i.exec(text) ?? []
  // An empty row in its place keeps the lines counted as they are.
  if (whole !== undefined && sign !== undefined) return [[''], ...rowsOf(text.slice(whole.length), sign)]
  const parted = (rows: readonly string[][]) => rows.filter(({ length }) => length > 1).length
  const [first = [], ...others] = SEPARATORS.map((separator) => rowsOf(text, separator))
  return others.reduce((best, rows) => (parted(rows) > parted(best) ? rows : best), first)
}

/**
 * A roster as it is pasted or exported: a person a line, by a name or by first and last name, and perhaps an e-mail; parted by
 * tabs, commas or semicolons, under headings or none. A line with a problem stands in no other's way. Errors: `empty`; `many`,
 * for more than `ROSTER_MAX` people.
 */
export const parseRoster = (text: string): Result<readonly RosterLine[], 'empty' | 'many'> => {
  const rows = separated(text.replace(/^\uFEFF/, ''))
    .map((cells, index) => ({ cells, line: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const columns = headingOf(rows[0]?.cells ?? [])
  const people = rows.slice(columns ? 1 : 0).map(({ cells, line }) => {
    const { name, email } = personIn(cells, columns)
    return { line, name, email: email?.toLowerCase() ?? null }
  })
  if (people.length > ROSTER_MAX) return err('many')
  return people.length === 0 ? err('empty') : ok(judged(people))
}

/** What people are told apart by, looked at again where rows come by another way than `parseRoster`. */
export const judgeRoster = (rows: readonly Person[]): RosterLine[] =>
  judged(
    rows.map(({ name, email }, index) => ({ line: index + 1, name: tidy(name), email: email?.toLowerCase() || null })),
  )
