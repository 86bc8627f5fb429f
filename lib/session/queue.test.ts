import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CardState, cardKey, newCard } from '#lib/log/index.ts'
import { nextSchedule, type Rating, studyDay } from '#lib/scheduling/index.ts'
import { NOON } from '#lib/testing/entries.ts'
import { packOfLighthouse } from '#lib/testing/pack.ts'
import { cardInReview, cardsOf, packOfForms, SINGLE_FORMS, sessionInputOf } from '#lib/testing/session.ts'
import { buildSession, findQuestion, keepGoing, type Pack, practise, type SessionItem } from './index.ts'

const DAY = 86_400_000
const factsOf = (items: readonly SessionItem[]) => items.flatMap(({ factIds }) => factIds)
const settings = sessionInputOf([]).settings
/** `count` cards of a month's stability, so many days over their time. */
const overdue = (count: number, days: number) =>
  cardsOf(...Array.from({ length: count }, (_, i) => cardInReview(`s-${i + 1}`, 30, 30 + days, days)))

describe('facts of one sentence', () => {
  // Of its ten facts two are nested in another, and two share a sentence.
  const pack = packOfLighthouse()
  const overlaps = (a: string, b: string): boolean => {
    const [one, other] = [a, b].map((id) => pack.facts.find((fact) => fact.id === id)?.source)
    if (one?.kind !== 'span' || other?.kind !== 'span') return false
    return one.start < other.end && other.start < one.end
  }
  test('are begun on different days', () => {
    const first = factsOf(buildSession(sessionInputOf([pack])).items)
    expect(first.some((a) => first.some((b) => a !== b && overlaps(a, b)))).toBe(false)
    const cards = cardsOf(...first.map((id) => ({ ...cardInReview(id, 3, 0, -3), lastDay: studyDay(NOON, 0) })))
    expect(buildSession(sessionInputOf([pack], { cards })).items).toEqual([])
    const tomorrow = buildSession(sessionInputOf([pack], { cards, now: NOON + DAY })).items
    expect(factsOf(tomorrow).every((id) => first.some((before) => overlaps(id, before)))).toBe(true)
    expect(tomorrow.length).toBeGreaterThan(0)
  })

  test('come together again where the learner asks for more, and a missed one comes back all the same', () => {
    const all = factsOf(keepGoing(sessionInputOf([pack])).items)
    expect(new Set(all).size).toBe(pack.facts.length)
    const [inner, outer] = ['lighthouse-f3', 'lighthouse-f2']
    expect(overlaps(inner as string, outer as string)).toBe(true)
    const missed = { ...cardInReview(inner as string, 1, 0, 0), state: 'relearning' as const, due: NOON - 1000 }
    const done = { ...cardInReview(outer as string, 3, 0, -3) }
    const { counts } = buildSession(sessionInputOf([pack], { cards: cardsOf(missed, done) }))
    expect(counts.due).toBe(1)
  })
})

test('neighbours in a session are of different documents or sections where there are several', () => {
  const sectioned = (setId: string): Pack => {
    const pack = packOfForms(10, SINGLE_FORMS, 0, setId)
    return { ...pack, facts: pack.facts.map((fact, i) => ({ ...fact, sectionId: `${setId}-${i < 5 ? 1 : 2}` })) }
  }
  const cards = cardsOf(
    ...[1, 2, 3, 4, 5, 6].flatMap((n) => [cardInReview(`a-${n}`, 9, 12, 3), cardInReview(`b-${n}`, 9, 10, 1)]),
  )
  const { items } = buildSession(
    sessionInputOf([sectioned('a'), sectioned('b')], { cards, settings: { ...settings, newPerDayMax: 0 } }),
  )
  const sets = items.map(({ setId }) => setId)
  expect(sets.filter((set, i) => set === sets[i - 1])).toEqual([])
  const one = buildSession(
    sessionInputOf([sectioned('a')], {
      cards: cardsOf(...[1, 2, 3, 6, 7, 8].map((n) => cardInReview(`a-${n}`, 9, 10, 1))),
      settings: { ...settings, newPerDayMax: 0 },
    }),
  )
  const sections = one.items.map(({ factIds }) => (Number(factIds[0]?.slice(2)) <= 5 ? 1 : 2))
  expect(sections.filter((section, i) => section === sections[i - 1])).toEqual([])
})

