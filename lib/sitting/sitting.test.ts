import { describe, expect, it } from 'vitest'
import { type Form, foldCards, parseClientEntry, type StoredEntry, type StoredReview } from '#lib/log/index.ts'
import type { Pack } from '#lib/session/index.ts'
import { attemptEntryOf, NOON, numberedId, storedOf } from '#lib/testing/entries.ts'
import { packOfLighthouse } from '#lib/testing/pack.ts'
import {
  drawTest,
  handedIn,
  questionsIn,
  resultOf,
  type Sitting,
  type SittingAction,
  sittingAfter,
  sittingIn,
  timeLeft,
} from './index.ts'

const withChoices = (pack: Pack): Pack => ({
  ...pack,
  questions: [
    ...pack.questions,
    ...pack.questions.map((one) => ({
      ...one,
      id: `${one.id}-choice`,
      form: 'choice' as const,
      options: [{ text: String(one.key) }, { text: 'other' }],
    })),
  ],
})
const pack = withChoices(packOfLighthouse())
const bank = { packs: [pack], cards: new Map(), weightOf: () => 1, today: 20_000 }
const options = {
  questions: 6,
  forms: ['cloze', 'choice'] as Form[],
  limitMinutes: 10,
  order: 'mixed' as const,
  feedback: 'end' as const,
}
const ids = () => {
  let next = 100
  return () => numberedId(next++)
}
const sitting = (change: Partial<Sitting> = {}): Sitting => ({
  ...{ v: 1, attemptId: numberedId(1), entryId: numberedId(2), title: 'Practice', setIds: [pack.setId] },
  ...{ startedAt: NOON, limitMs: 600_000, feedback: 'end', at: 0, given: {}, flagged: [], elapsedMs: 0 },
  items: drawTest(bank, options, 'seed', ids()),
  ...change,
})
const through = (from: Sitting, ...actions: SittingAction[]) => actions.reduce(sittingAfter, from)
const given = (text: string, at = NOON, place = 0): SittingAction => ({
  type: 'give',
  place,
  given: text,
  at,
  spentMs: 4_000,
  told: false,
})

describe('the questions of a test', () => {
  it('are as many as asked for, a fact once each, in all the forms', () => {
    const items = drawTest(bank, options, 'seed', ids())
    expect(items).toHaveLength(6)
    expect(new Set(items.flatMap(({ factIds }) => factIds)).size).toBe(6)
    expect(items.filter(({ form }) => form === 'choice')).toHaveLength(3)
    expect(new Set(items.map(({ entryId }) => entryId)).size).toBe(6)
    expect(drawTest(bank, options, 'seed', ids())).toEqual(items)
    expect(drawTest(bank, options, 'other', ids())).not.toEqual(items)
  })

  it('come in the order of the text where that is wanted, and never more than there are', () => {
    const items = drawTest(bank, { ...options, order: 'text', questions: 99, forms: ['cloze'] }, 's', ids())
    const numbers = items.map(({ factIds }) => pack.facts.find(({ id }) => id === factIds[0])?.number ?? 0)
    expect(numbers).toEqual(pack.facts.map(({ number }) => number).sort((a, b) => a - b))
    expect(questionsIn(bank, ['cloze'])).toBe(pack.facts.length)
    expect(questionsIn(bank, ['match'])).toBe(0)
  })

  it('come from what counts, the more of it the more it counts', () => {
    const [heavy = ''] = pack.facts.map(({ id }) => id)
    const weightOf = (key: string) => (key.startsWith(`${heavy}|`) ? 50 : key.includes('f2|') ? 0 : 1)
    const drawn = Array.from({ length: 40 }, (_, n) =>
      drawTest({ ...bank, weightOf }, { ...options, questions: 1 }, `${n}`, ids()),
    )
    const facts = drawn.flatMap((items) => items.flatMap(({ factIds }) => factIds))
    expect(facts.filter((id) => id === heavy).length).toBeGreaterThan(20)
    expect(facts.some((id) => id.endsWith('f2'))).toBe(false)
  })
})

