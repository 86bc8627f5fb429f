import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseList } from './index.ts'

const rowsOf = (text: string) => {
  const parsed = parseList(text)
  return parsed.ok ? parsed.value.rows.map(({ front, back }) => [front, back]) : parsed.error
}

describe('a list', () => {
  it.each([
    ['by tabs', 'pier\tmolo\nquay\tnabrzeże', '\t'],
    ['by commas', 'pier,molo\nquay,nabrzeże', ','],
    ['by semicolons', 'pier;molo\nquay;nabrzeże', ';'],
    ['by dashes', 'pier - molo\r\nquay - nabrzeże', ' - '],
    ['by colons', 'pier: molo\nquay: nabrzeże', ': '],
  ])('is read %s', (_how, text, separator) => {
    const rows = [
      { front: 'pier', back: 'molo' },
      { front: 'quay', back: 'nabrzeże' },
    ]
    expect(parseList(text)).toEqual({ ok: true, value: { separator, rows, unread: [] } })
  })

  it('keeps what is quoted together, leaves out headings and further columns, and trims', () => {
    expect(rowsOf('Term,Definition,Notes\n"pier, old","a ""mole"""\n quay ,  a landing , x')).toEqual([
      ['pier, old', 'a "mole"'],
      ['quay', 'a landing'],
    ])
  })

  it('takes a comma within a definition for text where tabs part the sides', () =>
    expect(rowsOf('pier\ta mole, of stone\nquay\ta landing, of wood')).toEqual([
      ['pier', 'a mole, of stone'],
      ['quay', 'a landing, of wood'],
    ]))

  it('says which lines it could not read', () =>
    expect(parseList(`a;b\nc\n\n;d\ne;${'x'.repeat(501)}`)).toMatchObject({ value: { unread: [2, 4, 5] } }))

  it.each([
    ['', 'empty'],
    ['just a line\nand another', 'empty'],
    ['a;b\n'.repeat(5_001), 'many'],
  ])('refuses what is none', (text, error) => expect(rowsOf(text)).toBe(error))

  it('gives back any pairs that were parted by tabs', () => {
    const side = fc.stringMatching(/^[a-zé]([a-zé ,;:–"-]{0,20}[a-zé])?$/).filter((text) => !/ {2}|"/.test(text))
    fc.assert(
      fc.property(fc.array(fc.tuple(side, side), { minLength: 1 }), (pairs) => {
        const text = pairs.map((pair) => pair.join('\t')).join('\n')
        expect(rowsOf(text)).toEqual(pairs)
      }),
    )
  })
})
