import { describe, expect, test } from 'vitest'
import { commandOf } from './arguments.ts'

describe('the command line', () => {
  test('reports on everything', () => {
    expect(commandOf(['a.md', '--json'])).toEqual({
      kind: 'report',
      paths: ['a.md'],
      halves: ['worked', 'unread', 'other'],
      ...{ seed: '1', sheet: null, json: true, write: false },
    })
  })

  test('leaves what rules were written on out of a sheet, unless it is asked for', () => {
    const sheet = { folder: 'f', size: 200, mix: null }
    expect(commandOf(['--sheet', 'f'])).toMatchObject({ halves: ['unread', 'other'], sheet })
    expect(commandOf(['--sheet', 'f', '--half', 'worked'])).toMatchObject({ halves: ['worked'], sheet })
  })

  test('reads two rated sheets', () => {
    expect(commandOf(['--rated', 'a', 'b', '--key', 'k'])).toMatchObject({
      kind: 'rated',
      sheets: ['a', 'b'],
      key: 'k',
    })
  })

  test.each([
    [['--rated', 'a'], 'Give the key'],
    [['--rated', 'a', 'b', 'c', '--key', 'k'], 'At most two'],
    [['--key', 'k'], '--key goes with --rated'],
    [['--mix', 'm'], '--sheet FOLDER'],
    [['--sheet', 'f', '--size', '0'], '--size'],
    [['--sheet', 'f', '--write'], 'goes without'],
    [['--half', 'third'], 'No half is called third'],
    [['--write', '--half', 'worked'], 'both halves'],
    [['--unheard'], 'Unknown option'],
  ])('refuses %j', (words, message) => {
    expect(() => commandOf(words)).toThrow(message)
  })
})
