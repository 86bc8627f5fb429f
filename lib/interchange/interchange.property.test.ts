import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyEntry } from '#lib/testing/random-entries.ts'
import { runs } from '#lib/testing/runs.ts'
import {
  csvLine,
  decodeEntry,
  decodeRow,
  encodeEntry,
  encodeRow,
  entryCells,
  RESTORED,
  type Row,
  type Table,
} from './index.ts'

const instant = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })
const AT_MAX = 8_640_000_000_000_000

describe('the log', () => {
  it('comes out of an archive as it went in, any entry, at any time', () => {
    const place = fc.record({
      serverSeq: fc.nat(),
      effectiveAt: fc.integer({ min: 0, max: AT_MAX }),
      receivedAt: fc.integer({ min: 0, max: AT_MAX }),
    })
    fc.assert(
      fc.property(anyEntry, place, (entry, at) => {
        const line = encodeEntry(at, JSON.stringify(entry))
        expect(line).not.toMatch(/\n/)
        const decoded = decodeEntry(line)
        // As JSON has it: of −0 there is none.
        expect(decoded).toEqual({ ok: true, value: JSON.parse(JSON.stringify({ ...at, entry })) })
        if (decoded.ok) expect(JSON.stringify(decoded.value.entry)).toBe(JSON.stringify(entry))
      }),
      { numRuns: runs(300) },
    )
  })

  it('is one line of a table, however an answer is written', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const at = { serverSeq: 1, effectiveAt: 0, receivedAt: 0 }
        const line = csvLine(entryCells({ ...at, entry }))
        const cells = cellsOf(line)
        expect(cells).toHaveLength(16)
        for (const cell of cells) expect(/^-?\d+$/.test(cell) || !/^[=+\-@\t\r]/.test(cell)).toBe(true)
        if (entry.kind === 'review') expect([entry.given, `'${entry.given}`]).toContain(cells[12])
      }),
      { numRuns: runs(300) },
    )
  })

  it.each([
    ['', 'no JSON'],
    ['null', 'not an object'],
    ['{"serverSeq":1,"effectiveAt":-5,"receivedAt":1,"entry":{}}', 'bad place'],
    ['{"serverSeq":1,"effectiveAt":1.5,"receivedAt":1,"entry":{}}', 'bad place'],
    [
      '{"serverSeq":1,"effectiveAt":1,"receivedAt":1,"entry":{"kind":"settings","__proto__":1}}',
      'unknown key __proto__',
    ],
    ['{"serverSeq":1,"effectiveAt":1,"receivedAt":1,"entry":{"kind":"forged"}}', 'bad kind'],
  ])('does not take %j: %s', (line, error) => expect(decodeEntry(line)).toEqual({ ok: false, error }))
})

/** A reader of RFC 4180, written apart from the writer. */
const cellsOf = (line: string): string[] =>
  [...line.replace(/\r\n$/, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(?=,|$)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )

describe('a table for a spreadsheet', () => {
  it.each([
    [['=1+1', '+49', '-2', '@me', '\tx', '\rx'], `'=1+1,'+49,'-2,'@me,'\tx,"'\rx"\r\n`],
    [['a,b', 'say "so"', 'two\nlines', ''], '"a,b","say ""so""","two\nlines",\r\n'],
    [[-540, 0.9, true, null], '-540,0.9,true,\r\n'],
  ])('writes %j harmlessly', (cells, line) => expect(csvLine(cells)).toBe(line))
})

const TEXTS = ['private', 'public', 'A', 'choice', 'accepted', 'mixed', 'ü „x“', 'two\nlines', '👩‍👩‍👧']

const anyValue = (table: Table, name: string): fc.Arbitrary<unknown> => {
  const { stored, nullable, fits } = table.columns[name] ?? { stored: 'text', nullable: true, fits: () => true }
  // A filter that nothing passes would look for ever.
  if (stored === 'text' && !TEXTS.some(fits)) throw new Error(`No text fits the column ${name}`)
  const made: Record<string, fc.Arbitrary<unknown>> = {
    text: fc.constantFrom(...TEXTS),
    integer: fc.nat(),
    boolean: fc.boolean(),
    float8: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    instant: instant.map((at) => at.toISOString()),
    jsonb: fc.constantFrom<unknown>('one', ['a', 'b'], [['a', 'b']], [{ text: 'x', wrongBecause: 'y' }], {}),
    '"Direction"': fc.constantFrom('forward', 'backward'),
  }
  const value = (made[stored] ?? fc.constant(null)).filter(fits)
  return nullable ? fc.option(value) : value
}

describe('the tables', () => {
  it.each(Object.entries<Table>(RESTORED))('%s come out as they went in', (_name, table) => {
    const row = fc.record(Object.fromEntries(Object.keys(table.columns).map((name) => [name, anyValue(table, name)])))
    fc.assert(
      fc.property(row, (one) => {
        expect(decodeRow(table, encodeRow(table, one as Row))).toEqual({
          ok: true,
          value: JSON.parse(JSON.stringify(one)),
        })
      }),
      { numRuns: runs(30) },
    )
  })

  it.each([
    ['[]', 'not an object'],
    ['{"id":"a"}', 'bad importHash'],
    ['{"id":5,"importHash":null,"createdAt":"2026-01-01T00:00:00.000Z"}', 'bad id'],
    ['{"id":"","importHash":null,"createdAt":"2026-01-01T00:00:00.000Z"}', 'bad id'],
    ['{"id":"a\\u0000","importHash":null,"createdAt":"2026-01-01T00:00:00.000Z"}', 'bad id'],
    ['{"id":"a","importHash":null,"createdAt":"yesterday"}', 'bad createdAt'],
    ['{"id":"a","importHash":null,"createdAt":null}', 'bad createdAt'],
  ])('do not take %j: %s', (line, error) => expect(decodeRow(RESTORED.documents, line)).toEqual({ ok: false, error }))

  it('take a row from before a column was added as one in which it is null', () =>
    expect(decodeRow(RESTORED.questions, '{"id":"a","createdAt":"2026-01-01T00:00:00.000Z"}')).toEqual({
      ok: true,
      value: { id: 'a', asked: null, createdAt: '2026-01-01T00:00:00.000Z' },
    }))

  it('leave out what is no column of theirs', () =>
    expect(encodeRow(RESTORED.documents, { id: 'a', ownerId: 'somebody', createdAt: new Date(0) })).toBe(
      '{"id":"a","importHash":null,"createdAt":"1970-01-01T00:00:00.000Z"}',
    ))
})
