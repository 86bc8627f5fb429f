import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardKey, foldCards, type Rating } from '#lib/log/index.ts'
import { NOON, numberedId, storedOf } from '#lib/testing/entries.ts'
import { packOfForms, SINGLE_FORMS, sessionInputOf } from '#lib/testing/session.ts'
import {
  type AnswerMarking,
  buildSession,
  entryOf,
  practise,
  progressOf,
  type SessionAction,
  type SessionItem,
  type SessionState,
  sessionReducer,
  startSession,
  summary,
} from './index.ts'

const pack = packOfForms(10, SINGLE_FORMS, 3)
const { items } = buildSession(sessionInputOf([pack]))
const singles = items.filter((item) => item.factIds.length === 1)
const joined = items.filter((item) => item.factIds.length > 1)
const flips = singles.map((item) => ({ ...item, mode: 'flip' as const }))

const RIGHT: AnswerMarking = { verdict: 'right', nearly: false }
const WRONG: AnswerMarking = { verdict: 'wrong', nearly: false }
const run = (state: SessionState, ...actions: SessionAction[]) => actions.reduce(sessionReducer, state)
const answer = (marking: AnswerMarking, n = 1, hints = 0): SessionAction => ({
  type: 'answer',
  at: NOON + n * 1000,
  entryId: numberedId(n),
  given: 'x',
  marking,
  hints,
})
const next: SessionAction = { type: 'next' }
const last = (state: SessionState) => state.answers.at(-1)
const ratings = (state: SessionState) => last(state)?.ratings.map(({ rating }) => rating)

describe('an answer', () => {
  test('is rated by its marking', () => {
    const start = startSession(singles)
    expect(ratings(run(start, answer(RIGHT)))).toEqual([3])
    expect(ratings(run(start, answer(WRONG)))).toEqual([1])
    expect(ratings(run(start, answer({ verdict: 'right', nearly: true })))).toEqual([2])
    expect(ratings(run(start, answer(RIGHT, 1, 1)))).toEqual([2])
  })

  test('that may be a guess is hard for the schedule, and nothing to look at again', () => {
    const [one] = singles
    if (!one) throw new Error('Nothing to ask')
    const state = run(startSession([{ ...one, guess: true }]), answer(RIGHT))
    expect(ratings(state)).toEqual([2])
    expect(summary(state).lookAgain).toEqual([])
    const rated = run(state, { type: 'rate', at: NOON, entryId: numberedId(9), rating: 2 })
    expect(ratings(rated)).toEqual([2])
    const misspelt = run(startSession([{ ...one, guess: true }]), answer({ verdict: 'right', nearly: true }))
    expect(summary(misspelt).lookAgain).toHaveLength(1)
  })

  test('to several facts rates each by its part', () => {
    const start = startSession(joined)
    const parts = ['right', 'wrong', 'right'] as const
    expect(ratings(run(start, answer({ verdict: 'wrong', nearly: false, parts })))).toEqual([3, 1, 3])
    expect(ratings(run(start, answer(WRONG)))).toEqual([1, 1, 1])
  })

  test('is timed from when the question was shown, and taken once', () => {
    const shown = run(
      startSession(singles),
      { type: 'show', at: NOON },
      { type: 'show', at: NOON + 500 },
      answer(RIGHT, 4),
    )
    expect(last(shown)?.durationMs).toBe(4000)
    expect(run(shown, answer(WRONG, 5))).toBe(shown)
    expect(run(startSession(singles), next)).toEqual(startSession(singles))
  })

  test('that was marked wrongly turns round, and back', () => {
    const wrong = run(startSession(singles), answer(WRONG))
    const turned = run(wrong, { type: 'override', entryId: numberedId(7) })
    expect(last(turned)).toMatchObject({ overridden: true, entryId: numberedId(7), auto: 'wrong' })
    expect(ratings(turned)).toEqual([3])
    const back = run(turned, { type: 'override', entryId: numberedId(8) })
    expect([last(back)?.overridden, ratings(back)]).toEqual([false, [1]])
    expect(ratings(run(startSession(singles), answer(RIGHT), { type: 'override', entryId: numberedId(7) }))).toEqual([
      1,
    ])
  })

  test('in flip mode is shown, then rated by the learner', () => {
    const start = startSession(flips)
    const rate = (rating: Rating): SessionAction => ({ type: 'rate', at: NOON, entryId: numberedId(1), rating })
    expect(run(start, rate(3))).toBe(start)
    const rated = run(start, { type: 'reveal' }, rate(4))
    expect(last(rated)).toMatchObject({ auto: null, given: '', ratings: [{ rating: 4 }] })
    expect(run(rated, { type: 'override', entryId: numberedId(2) })).toBe(rated)
    expect(run(startSession(singles), { type: 'reveal' })).toEqual(startSession(singles))
  })
})

