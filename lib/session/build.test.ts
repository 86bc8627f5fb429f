import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardKey, foldCards, type StoredEntry } from '#lib/log/index.ts'
import { gradeOf, NOON, reviewOf, storedOf } from '#lib/testing/entries.ts'
import { cardInReview, cardsOf, packOfForms, packOfRows, SINGLE_FORMS, sessionInputOf } from '#lib/testing/session.ts'
import { buildSession, keepGoing, questionOf, type SessionItem, studiedToday } from './index.ts'

const DAY = 86_400_000
const factsOf = (items: readonly SessionItem[]) =>
  items.filter((item) => item.factIds.length === 1).map((item) => item.factIds[0])
const formsOf = (items: readonly SessionItem[]) => items.map((item) => item.form)
const inReview = (count: number, stability: number) =>
  cardsOf(...Array.from({ length: count }, (_, i) => cardInReview(`s-${i + 1}`, stability, 10 + i, i)))

describe('a first session', () => {
  test('brings the new facts of a day, by their numbers', () => {
    const { items, counts } = buildSession(sessionInputOf([packOfForms(30)]))
    expect(factsOf(items)).toEqual(Array.from({ length: 10 }, (_, i) => `s-${i + 1}`))
    expect(items.every((item) => item.why === 'new')).toBe(true)
    expect(counts).toEqual({ due: 0, new: 10, minutes: 2, backlog: null, spent: false, dayOff: false })
  })

  test('of ten questions shows at least four forms, and begins with the easiest', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(3), (seed, joint) => {
        const { items } = buildSession(
          sessionInputOf([packOfForms(30, SINGLE_FORMS, joint)], { seed, limits: { items: 10 } }),
        )
        expect(items).toHaveLength(10)
        expect(new Set(formsOf(items)).size).toBeGreaterThanOrEqual(4)
        expect(items[0]?.form).toBe('choice')
      }),
    )
  })

  test('brings in a form that only one fact bears', () => {
    const pack = packOfForms(10, ['choice', 'true-false', 'cloze'])
    const typed = packOfForms(10, ['typed']).questions.filter((question) => question.factIds[0] === 's-9')
    const { items } = buildSession(sessionInputOf([{ ...pack, questions: [...pack.questions, ...typed] }]))
    expect(new Set(formsOf(items))).toEqual(new Set(['choice', 'true-false', 'cloze', 'typed']))
  })

  test('joins facts in order only after each was asked by itself', () => {
    const { items } = buildSession(sessionInputOf([packOfForms(30, SINGLE_FORMS, 4)], { limits: { items: 20 } }))
    const at = items.findIndex((item) => item.form === 'order')
    const joined = items[at]
    const before = factsOf(items.slice(0, at))
    expect(joined?.factIds.every((factId) => before.includes(factId))).toBe(true)
    expect(joined?.again.map((retry) => retry.factId)).toEqual(joined?.factIds)
    expect(items).toHaveLength(11)
  })

  test('brings forward the facts of a question that joins later ones, within the limits', () => {
    const pack = packOfForms(30, SINGLE_FORMS, 6)
    const late = { ...pack, questions: pack.questions.filter(({ id, form }) => form !== 'order' || id === 's-order-6') }
    const { items } = buildSession(sessionInputOf([late]))
    expect(factsOf(items)).toEqual([...[1, 2, 3, 4, 5, 6, 7].map((n) => `s-${n}`), 's-16', 's-17', 's-18'])
    expect(items.at(-1)?.form).toBe('order')
    const enrolments = [{ setId: 's', addedAt: 0, newPerDayMax: 2, paused: false }]
    expect(factsOf(buildSession(sessionInputOf([late], { enrolments })).items)).toEqual(['s-1', 's-2'])
  })

  test('asks a fact that has no question of its own together with others, as one of the day’s new ones', () => {
    const pack = packOfForms(30, SINGLE_FORMS, 1)
    const bare = {
      ...pack,
      questions: pack.questions.filter(({ factIds, form }) => form === 'order' || factIds[0] !== 's-2'),
    }
    const { items } = buildSession(sessionInputOf([bare]))
    expect(items.find((item) => item.form === 'order')?.factIds).toContain('s-2')
    expect(factsOf(items)).not.toContain('s-2')
    expect(new Set(items.flatMap((item) => item.factIds)).size).toBe(10)
  })

  test('is the same for the same seed', () => {
    const input = sessionInputOf([packOfForms(30, SINGLE_FORMS, 3)])
    expect(buildSession(input)).toEqual(buildSession(input))
  })
})