describe('a test under way', () => {
  it('keeps what was given, adds up the time on a question, and may be answered anew until it is told', () => {
    const twice = through(sitting(), given('a'), { type: 'go', to: 3 }, given('b', NOON + 9))
    expect(twice.given[0]).toEqual({ given: 'b', at: NOON + 9, durationMs: 8_000, told: false })
    expect(through(twice, given('')).given[0]).toBeUndefined()
    const told = through(sitting(), { ...given('a'), told: true } as SittingAction, given('b'))
    expect(told.given[0]?.given).toBe('a')
  })

  it('is flagged and looked through, and its clock counts what passes', () => {
    const state = through(sitting(), { type: 'flag' }, { type: 'go', to: 99 }, { type: 'pass', ms: 590_000 })
    expect([state.flagged, state.at, timeLeft(state)]).toEqual([[0], 5, 10_000])
    expect(timeLeft(through(state, { type: 'pass', ms: 60_000 }))).toBe(0)
    expect(timeLeft(sitting({ limitMs: null }))).toBeNull()
    expect(through(through(sitting(), { type: 'flag' }), { type: 'flag' }).flagged).toEqual([])
  })

  it('is taken up only where it is one', () => {
    expect(sittingIn(JSON.parse(JSON.stringify(sitting())))).toEqual(sitting())
    for (const broken of [null, 'x', {}, { v: 2 }, { ...sitting(), items: [] }]) expect(sittingIn(broken)).toBeNull()
  })
})

describe('handing in', () => {
  const mark = (question: { key: string | string[] }, _pack: Pack, text: string | string[]) => ({
    verdict: text === question.key ? ('right' as const) : ('wrong' as const),
    nearly: false,
  })
  const keyOf = ({ items }: Sitting, place: number) =>
    String(pack.questions.find(({ id }) => id === items[place]?.questionId)?.key)
  const state = () => {
    const begun = sitting()
    return through(
      begun,
      given(keyOf(begun, 0)),
      { type: 'go', to: 1 },
      given('wrong', NOON + 5_000, 1),
      { type: 'go', to: 2 },
      given(keyOf(begun, 2), NOON + 9_000, 2),
    )
  }
  const stamped = (drafts: ReturnType<typeof handedIn>): StoredEntry[] =>
    drafts.map((draft, n) => storedOf({ ...draft, v: 1, deviceId: 'phone', seq: n + 1, tzOffsetMin: 0 }))

  it('makes a marked answer of each that was given and one entry of the test, the same each time', () => {
    const drafts = handedIn(state(), [pack], mark, NOON + 20_000)
    expect(drafts.map(({ kind }) => kind)).toEqual(['review', 'review', 'review', 'attempt'])
    expect(drafts.at(-1)).toMatchObject({
      finishedAt: NOON + 20_000,
      unanswered: expect.objectContaining({ length: 3 }),
    })
    expect(handedIn(state(), [pack], mark, NOON + 30_000).map(({ id }) => id)).toEqual(drafts.map(({ id }) => id))
    for (const { effectiveAt, ...entry } of stamped(drafts)) expect(parseClientEntry(entry)).toMatchObject({ ok: true })
    expect(foldCards(stamped(drafts)).size).toBe(3)
  })

  it('gives a result by section and form, and the facts to study', () => {
    const log = stamped(handedIn(state(), [pack], mark, NOON + 20_000))
    const attempt = log.at(-1)
    if (attempt?.kind !== 'attempt') throw new Error('No test')
    const reviews = log.filter(({ kind }) => kind === 'review') as StoredReview[]
    const result = resultOf(attempt, reviews, [pack])
    expect(result.score).toBeCloseTo(2 / 6)
    expect(result.weak).toHaveLength(4)
    expect(result.byForm.reduce((sum, { asked }) => sum + asked, 0)).toBe(6)
    expect(result.bySection.reduce((sum, { right }) => sum + right, 0)).toBe(2)
    const gone = resultOf(attempt, reviews, [])
    expect([gone.items.length, gone.bySection[0]?.name, gone.score]).toEqual([6, null, result.score])
    expect(resultOf(attemptEntryOf(9, numberedId(77)), reviews, [pack]).score).toBe(0)
  })
})