describe('what was missed', () => {
  test('comes back after three others, by another question of the fact', () => {
    const state = run(startSession(singles), answer(WRONG), next)
    expect(state.queue.findIndex((item) => item.factIds[0] === 's-1')).toBe(3)
    expect(state.queue[3]?.questionId).not.toBe(singles[0]?.questionId)
    expect(state.queue).toHaveLength(singles.length)
  })

  test('comes back at the end where fewer are left, until it is known', () => {
    let state = startSession(singles.slice(0, 1))
    const asked: string[] = []
    for (let n = 1; n <= 4; n++) {
      asked.push(state.queue[0]?.questionId ?? '')
      state = run(state, answer(n < 4 ? WRONG : RIGHT, n), next)
    }
    expect(state.phase).toBe('done')
    expect(asked.every((id, i) => id !== asked[i - 1])).toBe(true)
  })

  test('of several facts comes back fact by fact', () => {
    const parts = ['right', 'wrong', 'wrong'] as const
    const state = run(startSession(joined), answer({ verdict: 'wrong', nearly: false, parts }), next)
    expect(state.queue.flatMap((item) => item.factIds)).toEqual(['s-2', 's-3'])
    expect(state.queue.every((item) => item.form !== 'order')).toBe(true)
  })
})

describe('undo', () => {
  const action = fc.oneof(
    fc.record({ type: fc.constant('show' as const), at: fc.nat() }),
    fc.constant({ type: 'reveal' as const }),
    fc.integer({ min: 1, max: 1e6 }).map((n) => answer(RIGHT, n)),
    fc.constant(next),
    fc.integer({ min: 1, max: 1e6 }).map((n) => answer(WRONG, n)),
    fc.record({
      type: fc.constant('rate' as const),
      at: fc.nat(),
      entryId: fc.uuid(),
      rating: fc.constantFrom<Rating>(1, 2, 3, 4),
    }),
    fc.record({ type: fc.constant('override' as const), entryId: fc.uuid() }),
    fc.constant(next),
    fc.constant({ type: 'undo' as const }),
  )
  const actions = fc.array(action, { maxLength: 60 })
  const mixed = [...flips.slice(0, 3), ...singles.slice(3), ...joined]

  test('takes back the whole last answer and asks that question again, whatever came before', () => {
    fc.assert(
      fc.property(actions, (before) => {
        const state = run(startSession(mixed), ...before)
        const undone = run(state, { type: 'undo' })
        const taken = last(state)
        if (!taken) {
          expect(undone).toBe(state)
          return
        }
        expect(undone).toMatchObject({ phase: 'asking', shownAt: null, answers: state.answers.slice(0, -1) })
        expect(undone.queue[0]).toBe(taken.item)
        if (taken.auto === null || taken.ratings !== taken.marked || state.phase === 'answered') return
        const { at, entryId, given, hints, auto, nearly } = taken
        const redo: SessionAction = { type: 'answer', at, entryId, given, hints, marking: { verdict: auto, nearly } }
        expect(run(undone, redo, next).queue).toEqual(state.queue)
      }),
      { numRuns: 500 },
    )
  })

  test('and every other action leave the session whole', () => {
    fc.assert(
      fc.property(actions, (all) => {
        let state = startSession(mixed)
        for (const one of all) {
          const frozen = JSON.stringify(state)
          const after = sessionReducer(state, one)
          expect(JSON.stringify(state)).toBe(frozen)
          expect(after.phase === 'done').toBe(after.queue.length === 0)
          const facts = new Set(
            [...after.queue, ...after.answers.map((answered) => answered.item)].flatMap((item) => item.factIds),
          )
          expect(facts.size).toBe(10)
          const { done, total } = progressOf(after)
          expect(done <= total).toBe(true)
          expect(total).toBe(mixed.length)
          if (after.phase === 'done') expect(done).toBe(total)
          state = after
        }
      }),
      { numRuns: 200 },
    )
  })

  test('counts what was planned, and says what returns', () => {
    const steps: SessionAction[] = [answer(WRONG), next, answer(RIGHT, 2), next]
    const missed = run(startSession(singles.slice(0, 2)), ...steps)
    expect(progressOf(missed)).toEqual({ done: 2, total: 2, repeat: true })
    expect(progressOf(run(missed, answer(RIGHT, 3)))).toEqual({ done: 2, total: 2, repeat: true })
    expect(progressOf(run(missed, { type: 'undo' }))).toEqual({ done: 1, total: 2, repeat: false })
    const [item] = missed.queue
    expect(item && progressOf(startSession(practise([item], 'seed'), 'practice'))).toMatchObject({ done: 0, total: 1 })
  })

  test('at the end opens the session again', () => {
    const done = run(startSession(singles.slice(0, 1)), answer(RIGHT), next)
    expect(done.phase).toBe('done')
    expect(run(done, { type: 'undo' }).phase).toBe('asking')
  })
})