describe('what is new', () => {
  test('comes by its number, or where the set says so mixed, the same on every device', () => {
    const pack = packOfForms(30, ['typed'])
    const begun = (order?: 'mixed') =>
      factsOf(buildSession(sessionInputOf([order ? { ...pack, order } : pack])).items).sort()
    const first = pack.facts.slice(0, 10).map(({ id }) => id)
    expect(begun()).toEqual(first.sort())
    expect(begun('mixed')).not.toEqual(first)
    expect(begun('mixed')).toEqual(begun('mixed'))
  })
})

describe('what is due', () => {
  const pack = packOfForms(30)
  test('comes the longest overdue for its interval first, new facts spread between', () => {
    const cards = cardsOf(
      cardInReview('s-1', 30, 33, 3),
      cardInReview('s-2', 30, 4, 2),
      cardInReview('s-3', 30, 100, 1),
    )
    const { items, counts } = buildSession(sessionInputOf([pack], { cards }))
    expect(factsOf(items.filter((item) => item.why === 'due'))).toEqual(['s-2', 's-1', 's-3'])
    expect(counts).toMatchObject({ due: 3, new: 10 })
    expect(items.findIndex((item) => item.why === 'new')).toBeLessThan(3)
  })

  test('is all that falls on this study day, but what was missed only when its minutes are over', () => {
    const later = { ...cardInReview('s-1', 5, 5, 0), due: NOON + 3_600_000 }
    const missed = { ...later, state: 'relearning' as const }
    const dueOf = (card: typeof later) => buildSession(sessionInputOf([pack], { cards: cardsOf(card) })).counts.due
    expect([dueOf(later), dueOf(missed), dueOf({ ...missed, due: NOON })]).toEqual([1, 0, 1])
  })

  test('leaves out what is suspended or put away for today', () => {
    const card = cardInReview('s-1', 5, 5, 1)
    const dueOf = (change: object) =>
      buildSession(sessionInputOf([pack], { cards: cardsOf({ ...card, ...change }) })).counts.due
    expect(dueOf({ suspended: true })).toBe(0)
    expect(dueOf({ buriedDay: card.lastDay + 5 })).toBe(0)
    expect(dueOf({ buriedDay: card.lastDay + 4 })).toBe(1)
  })

  test('is asked harder as the memory grows, and easier after a miss', () => {
    const formsAt = (stability: number, state: 'review' | 'relearning' = 'review') => {
      const cards = new Map([...inReview(12, stability)].map(([key, card]) => [key, { ...card, state }]))
      const settings = { newPerDayMax: 0, reviewsPerDayMax: 200, desiredRetention: 0.9, rolloverHour: 4 }
      const { items } = buildSession(sessionInputOf([pack], { cards, settings, limits: { items: 12 } }))
      const share = (...forms: string[]) => items.filter((item) => forms.includes(item.form)).length / items.length
      return { recognise: share('choice', 'true-false'), cloze: share('cloze'), typed: share('typed') }
    }
    expect(formsAt(2).recognise).toBeGreaterThan(0.5)
    expect(formsAt(8).cloze).toBeGreaterThan(0.45)
    expect(formsAt(8).recognise).toBeLessThan(0.2)
    expect(formsAt(60).typed).toBeGreaterThan(0.6)
    expect(formsAt(60).recognise).toBe(0)
    expect(formsAt(60, 'relearning').recognise).toBeGreaterThan(0.5)
  })

  test('is joined where a question asks several that are due, each of them once', () => {
    const cards = inReview(9, 20)
    const { items } = buildSession(sessionInputOf([packOfForms(30, SINGLE_FORMS, 3)], { cards }))
    const joined = items.find((item) => item.form === 'order')
    const singles = factsOf(items)
    expect(joined?.why).toBe('due')
    expect(joined?.factIds.some((factId) => singles.includes(factId))).toBe(false)
  })

  test('never asks by the question that asked last, where the fact has another', () => {
    const last = (form: string) =>
      Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`s-${i + 1}`, `s-${i + 1}-${form}`]))
    for (const form of SINGLE_FORMS) {
      const today = { introduced: [], reviewed: [], lastQuestions: last(form) }
      expect(formsOf(buildSession(sessionInputOf([pack], { today })).items)).not.toContain(form)
    }
    const only = packOfForms(3, ['cloze'])
    const today = { introduced: [], reviewed: [], lastQuestions: last('cloze') }
    expect(buildSession(sessionInputOf([only], { today })).items).toHaveLength(3)
  })
})

