import { describe, expect, it } from 'vitest'
import type { Pack, PackQuestion, SessionItem } from '#lib/session/index.ts'
import { markingOf } from '#lib/session/index.ts'
import { defaultSettings } from '#lib/sync/index.ts'
import { packOfLighthouse, packOfMarked } from '#lib/testing/pack.ts'
import { citedBy } from './answered/cite.ts'
import { comesBack, intervalLabel } from './answered/when.ts'
import { whyNot } from './answered/why-not.ts'
import { planSession, requestOf } from './plan.ts'
import { type Asked, askedOf, labelOf } from './question.ts'

const PACK = packOfMarked('p', 'A town', [
  {
    heading: 'First',
    text: 'It rained. [[In 1786 Ardley built the bridge]], and the town was glad of it.\n\nMr. Lorne came in 1831.',
  },
  { heading: 'Second', text: '[[The railway came in 1852]]. [[The bridge was widened in 1907]] for motors.' },
])

const asked = (fact: number, part: Partial<PackQuestion>, pack: Pack = PACK): Asked => {
  const one = pack.facts[fact]
  if (!one) throw new Error('No such fact')
  const question: PackQuestion = {
    id: 'q',
    version: 1,
    factIds: [one.id],
    direction: 'forward',
    form: 'typed',
    stem: '',
    key: '',
    accepted: [],
    rationale: '',
    ...part,
  }
  const item = { setId: pack.setId, factIds: [one.id], questionId: 'q', form: question.form } as SessionItem
  return { item, pack, question, facts: [one], options: [] }
}

const sentence = (of: Asked) =>
  citedBy(of)[0]
    ?.parts.map(({ text }) => text)
    .join('')
const marked = (of: Asked) =>
  citedBy(of)[0]
    ?.parts.filter((part) => part.marked)
    .map(({ text }) => text)

describe('the footnote', () => {
  it('is the whole sentence of the document, letter for letter, with the answer marked', () => {
    const of = asked(0, { key: '1786' })
    expect(sentence(of)).toBe('In 1786 Ardley built the bridge, and the town was glad of it.')
    expect(marked(of)).toEqual(['1786'])
  })

  it('marks an accepted wording where the key itself is not in the sentence', () => {
    expect(marked(asked(0, { key: 'Thomas Ardley', accepted: ['Thomas Ardley', 'ardley'] }))).toEqual(['Ardley'])
  })

  it('marks nothing that is only part of a word', () => {
    expect(marked(asked(0, { key: 'bridg' }))).toEqual([])
  })

  it('marks all of the quote for a true statement, and what was changed for a false one', () => {
    const stem = 'In 1786 Ardley built the bridge.'
    expect(marked(asked(0, { form: 'true-false', key: 'true', stem }))).toEqual(['In 1786 Ardley built the bridge'])
    const wrong = 'In 1797 Ardley built the bridge.'
    expect(marked(asked(0, { form: 'true-false', key: 'false', stem: wrong }))).toEqual(['1786'])
  })

  it.each([
    ['The railway came in 1849.', 1, ['1852']],
    ['The road came in 1852.', 1, ['railway']],
    ['The gate was widened in 1907.', 2, ['bridge']],
    ['Nothing of the kind took place', 2, ['The bridge was widened in 1907']],
  ])('finds what “%s” changed', (stem, fact, expected) => {
    expect(marked(asked(fact, { form: 'true-false', key: 'false', stem }))).toEqual(expected)
  })

  it('says where it stands, and leads there', () => {
    const [cited] = citedBy(asked(2, { key: '1907' }))
    expect(cited?.place).toBe('Section 2, paragraph 1')
    expect(cited?.href).toBe('/read?set=p&doc=p-d1#f3')
  })

  it('never reaches over a paragraph or into a heading', () => {
    for (const [i] of packOfLighthouse().facts.entries()) {
      const of = asked(i, { key: 'x' }, packOfLighthouse())
      expect(sentence(of)).not.toContain('\n')
      const source = of.facts[0]?.source
      expect(sentence(of)).toContain(source?.kind === 'span' ? source.exact : '')
    }
  })
})

describe('marking', () => {
  it('never takes the answer of another question for a misspelling', () => {
    const other: PackQuestion = { ...asked(0, {}).question, id: 'q2', key: 'Habomais', accepted: ['Habomais'] }
    const pack = { ...PACK, questions: [other] }
    const of = asked(0, { key: 'Habomain', accepted: ['Habomain'] }, pack)
    expect(markingOf(of, 'Habomainn').verdict).toBe('right')
    expect(markingOf(of, 'Habomais').verdict).toBe('wrong')
  })

  it('says why an option is wrong, else the rationale unless the sentence says it already', () => {
    const options = [{ text: '1831', wrongBecause: 'That is when Lorne came.' }, { text: '1786' }]
    const choice = asked(0, { form: 'choice', key: '1786', options, rationale: 'Ardley built it then.' })
    expect(whyNot(choice, '1831')).toBe('That is when Lorne came.')
    expect(whyNot(choice, '')).toBe('Ardley built it then.')
    expect(whyNot(asked(0, { key: '1786', rationale: 'In 1786 Ardley built the bridge' }), '')).toBeNull()
  })
})