describe('minutes of the day', () => {
  test('bound what is due and new, count what was spent, and say when they are over', () => {
    const at = (spentMs: number, minutesPerDay: number | null) =>
      buildSession(
        sessionInputOf([packOfForms(60)], {
          cards: overdue(6, 1),
          settings: { ...settings, minutesPerDay },
          today: { introduced: [], reviewed: [], lastQuestions: {}, spentMs },
          secondsPerAnswer: 30,
        }),
      )
    expect(at(0, null).counts).toMatchObject({ due: 6, new: 10, minutes: 8, spent: false })
    expect(at(0, 5).counts).toMatchObject({ due: 6, new: 4, minutes: 5 })
    expect(at(150_000, 5).counts).toMatchObject({ due: 5, new: 0, minutes: 3 })
    expect(at(150_000, 5).items).toHaveLength(5)
    expect(at(300_000, 5).counts).toMatchObject({ due: 0, new: 0, minutes: 0, spent: true })
  })
})

describe('a day off', () => {
  const fridayOff = { ...settings, weekdaysOff: 1 << new Date(NOON).getUTCDay() }
  test('asks nothing but what was just missed, and leaves the door open', () => {
    const missed = { ...cardInReview('s-9', 1, 0, 0), state: 'relearning' as const, due: NOON - 1000 }
    const cards = new Map([...overdue(4, 0), ...cardsOf(missed)])
    const input = sessionInputOf([packOfForms(20)], { cards, settings: fridayOff })
    expect(buildSession(input).counts).toMatchObject({ due: 1, new: 0, dayOff: true })
    expect(keepGoing(input).items.length).toBeGreaterThan(10)
  })

  test('is made up for before it where the interval allows, else after it', () => {
    const tomorrow = cardInReview('s-1', 30, 29, -1)
    // Answered today: to ask it again today would be no review.
    const cards = cardsOf(tomorrow, cardInReview('s-2', 1, 0, -1))
    const dueOn = (days: number, weekday: number) => {
      const now = NOON + days * DAY
      const input = { cards, now, settings: { ...settings, weekdaysOff: 1 << weekday, newPerDayMax: 0 } }
      return factsOf(buildSession(sessionInputOf([packOfForms(3)], input)).items)
    }
    const off = new Date(NOON + DAY).getUTCDay()
    expect(dueOn(0, off)).toEqual(['s-1'])
    expect(dueOn(1, off)).toEqual([])
    expect(dueOn(2, off).sort()).toEqual(['s-1', 's-2'])
  })
})

describe('after an absence', () => {
  test('what has piled up comes over some days, nothing new meanwhile, and the learner is told', () => {
    const cards = overdue(140, 12)
    const { items, counts } = buildSession(sessionInputOf([packOfForms(160)], { cards, limits: { items: 500 } }))
    expect(counts.backlog).toMatchObject({ waiting: 140 })
    expect(counts.due).toBe(counts.backlog?.perDay)
    expect(items).toHaveLength(counts.due)
    expect(counts.new).toBe(0)
    expect(counts.backlog?.days).toBeGreaterThanOrEqual(5)
    expect(counts.backlog?.days).toBeLessThanOrEqual(9)
  })

  test('the most valuable come first', () => {
    // A memory long gone, one that stands firm, and one that a review saves.
    const weak = Array.from({ length: 40 }, (_, i) => cardInReview(`s-${i + 1}`, 15, 27, 12))
    const firm = Array.from({ length: 40 }, (_, i) => cardInReview(`s-${i + 41}`, 2000, 2012, 12))
    const { items } = buildSession(
      sessionInputOf([packOfForms(100)], { cards: cardsOf(...firm, ...weak), limits: { items: 500 } }),
    )
    expect(items.length).toBeLessThanOrEqual(40)
    expect(factsOf(items).every((id) => Number(id.slice(2)) <= 40)).toBe(true)
  })

  test('is worked off: the days come to an end, and new facts begin again', () => {
    let cards = overdue(140, 12)
    let days = 0
    for (; days < 30; days++) {
      const now = NOON + days * DAY
      const today = { introduced: [], reviewed: [], lastQuestions: {} }
      const built = buildSession(sessionInputOf([packOfForms(160)], { cards, now, today, limits: { items: 500 } }))
      if (!built.counts.backlog) break
      const next = new Map(cards)
      for (const factId of factsOf(built.items)) {
        const key = cardKey(factId, 'forward')
        const card = cards.get(key) as CardState
        next.set(key, { ...card, ...nextSchedule(card, 3, now, { desiredRetention: 0.9, tzOffsetMin: 0 }) })
      }
      cards = next
    }
    expect(days).toBeGreaterThan(3)
    expect(days).toBeLessThan(10)
  })

  test('a full day without an absence is none', () => {
    const cards = overdue(140, 0)
    const { counts } = buildSession(sessionInputOf([packOfForms(160)], { cards }))
    expect(counts.backlog).toBeNull()
  })
})