describe('limits', () => {
  const settings = { newPerDayMax: 4, reviewsPerDayMax: 5, desiredRetention: 0.9, rolloverHour: 4 }
  test('of a day count what was done on it', () => {
    const today = { introduced: ['x|forward'], reviewed: ['y|forward', 'z|forward'], lastQuestions: {} }
    const cards = cardsOf(...Array.from({ length: 20 }, (_, i) => cardInReview(`s-${i + 1}`, 10, 11, 1)))
    expect(buildSession(sessionInputOf([packOfForms(30)], { cards, settings, today })).counts).toMatchObject({
      due: 3,
      new: 3,
    })
  })

  test('of a set hold beside the learner’s own; sets take turns', () => {
    const packs = [packOfForms(9, SINGLE_FORMS, 0, 'a'), packOfForms(9, SINGLE_FORMS, 0, 'b')]
    const enrolments = [
      { setId: 'a', addedAt: 1, newPerDayMax: 2, paused: false },
      { setId: 'b', addedAt: 0, newPerDayMax: null, paused: false },
    ]
    const input = sessionInputOf(packs, { enrolments, settings: { ...settings, newPerDayMax: 6 } })
    expect(factsOf(buildSession(input).items)).toEqual(['b-1', 'a-1', 'b-2', 'a-2', 'b-3', 'b-4'])
    const today = { introduced: [cardKey('a-9', 'forward')], reviewed: [], lastQuestions: {} }
    expect(factsOf(buildSession({ ...input, today }).items)).toEqual(['b-1', 'a-1', 'b-2', 'b-3', 'b-4'])
  })

  test('a paused set is out altogether', () => {
    const enrolments = [{ setId: 's', addedAt: 0, newPerDayMax: null, paused: true }]
    const input = sessionInputOf([packOfForms(9)], { enrolments, cards: inReview(5, 5) })
    expect([buildSession(input).items, keepGoing(input).items]).toEqual([[], []])
  })

  test('a batch is never longer than was asked for, and asks no fact twice by itself', () => {
    fc.assert(
      fc.property(fc.nat(25), fc.nat(20), fc.nat(4), fc.constantFrom(2, 8, 40), (items, due, joint, stability) => {
        const input = sessionInputOf([packOfForms(30, SINGLE_FORMS, joint)], {
          cards: inReview(due, stability),
          limits: { items },
        })
        for (const session of [buildSession(input), keepGoing(input)]) {
          expect(session.items.length).toBeLessThanOrEqual(items)
          expect(new Set(factsOf(session.items)).size).toBe(factsOf(session.items).length)
          expect(session.items.filter((item) => item.why === 'new').length).toBeLessThanOrEqual(12 + items)
        }
        const fresh = buildSession(input).items.filter((item) => item.why === 'new' && item.factIds.length === 1)
        expect(fresh.length).toBeLessThanOrEqual(10)
      }),
    )
  })
})

