import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeRoster, parseRoster, ROSTER_MAX, tableText } from './index.ts'

const read = (text: string) => {
  const parsed = parseRoster(text)
  return parsed.ok ? parsed.value.map(({ line, name, email, problem }) => [line, name, email, problem]) : parsed.error
}
const MILA = ['Mila Novak', 'mila@school.example'] as const

describe('a roster', () => {
  it.each([
    ['names alone', 'Mila Novak\nTom Reed'],
    ['names under a heading', 'Name\nMila Novak\nTom Reed', 2],
    ['first and last names under headings', 'First name,Last name\nMila,Novak\nTom,Reed', 2],
    ['the same in Polish and the other way round', 'Nazwisko;Imię;Klasa\r\nNovak;Mila;7b\r\nReed;Tom;7b\r\n', 2],
    ['first and last names without headings', 'Mila;Novak\nTom;Reed'],
    ['a byte order mark', '\uFEFFMila Novak\r\nTom Reed\r\n'],
    ['what Excel says of its separator', 'sep=;\nMila Novak;7\nTom Reed;8', 2],
    ['quotes and blanks', '"Mila   Novak" ,\n\tTom Reed'],
  ])('is read with %s', (_, text, first = 1) => {
    expect(read(text)).toEqual([
      [first, 'Mila Novak', null, null],
      [first + 1, 'Tom Reed', null, null],
    ])
  })

  it.each([
    ['commas', 'Mila Novak,Mila@School.example'],
    ['tabs, the address first', 'mila@school.example\tMila Novak\t7b'],
    ['headings in any order', 'Class,E-mail,Name\n7b,mila@school.example,Mila Novak'],
  ])('finds an e-mail with %s', (_, text) => expect(read(text)).toMatchObject([[expect.any(Number), ...MILA, null]]))

  it('names what is wrong line by line, and reads the others', () => {
    const text = `name,e-mail\nMila Novak,mila@school.example\n,tom@school.example\n${'x'.repeat(81)},\n\nAda,at home@x\nBo,`
    expect(read(text)).toEqual([
      [2, ...MILA, null],
      [3, '', 'tom@school.example', 'empty'],
      [4, 'x'.repeat(81), null, 'long'],
      [6, 'Ada', 'at home@x', 'email'],
      [7, 'Bo', null, null],
    ])
  })

  it('tells two of one name apart by their addresses and by nothing else', () => {
    const lines = [
      'Jan Kot,a@x.example',
      'JAN  KOT,b@x.example',
      'Jan Kot,',
      'Eva,a@x.example',
      'Eva,',
      'Eva,e@x.example',
    ]
    const parsed = parseRoster(lines.join('\n'))
    expect(parsed.ok && parsed.value.map(({ problem }) => problem)).toEqual([
      ...[null, null, 'double'],
      ...['double', null, 'double'],
    ])
  })

  it.each([
    ['', 'empty'],
    ['name,e-mail\n', 'empty'],
    ['\n \n;;\n', 'empty'],
    ['Mila Novak\n'.repeat(ROSTER_MAX + 1), 'many'],
  ])('refuses what is none', (text, error) => expect(read(text)).toBe(error))

  it('takes any text, and one bad line never fails another', () => {
    const name = fc.stringMatching(/^[A-Z][a-ząéł]{1,12} [A-Z][a-ząéł]{1,12}$/)
    const bad = fc.constantFrom(',', ' ,x@y', `${'y'.repeat(90)},`, ',,,', '\u0000,')
    const line = fc.oneof(
      { weight: 3, arbitrary: name.map((text) => [text, true] as const) },
      bad.map((text) => [text, false] as const),
    )
    fc.assert(fc.property(fc.string(), (text) => void parseRoster(text)))
    fc.assert(
      fc.property(fc.uniqueArray(line, { selector: ([text]) => text, minLength: 1 }), (lines) => {
        const good = lines.filter(([, fine]) => fine).map(([text]) => text)
        fc.pre(good.length > 0)
        const parsed = parseRoster(`name,e-mail\n${lines.map(([text, fine]) => (fine ? `${text},` : text)).join('\n')}`)
        expect(parsed.ok && parsed.value.filter(({ problem }) => problem === null).map((each) => each.name)).toEqual(
          good,
        )
      }),
    )
  })

  it('comes to the same when its rows are looked at again', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.string(), email: fc.option(fc.emailAddress()) })), (rows) => {
        const once = judgeRoster(rows)
        expect(judgeRoster(once)).toEqual(once)
      }),
    )
  })
})

describe('a table’s file', () => {
  it.each([
    ['UTF-8', [0xef, 0xbb, 0xbf, 0xc5, 0x81], '\uFEFFŁ'],
    ['UTF-16, as Excel writes “Unicode text”', [0xff, 0xfe, 0x41, 0x01], 'Ł'],
    ['UTF-16, the other way round', [0xfe, 0xff, 0x01, 0x41], 'Ł'],
    ['what Polish Excel writes', [0xa3], 'Ł'],
  ])('is read in %s', (_, bytes, text) =>
    expect(tableText(new Uint8Array(bytes), 'windows-1250').replace('\uFEFF', '')).toBe(text.replace('\uFEFF', '')),
  )
})
