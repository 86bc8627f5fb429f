import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholeVoice, wordsOf } from './catalogue.ts'
import { en } from './en.ts'
import { LANGUAGES, type Language, languages } from './languages.ts'
import { pl } from './pl.ts'
import type { Catalogue, Message } from './types.ts'
import { sentence, voiceOf } from './words.ts'

const textsOf = (catalogue: Catalogue): [key: string, message: Message][] =>
  Object.entries(catalogue).flatMap(([section, messages]) =>
    Object.entries(messages).map(([key, message]): [string, Message] => [`${section}.${key}`, message]),
  )
const formsOf = (message: Message): [string, string][] =>
  typeof message === 'string' ? [['', message]] : Object.entries(message)
const allTexts = (catalogue: Catalogue) =>
  textsOf(catalogue).flatMap(([key, message]) =>
    formsOf(message).map(([form, text]) => [`${key} ${form}`, text] as const),
  )

/** Words that only builders use, and ways of speaking that the design rules out. */
const UNFIT: Record<'en' | 'pl', RegExp> = {
  en: /!|\b(tier|stability|retrievability|lapse|leech|facility|fold|payload|invalid|null|undefined|oops|awesome|streak)s?\b/i,
  pl: /!|(?<!\p{L})(stabilno\p{L}*|retrievability|lapse|pijawk\p{L}*|leech|facility|fold|odtwarzalno\p{L}*|payload|nieprawidłow\p{L}*|null|undefined|ups|super|tier)(?!\p{L})/iu,
}

describe.each([
  ['en', en],
  ['pl', pl],
] as const)('the catalogue in %s', (language, catalogue) => {
  it.each(allTexts(catalogue))('%s is fit for a learner', (_, text) => {
    expect(text.trim()).not.toBe('')
    expect(text).not.toMatch(UNFIT[language])
    expect(text).not.toMatch(/ {2}|'|"|\.\.\./)
  })
})

it.each([
  ['en', 'Oops! Invalid payload'],
  ['en', 'Its stability fell'],
  ['pl', 'Nieprawidłowe dane'],
] as const)('in %s the check notices %j', (language, text) => expect(text).toMatch(UNFIT[language]))

describe('Polish', () => {
  const polish = new Map(textsOf(pl))
  const namesIn = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  const namesOf = (message: Message) => new Set(formsOf(message).flatMap(([, text]) => [...namesIn(text)]))
  const plurals = new Intl.PluralRules('pl').resolvedOptions().pluralCategories.sort()

  it('has every message and no other', () => expect([...polish.keys()]).toEqual(textsOf(en).map(([key]) => key)))

  it.each(textsOf(en))('%s says as much, in every form the language has', (key, message) => {
    const said = polish.get(key) ?? ''
    expect([...namesOf(said)].sort().filter((name) => name !== 'n')).toEqual(
      [...namesOf(message)].sort().filter((name) => name !== 'n'),
    )
    if (typeof message !== 'string') expect(Object.keys(said).sort()).toEqual(plurals)
  })

  it('is no English left standing', () => {
    const same = textsOf(en).filter(([key, message]) => typeof message === 'string' && polish.get(key) === message)
    // Names, signs, and what both languages write alike.
    const alike = ['common.name', 'common.pageTitle', 'study.inMinutes', 'study.matched', 'account.email']
    const both = [
      'account.themeSystem',
      'account.themeSepia',
      'progress.none',
      'reader.standing',
      'paste.doneCounts',
      'saved.megabytes',
      'common.plan',
      'plan.title',
      'plan.minutesShort',
      'results.minutes',
      'due.from',
    ]
    expect(same.map(([key]) => key).filter((key) => ![...alike, ...both].includes(key))).toEqual([])
  })

  it.each([
    [0, '0 faktów'],
    [1, '1 fakt'],
    [2, '2 fakty'],
    [5, '5 faktów'],
    [12, '12 faktów'],
    [22, '22 fakty'],
    [1.5, '1,5 faktu'],
  ])('counts %d facts as %s', (n, text) => expect(wholeVoice('pl').t('common.facts', { n })).toBe(text))
})

describe('a voice', () => {
  const { t, inWords } = wholeVoice('en')

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

  it('knows only the sections it was given', () => {
    const some = voiceOf('en', wordsOf('en', ['common']))
    expect(some.t('common.today')).toBe('Today')
    expect(() => some.t('today.title')).toThrow('No message')
  })

  it.each(languages.map((language): [Language] => [language]))('in %s says everything', (language) => {
    const voice = wholeVoice(language)
    for (const [key] of textsOf(en))
      expect((voice.t as (key: string, values: object) => string)(key, { n: 2 })).not.toBe('')
    expect(voice.dir).toBe(LANGUAGES[language].dir)
  })

  it.each([
    [0, 'no'],
    [1, 'one'],
    [18, 'eighteen'],
    [20, 'twenty'],
    [42, 'forty-two'],
    [99, 'ninety-nine'],
    [100, '100'],
    [1200, '1,200'],
  ])('says %d as %s', (n, words) => expect(inWords(n)).toBe(words))

  it('opens a sentence with a capital', () => expect(sentence('eighteen to recall.')).toBe('Eighteen to recall.'))
})