describe('two directions', () => {
  test('never come on one day', () => {
    const pack = packOfRows(4)
    const { items } = buildSession(sessionInputOf([pack]))
    expect(items.map((item) => `${item.factIds[0]} ${item.direction}`)).toEqual(
      [1, 2, 3, 4].map((n) => `rows-${n} forward`),
    )
    const answered = foldCards(
      [1, 2, 3, 4].map((n) => storedOf(reviewOf(n, { at: NOON - 60_000, grades: [gradeOf(`rows-${n}`, 3)] }))),
    )
    expect(buildSession(sessionInputOf([pack], { cards: answered })).items).toEqual([])
    const tomorrow = buildSession(sessionInputOf([pack], { cards: answered, now: NOON + DAY }))
    expect(tomorrow.items.map((item) => item.direction)).toEqual(['backward', 'backward', 'backward', 'backward'])
  })

  test('of a row are turned over, and asked by what stands on it', () => {
    const pack = packOfRows(1)
    const [item] = buildSession(sessionInputOf([pack])).items
    expect(item).toMatchObject({ mode: 'flip', questionId: 'rows-1:forward' })
    expect(item && questionOf(pack, item)).toMatchObject({ stem: 'front 1', key: 'back 1' })
  })

  test('flip is for written forms, where the learner picks it', () => {
    const modes = (flip: boolean) =>
      new Set(buildSession(sessionInputOf([packOfForms(8)], { flip })).items.map((item) => `${item.form} ${item.mode}`))
    expect(modes(false)).toEqual(new Set(['choice tap', 'true-false tap', 'cloze type', 'typed type']))
    expect(modes(true)).toEqual(new Set(['cloze flip', 'typed flip']))
  })
})

describe('keep going', () => {
  const cards = cardsOf(cardInReview('s-1', 50, 2, -48), cardInReview('s-2', 5, 4, -1), {
    ...cardInReview('s-3', 3, 0, -2),
    lastDay: cardInReview('s-3', 3, 0, 0).lastDay,
  })
  const done = { introduced: Array.from({ length: 10 }, (_, i) => `x${i}|forward`), reviewed: [], lastQuestions: {} }

  test('goes on beyond the limits with new facts and, the least remembered first, reviews ahead', () => {
    const input = sessionInputOf([packOfForms(8)], { cards, today: done, limits: { items: 4 } })
    expect(buildSession(input).items).toEqual([])
    const { items } = keepGoing(input)
    expect(factsOf(items.filter((item) => item.why === 'ahead'))).toEqual(['s-2', 's-1'])
    expect(items.filter((item) => item.why === 'new')).toHaveLength(2)
  })

  test('asks what was answered today when nothing else is left', () => {
    const input = sessionInputOf([packOfForms(3)], {
      cards: cardsOf(...[1, 2, 3].map((n) => cardInReview(`s-${n}`, n, 0, -n))),
    })
    expect(factsOf(keepGoing(input).items)).toEqual(expect.arrayContaining(['s-1', 's-2', 's-3']))
  })
})

describe('what was done today', () => {
  const entries: StoredEntry[] = [
    storedOf(reviewOf(1, { at: NOON - 3 * DAY, grades: [gradeOf('old', 3)], questionId: 'q-old' })),
    storedOf(reviewOf(2, { at: NOON - 3600, grades: [gradeOf('old', 1), gradeOf('first', 3)], questionId: 'q-both' })),
    storedOf(
      reviewOf(3, { at: NOON - 1800, grades: [gradeOf('drill', 3)], context: 'practice', questionId: 'q-drill' }),
    ),
  ]
  test('tells first answers from others, and the last question of each fact', () => {
    expect(studiedToday(entries, NOON, 0)).toEqual({
      introduced: ['first|forward'],
      reviewed: ['old|forward'],
      lastQuestions: { old: 'q-both', first: 'q-both', drill: 'q-drill' },
      spentMs: 8000,
      secondsPerAnswer: 12,
    })
  })
  test('can do so from the entries of today and the cards', () => {
    const today = studiedToday(entries.slice(1), NOON, 0, 4, foldCards(entries))
    expect([today.introduced, today.reviewed]).toEqual([['first|forward'], ['old|forward']])
  })
})
