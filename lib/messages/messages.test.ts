import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { common } from './en/common.ts'
import { landing } from './en/landing.ts'
import { en } from './en.ts'
import { t } from './translate.ts'
import { translator } from './translator.ts'
import type { Message } from './types.ts'
import { inWords, sentence } from './words.ts'

const texts: [string, string][] = Object.entries(en).flatMap(([section, messages]) =>
  Object.entries(messages as Record<string, Message>).flatMap(([key, message]): [string, string][] =>
    typeof message === 'string'
      ? [[`${section}.${key}`, message]]
      : Object.entries(message).map(([form, text]) => [`${section}.${key}.${form}`, text]),
  ),
)

/** Words that only builders use, and ways of speaking that the design rules out. */
const UNFIT = /!|\b(tier|stability|lapse|fold|payload|invalid|null|undefined|oops|awesome|streak)\b/i

describe('the catalogue', () => {
  it.each(texts)('%s is fit for a learner', (_, text) => {
    expect(text.trim()).not.toBe('')
    expect(text).not.toMatch(UNFIT)
    expect(text).not.toMatch(/ {2}|'|"|\.\.\./)
  })

  it('notices a text that is not', () => expect('Oops! Invalid payload').toMatch(UNFIT))
})

describe('t', () => {
  it('fills in values and chooses the plural', () => {
    expect(t('common.facts', { n: 1 })).toBe('1 fact')
    expect(t('common.facts', { n: 1234 })).toBe('1,234 facts')
    expect(t('today.held', { held: 10, all: 24 })).toBe('10 of 24 held')
  })

  it('does not compile with a wrong key or a missing value', () => {
    // @ts-expect-error no such key
    expect(() => t('today.nothing')).toThrow('No message')
    // @ts-expect-error `all` is missing
    expect(t('today.held', { held: 1 })).toContain('{all}')
    // @ts-expect-error a plural needs its number
    expect(t('common.facts', {})).toContain('{n}')
  })

  it('never reads a value as a pattern', () => {
    fc.assert(
      fc.property(fc.string(), (when) => {
        expect(t('reader.due', { when })).toBe(`Due ${when}`)
      }),
    )
  })
})

describe('a translator of some sections', () => {
  const some = translator({ common, landing })

  it('says what the whole catalogue says', () => {
    expect(some('common.facts', { n: 2 })).toBe(t('common.facts', { n: 2 }))
    expect(some('landing.claim')).toBe(t('landing.claim'))
  })
  it('does not know the others', () => {
    // @ts-expect-error not among its sections
    expect(() => some('today.title')).toThrow('No message')
  })
})

describe('numbers in words', () => {
  it.each([
    [0, 'no'],
    [1, 'one'],
    [18, 'eighteen'],
    [20, 'twenty'],
    [42, 'forty-two'],
    [99, 'ninety-nine'],
    [100, '100'],
    [1200, '1,200'],
  ])('%d is %s', (n, words) => expect(inWords(n)).toBe(words))

  it('opens a sentence with a capital', () => expect(sentence('eighteen to recall.')).toBe('Eighteen to recall.'))
})
