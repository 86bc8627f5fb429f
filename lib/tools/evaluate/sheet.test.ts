import { describe, expect, test } from 'vitest'
import { MIX_COLUMNS, SHEET_COLUMNS, STEM_COLUMNS } from './columns.ts'
import { readCsv, written } from './csv.ts'
import { readMix } from './mix.ts'
import { candidatesOf } from './row.ts'
import { sheetOf } from './sheet.ts'
import { question, subject } from './testing/example.ts'

describe('a row', () => {
  const shown = (own: Parameters<typeof question>[0]) => candidatesOf(subject([question(own)]))[0]?.shown

  test('has the line above the stem that a learner sees', () => {
    expect(shown({})?.context).toBe('A bridge · Opening')
    expect(shown({ accepted: ['1878', 'Opening'] })?.context).toBe('A bridge')
    expect(shown({ factIds: ['opened', 'fell'] })?.context).toBe('A bridge')
  })

  test('has the quotes of its facts, and cells whose parts stay apart', () => {
    expect(shown({ factIds: ['opened', 'ships'] })?.source).toBe(
      'The bridge opened in 1878. […] =Ships passed | under it.',
    )
    expect(shown({ accepted: ['1878', 'a|b'] })?.accepted).toBe('1878 | a¦b')
  })

  test.each([
    ['choice', { options: [{ text: 'a' }, { text: 'b' }], key: 'a' }, ['a', 'b'], 'a'],
    ['order', { key: ['a', 'b'] }, ['a', 'b'], 'a > b'],
    ['true-false', { key: 'true' }, ['false', 'true'], 'true'],
    ['number', { key: '12', unit: 'km' }, ['in km'], '12'],
    ['cloze', { key: 'a' }, [''], 'a'],
  ] as const)('of the form %s has its options and key', (form, own, options, key) => {
    const row = shown({ form, ...(own as Parameters<typeof question>[0]) })
    expect(row?.options.split(' | ').sort()).toEqual(options)
    expect(row?.key).toBe(key)
  })

  test('of a match has what is matched before what it is matched to', () => {
    const row = shown({ form: 'match', left: ['a', 'b'], key: ['1', '2'], options: [{ text: '2' }, { text: '1' }] })
    expect(row?.options).toMatch(/^a \| b ↔ (1 \| 2|2 \| 1)$/)
    expect(row?.key).toBe('a ↔ 1 | b ↔ 2')
  })

  test('is of tier A', () => {
    expect(candidatesOf(subject([question({ tier: 'B' })]))).toEqual([])
  })
})

describe('a table', () => {
  test('keeps what it is given', () => {
    const rows = [{ id: 'q001', stem: 'Who said “a, b"?\nShe', comment: '' }]
    expect(readCsv(written(['id', 'stem', 'comment'], rows), ['id'], 'x')).toEqual(rows)
  })

  test.each(['=1+1', '+1', '-1', '@a', '\t=1', '=HYPERLINK("x")\nmore'])('does not let %j be a formula', (stem) => {
    expect(readCsv(written(['stem'], [{ stem }]), ['stem'], 'x')).toEqual([{ stem: `'${stem}` }])
  })

  test('is read with semicolons and a byte order mark, and says which column it lacks', () => {
    expect(readCsv('\uFEFFid;stem\nq1;a\n;\n', ['id', 'stem'], 'x')).toEqual([{ id: 'q1', stem: 'a' }])
    expect(() => readCsv('id,stem\n', ['id', 'key'], 'x.csv')).toThrow('x.csv has no column “key”.')
  })
})

const MIX = [
  MIX_COLUMNS.join(','),
  'hand,law,Law,typed,Who makes law?,,Parliament,,Parliament makes law.',
  'planted,law,Law,cloze,It is ____.,,so,so | thus,It is so.',
].join('\n')

describe('rows to be mixed in', () => {
  test('are read, the key accepted where nothing else is', () => {
    const [hand, planted] = readMix(MIX, 'mix.csv')
    expect(hand).toMatchObject({
      key: { origin: 'hand', domain: 'law', form: 'typed' },
      shown: { accepted: 'Parliament' },
    })
    expect(planted?.shown.accepted).toBe('so | thus')
  })

  test.each([
    ['hand', 'good', 'row 1: origin must be “hand” or “planted”, not “good”.'],
    ['Who makes law?', '', 'row 1: stem must not be empty.'],
  ])('are refused with %s for %j', (from, to, message) => {
    expect(() => readMix(MIX.replace(from, to), 'mix.csv')).toThrow(message)
  })
})

describe('a sheet', () => {
  const subjects = ['a', 'b'].map((name) =>
    subject(
      Array.from({ length: 6 }, (_, i) => question({ id: `${name}${i}`, stem: `Stem ${name}${i}?` })),
      { name, half: 'unread' },
    ),
  )
  const sheet = (seed: string) => sheetOf(subjects.flatMap(candidatesOf), readMix(MIX, 'mix.csv'), 6, seed)

  test('is the same for the same seed', () => {
    expect(sheet('1')).toEqual(sheet('1'))
    expect(sheet('2').sheet).not.toBe(sheet('1').sheet)
  })

  test('draws evenly and mixes everything else in', () => {
    const rows = Object.values(sheet('1').rows)
    expect(rows).toHaveLength(8)
    expect(rows.map(({ origin, document }) => document ?? origin).sort()).toEqual([
      'a',
      'a',
      'a',
      'b',
      'b',
      'b',
      'hand',
      'planted',
    ])
  })

  test('has no word of what a row is, and no key or source beside the stems', () => {
    const { stems, sheet: whole, rows } = sheet('1')
    const first = readCsv(stems, STEM_COLUMNS, 'stems')
    const second = readCsv(whole, SHEET_COLUMNS, 'sheet')
    expect(first.map(({ id }) => id)).toEqual(Object.keys(rows))
    expect(second.map(({ stem }) => stem)).toEqual(first.map(({ stem }) => stem))
    expect(Object.keys(first[0] ?? {})).toEqual(STEM_COLUMNS)
    expect(Object.keys(second[0] ?? {})).toEqual(SHEET_COLUMNS)
    expect(stems).not.toMatch(/1878|Parliament/)
    expect(stems + whole).not.toMatch(/hand|planted|generated|unread/)
  })
})