describe('options', () => {
  const withOptions = (form: 'choice' | 'order', texts: string[], key: string | string[]) => {
    const question = { ...asked(0, { form, key }).question, options: texts.map((text) => ({ text })) }
    const item = { setId: 'p', factIds: question.factIds, questionId: 'q', form } as SessionItem
    return (seed: string) => askedOf([{ ...PACK, questions: [question] }], item, seed)?.options
  }

  it('of an order are never shown in order', () => {
    const key = ['first', 'second']
    for (let i = 0; i < 20; i++) expect(withOptions('order', key, key)(`seed ${i}`)).toEqual(['second', 'first'])
  })

  it('that are numbers stand in their order, others are shuffled the same way every time', () => {
    expect(withOptions('choice', ['1,786', '900', '1,831'], '900')('seed')).toEqual(['900', '1,786', '1,831'])
    const names = withOptions('choice', ['a', 'b', 'c', 'd'], 'a')
    expect(names('seed')).toEqual(names('seed'))
    expect(new Set(Array.from({ length: 20 }, (_, i) => names(`${i}`)?.join()))).not.toHaveLength(1)
  })
})

describe('the label above a question', () => {
  const [first] = PACK.facts
  const asking = (accepted: string[], form: PackQuestion['form'] = 'cloze') => ({ form, accepted }) as PackQuestion
  const of = (facts: Pack['facts'], sets: number, question = asking(['1852'])) =>
    labelOf({ pack: PACK, facts, question }, sets)
  it('is the section, after the title where several sets are studied', () => {
    expect(of(PACK.facts.slice(0, 1), 1)).toBe('First')
    expect(of(PACK.facts.slice(0, 1), 2)).toBe('A town · First')
  })
  it('is the title for a question over several facts, and for a fact in no section among several sets', () => {
    expect(of(PACK.facts, 1)).toBe('A town')
    expect(of(PACK.facts, 2)).toBe('A town')
    expect(first && of([{ ...first, sectionId: null }], 2)).toBe('A town')
    expect(first && of([{ ...first, sectionId: null }], 1)).toBeNull()
  })
  it('is the title where the section gives the answer away', () => {
    expect(of(PACK.facts.slice(0, 1), 1, asking(['the first', 'first']))).toBe('A town')
    expect(of(PACK.facts.slice(0, 1), 1, asking(['true', 'First'], 'true-false'))).toBe('First')
  })
})

describe('when a card comes back', () => {
  const NOW = Date.UTC(2026, 10, 24, 12)
  const today = { now: NOW, tzOffsetMin: 0, rolloverHour: 4 }
  const at = (days: number) => NOW + days * 86_400_000 - 8 * 3_600_000
  it.each([
    [NOW + 600_000, 'in 10 minutes', '10 min'],
    [at(1), 'tomorrow', '1 day'],
    [at(6), 'in 6 days', '6 days'],
    [at(90), 'in 3 months', '3 months'],
    [at(800), 'in 27 months', '2 years'],
  ])('%d is %s', (due, sentenceWords, button) => {
    expect(comesBack(due, today)).toBe(sentenceWords)
    expect(intervalLabel(due, today)).toBe(button)
  })

  it('says ten minutes for ten minutes, also where a study day begins in between', () => {
    const beforeDawn = { ...today, now: Date.UTC(2026, 10, 24, 3, 55) }
    expect(comesBack(beforeDawn.now + 600_000, beforeDawn)).toBe('in 10 minutes')
    expect(intervalLabel(beforeDawn.now + 600_000, beforeDawn)).toBe('10 min')
  })
})

describe('a request', () => {
  const learner = {
    packs: [packOfLighthouse(), packOfLighthouse('other')],
    refs: ['lighthouse', 'other'].map((setId) => ({
      ...{ setId, version: 1, hash: '', title: '', addedAt: 0, newPerDayMax: null, paused: false },
    })),
    cards: new Map(),
    entries: [],
    settings: defaultSettings,
  }
  const plan = (search: string, settings = defaultSettings) =>
    planSession({ ...learner, settings }, requestOf(search), Date.UTC(2026, 10, 24, 12), 'seed')

  it('for nothing in particular keeps to the daily limit', () => {
    expect(plan('')).toHaveLength(defaultSettings.newPerDayMax)
  })
  it('for so many minutes brings so many questions', () => {
    expect(plan('?minutes=1')).toHaveLength(5)
    expect(requestOf('?minutes=-3').minutes).toBeNull()
    expect(requestOf('?minutes=x').minutes).toBeNull()
  })
  it('for one set asks of that set only', () => {
    expect(new Set(plan('?set=other').map((item) => item.setId))).toEqual(new Set(['other']))
    expect(plan('?set=unknown')).toEqual([])
  })
  it('for one set goes past limits that leave nothing of it, and no other request does', () => {
    const usedUp = { ...defaultSettings, newPerDayMax: 0 }
    expect(plan('', usedUp)).toEqual([])
    const items = plan('?set=other', usedUp)
    expect(items.length).toBeGreaterThan(0)
    expect(new Set(items.map((item) => item.setId))).toEqual(new Set(['other']))
    // Of its ten facts two stand in the sentence of another, and wait for another day.
    expect(plan('?set=other')).toHaveLength(8)
  })
  it('for facts asks those, due or not', () => {
    expect(plan('?facts=lighthouse-f3').map((item) => item.factIds)).toEqual([['lighthouse-f3']])
  })
  it('for more goes past the limit', () => {
    expect(plan('?more=1').length).toBeGreaterThan(defaultSettings.newPerDayMax)
  })
})
