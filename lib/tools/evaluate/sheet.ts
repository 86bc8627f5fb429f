import { seededRandom, shuffled } from '#lib/base/index.ts'
import { SHEET_COLUMNS, STEM_COLUMNS } from './columns.ts'
import { written } from './csv.ts'
import type { Candidate, Shown } from './row.ts'
import { stratified } from './sample.ts'

/** `hand`: written by a person and good. `planted`: written to be refused. */
export type Origin = 'generated' | 'hand' | 'planted'

/** What a row is, which its raters must not know. `document`, `half` and `question` are those of generated rows. */
export type KeyRow = {
  origin: Origin
  domain: string
  form: string
  document?: string
  half?: string
  question?: string
}
export type Key = { seed: string; date: string; commit: string; rows: Record<string, KeyRow> }

export type Mixed = { shown: Shown; key: KeyRow }

export type Sheet = { stems: string; sheet: string; rows: Record<string, KeyRow> }

const keyRow = ({ shown, document, half, domain, question }: Candidate): KeyRow => ({
  ...{ origin: 'generated', domain, form: shown.form },
  ...{ document, half, question },
})

/** A text such as q007, which no spreadsheet takes for a number. */
const idOf = (index: number, count: number): string =>
  `q${String(index + 1).padStart(Math.max(3, String(count).length), '0')}`

/**
 * A rating sheet: `size` of the candidates, drawn evenly from the documents, and all of `mix`, shuffled together. The same
 * seed and candidates give the same bytes.
 */
export const sheetOf = (candidates: readonly Candidate[], mix: readonly Mixed[], size: number, seed: string): Sheet => {
  const drawn = stratified(
    candidates,
    ({ domain, document }) => `${domain}/${document}`,
    size,
    seededRandom(`${seed}|sample`),
  )
  const rows = shuffled(
    [...drawn.map((one) => ({ shown: one.shown, key: keyRow(one) })), ...mix],
    seededRandom(`${seed}|order`),
  ).map((row, i, all) => ({ ...row, id: idOf(i, all.length) }))
  const records = rows.map(({ id, shown }) => ({ id, ...shown }))
  return {
    stems: written(STEM_COLUMNS, records),
    sheet: written(SHEET_COLUMNS, records),
    rows: Object.fromEntries(rows.map(({ id, key }) => [id, key])),
  }
}