describe('the entry of an answer', () => {
  const stamp = { deviceId: 'phone', seq: 5, tzOffsetMin: 540 }
  test('names what was shown, how it was marked, and what each fact got', () => {
    const state = run(startSession(joined), { type: 'show', at: NOON }, {
      ...answer(WRONG, 2),
      given: ['b', 'a'],
    } as SessionAction)
    const answered = last(state)
    expect(answered && entryOf(answered, pack, 'study', stamp)).toEqual({
      v: 1,
      ...stamp,
      id: numberedId(2),
      at: NOON + 2000,
      kind: 'review',
      grades: ['s-1', 's-2', 's-3'].map((factId) => ({ factId, factVersion: 2, direction: 'forward', rating: 1 })),
      questionId: 's-order-1',
      questionVersion: 1,
      form: 'order',
      mode: 'tap',
      given: 'b\na',
      auto: 'wrong',
      overridden: false,
      hints: 0,
      durationMs: 2000,
      context: 'study',
    })
  })

  test('of practice moves no card', () => {
    const again = practise(singles, 'seed')
    const factsIn = (items: readonly SessionItem[]) => items.map(({ factIds }) => factIds[0])
    expect(new Set(factsIn(again))).toEqual(new Set(factsIn(singles)))
    expect(factsIn(again)).not.toEqual(factsIn(singles))
    const asked = new Set(singles.map(({ questionId }) => questionId))
    expect(again.filter(({ questionId }) => asked.has(questionId))).toEqual([])
    const state = run(startSession(again, 'practice'), answer(WRONG))
    const answered = last(state)
    const entry = answered && entryOf(answered, pack, state.context, stamp)
    expect(entry?.context).toBe('practice')
    expect(entry && foldCards([storedOf(entry)]).size).toBe(0)
  })
})

test('a summary tells first answers, what to look at again, and when each comes back', () => {
  const state = run(
    startSession(singles.slice(0, 3)),
    answer(WRONG, 1),
    next,
    answer(RIGHT, 2),
    next,
    answer({ verdict: 'right', nearly: true }, 3),
    next,
    answer(RIGHT, 4),
    next,
  )
  expect(state.phase).toBe('done')
  const entries = state.answers.map((answered, i) =>
    storedOf(entryOf(answered, pack, 'study', { deviceId: 'd', seq: i + 1, tzOffsetMin: 0 })),
  )
  const cards = foldCards(entries)
  const told = summary(state, cards)
  expect(told.facts.map(({ verdict }) => verdict)).toEqual(['wrong', 'right', 'hard'])
  expect(told).toMatchObject({ rightFirst: 2, answers: 4 })
  expect(told.lookAgain.map(({ factId }) => factId)).toEqual(['s-1', 's-3'])
  expect(told.facts[0]?.due).toBe(cards.get(cardKey('s-1', 'forward'))?.due)
  expect(summary(state).facts[0]?.due).toBeNull()
})
