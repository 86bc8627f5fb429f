import fc from 'fast-check'
import type { Entry } from '#lib/log/index.ts'
import { isStorable } from '#lib/log/index.ts'
import { numberedId } from './entries.ts'

const AT_MAX = 8_640_000_000_000_000
const text = (max: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: max }).filter((one) => one.length <= max && isStorable(one))
const id = fc.integer({ min: 0, max: 2 ** 40 }).map(numberedId)
const stamp = {
  v: fc.constant(1 as const),
  id,
  deviceId: text(64),
  seq: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  at: fc.integer({ min: 0, max: AT_MAX }),
  tzOffsetMin: fc.integer({ min: -720, max: 840 }),
}
const direction = fc.constantFrom('forward' as const, 'backward' as const)
const version = fc.integer({ min: 1, max: 2 ** 31 - 1 })
const grades = fc.uniqueArray(
  fc.record({
    factId: text(40),
    factVersion: version,
    direction,
    rating: fc.constantFrom(1, 2, 3, 4) as fc.Arbitrary<1 | 2 | 3 | 4>,
  }),
  { minLength: 1, maxLength: 4, selector: ({ factId }) => factId },
)
const review = fc.record(
  {
    ...stamp,
    kind: fc.constant('review' as const),
    grades,
    questionId: text(40),
    questionVersion: version,
    form: fc.constantFrom('choice' as const, 'cloze' as const, 'match' as const),
    mode: fc.constantFrom('flip' as const, 'type' as const, 'tap' as const),
    given: fc.string({ unit: 'grapheme', maxLength: 200 }).filter((one) => isStorable(one) && one.length < 400),
    auto: fc.constantFrom('right' as const, 'wrong' as const, null),
    overridden: fc.boolean(),
    hints: fc.integer({ min: 0, max: 1000 }),
    durationMs: fc.integer({ min: 0, max: 86_400_000 }),
    context: fc.constantFrom('study' as const, 'practice' as const, 'quiz' as const),
    attemptId: text(40),
  },
  {
    requiredKeys: [
      'v',
      'id',
      'deviceId',
      'seq',
      'at',
      'tzOffsetMin',
      'kind',
      'grades',
      'questionId',
      'questionVersion',
      'form',
      'mode',
      'given',
      'auto',
      'overridden',
      'hints',
      'durationMs',
      'context',
    ],
  },
)
const cardKind = fc.constantFrom('suspend' as const, 'unsuspend' as const, 'bury' as const, 'reset' as const)
const retention = fc.integer({ min: 70, max: 99 }).map((percent) => percent / 100)
const weights = fc.option(
  fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 21, maxLength: 21 }),
)

const minutes = fc.integer({ min: 0, max: 1_440 })
const date = fc.integer({ min: 0, max: 40_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0)
const exam = fc.record({
  title: text(60),
  date,
  time: fc.constantFrom('00:00', '09:30', '23:59'),
  parts: fc.array(fc.record({ setId: text(40), section: fc.option(text(40)), weight: fc.constantFrom(0, 0.5, 1, 2) }), {
    minLength: 1,
    maxLength: 4,
  }),
  goal: fc.constantFrom(0.05, 0.7, 1),
  purpose: fc.constantFrom('exam' as const, 'keep' as const),
  result: fc.option(share),
  said: fc.option(fc.record({ low: share, expected: share, high: share })),
})

/** Any entry that a log can hold, the server's own kinds among them. */
export const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  review as fc.Arbitrary<Entry>,
  fc.record({ ...stamp, kind: fc.constant('undo' as const), target: id }),
  fc.record({ ...stamp, kind: fc.constant('exam' as const), examId: id, exam: fc.option(exam) }),
  fc.record({
    ...stamp,
    kind: fc.constant('minutes' as const),
    weekdays: fc.array(minutes, { minLength: 7, maxLength: 7 }),
    dates: fc.array(fc.record({ date, minutes }), { maxLength: 3 }),
  }),
  fc.record({
    ...stamp,
    kind: fc.constant('attempt' as const),
    attemptId: id,
    title: text(40),
    setIds: fc.array(text(40), { minLength: 1, maxLength: 3 }),
    startedAt: stamp.at,
    finishedAt: stamp.at,
    unanswered: fc.array(text(40), { maxLength: 3 }),
  }),
  fc.record({ ...stamp, kind: cardKind, factId: text(40), direction }),
  fc.record({ ...stamp, kind: fc.constant('regrade' as const), target: id, grades }),
  fc.record({ ...stamp, kind: fc.constant('invalidate' as const), factId: text(40), factVersion: version }),
  fc.record({
    ...stamp,
    kind: fc.constant('settings' as const),
    weights,
    desiredRetention: retention,
    schedulerVersion: fc.constant(1),
  }),
)