describe('wording', () => {
  /** Studies for some days by whatever ratings come, and gives the questions that asked each fact, in order. */
  const study = (pack: Pack, ratings: readonly Rating[], days: number): Map<string, string[]> => {
    const asked = new Map<string, string[]>()
    let cards = new Map<string, CardState>()
    let at = 0
    for (let day = 0; day < days; day++) {
      const now = NOON + day * DAY
      const lastQuestions = Object.fromEntries([...asked].map(([id, all]) => [id, all.at(-1) ?? '']))
      const today = { introduced: [], reviewed: [], lastQuestions }
      const queue = buildSession(sessionInputOf([pack], { cards, now, today, seed: `${day}` })).items
      for (let item = queue.shift(); item; item = queue.shift()) {
        const next = new Map(cards)
        for (const factId of item.factIds) {
          const rating = ratings[at++ % ratings.length] as Rating
          asked.set(factId, [...(asked.get(factId) ?? []), item.questionId])
          const key = cardKey(factId, 'forward')
          const card = cards.get(key) ?? newCard(factId, 'forward')
          next.set(key, { ...card, ...nextSchedule(card, rating, now, { desiredRetention: 0.9, tzOffsetMin: 0 }) })
          const [retry] = item.again
          if (rating === 1 && item.factIds.length === 1 && retry && !item.repeat)
            queue.push({ ...item, questionId: retry.questionId, again: [], repeat: true })
        }
        cards = next
      }
    }
    return asked
  }

  test('is never the same twice in a row where the fact has several', () => {
    const forms = fc.uniqueArray(fc.constantFrom(...SINGLE_FORMS), { minLength: 2 })
    const rating = fc.constantFrom<Rating>(1, 2, 3, 4)
    fc.assert(
      fc.property(
        forms,
        fc.array(rating, { minLength: 3, maxLength: 40 }),
        fc.boolean(),
        (some, ratings, sameWords) => {
          const pack = packOfForms(8, some)
          // The typed question in the words of the cloze, as a generator may well write them.
          const stems = (stem: string) => (sameWords ? stem.replace('typed', 'cloze') : stem)
          const worded = { ...pack, questions: pack.questions.map((one) => ({ ...one, stem: stems(one.stem) })) }
          const stemOf = (id: string) => findQuestion(worded, id)?.stem
          const words = new Set(worded.questions.filter(({ factIds }) => factIds[0] === 's-1').map(({ stem }) => stem))
          for (const questions of study(worded, ratings, 12).values()) {
            expect(questions.filter((id, i) => id === questions[i - 1])).toEqual([])
            if (words.size > 1)
              expect(questions.filter((id, i) => i > 0 && stemOf(id) === stemOf(questions[i - 1] ?? ''))).toEqual([])
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('is another in practice, too', () => {
    const { items } = buildSession(sessionInputOf([packOfForms(10)]))
    const again = practise(items, 'seed')
    for (const item of items) {
      const other = again.find(({ factIds }) => factIds[0] === item.factIds[0])
      expect(other?.questionId).not.toBe(item.questionId)
    }
  })
})

describe('a right answer that may be a guess', () => {
  test('is little evidence of a fact that nothing is known of, and enough of one that was known', () => {
    const only = (form: 'choice' | 'true-false', cards = new Map<string, CardState>()) =>
      buildSession(sessionInputOf([packOfForms(1, [form])], { cards })).items[0]?.guess ?? false
    expect([only('true-false'), only('choice')]).toEqual([true, false])
    expect(only('true-false', cardsOf(cardInReview('s-1', 3, 3, 0)))).toBe(false)
    expect(only('true-false', cardsOf(cardInReview('s-1', 1, 400, 399)))).toBe(true)
  })
})

describe('a set of its own ways', () => {
  test('keeps another retention, and is turned over where the others are asked', () => {
    const packs = [packOfForms(4, SINGLE_FORMS, 0, 'a'), packOfForms(4, SINGLE_FORMS, 0, 'b')]
    const cards = cardsOf(cardInReview('a-1', 20, 12, -8), cardInReview('b-1', 20, 12, -8))
    const enrolments = [
      { setId: 'a', addedAt: 0, newPerDayMax: 0, desiredRetention: 0.95, answering: 'cards' as const, paused: false },
      { setId: 'b', addedAt: 1, newPerDayMax: 0, paused: false },
    ]
    const { items } = buildSession(sessionInputOf(packs, { cards, enrolments }))
    expect(items.map(({ setId, mode }) => `${setId} ${mode}`)).toEqual(['a flip'])
  })
})
