import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as attempts from '#app/api/attempts/[attempt]/route.ts'
import * as ahead from '#app/api/classes/[class]/ahead/route.ts'
import * as packs from '#app/api/packs/[pack]/route.ts'
import * as quizzes from '#app/api/quizzes/[assignment]/route.ts'
import * as sync from '#app/api/sync/route.ts'
import '#app/_words/in-english.ts'
import type { Direction } from '#lib/log/index.ts'
import { newSet } from '#lib/testing/drafts.ts'
import { gradeOf, reviewOf } from '#lib/testing/entries.ts'
import { newBrowser, newDatabase, newPerson, type Person, SITE } from '#lib/testing/people.ts'
import * as classes from '../../app/[lang]/(teach)/classes/actions.ts'
import * as quizActions from '../../app/[lang]/(teach)/classes/quiz-actions.ts'
import type { Outcome } from './act.ts'
import { joinClass } from './classes/join.ts'
import { makeClass, setRole } from './classes/write.ts'
import { db } from './db.ts'
import { statusOf } from './errors.ts'
import { assignQuiz } from './quizzes/assign.ts'
import { beginQuiz } from './quizzes/attempt.ts'
import { mendQuestion } from './quizzes/mend.ts'
import { saveAnswers } from './quizzes/save.ts'

/**
 * Who may do what in a class, by their role there, over the very entrances. `elsewhere` leads another class and comes with the
 * ids of this one; `before` learned in it once.
 */
const ROLES = ['instructor', 'assistant', 'learner', 'elsewhere', 'before', 'outsider'] as const
type Role = (typeof ROLES)[number]
/** Status codes, in the order of ROLES. */
type Statuses = readonly [number, number, number, number, number, number]

let current: Person | null = null
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ host: new URL(SITE).host, origin: SITE }),
  cookies: async () => ({
    get: (name: string) => {
      const [own, value] = (current?.cookie ?? '').split('=')
      return own === name ? { name, value } : undefined
    },
  }),
}))

const RULES = {
  ...{ limitMinutes: null, attempts: null, counts: 'best' as const, pass: null, shuffle: false, draw: null },
  ...{ feedback: 'after' as const, graceSeconds: 0 },
}
const people = new Map<Role, Person>()
const as = (role: Role): Person => people.get(role) ?? expect.fail()
let end: () => Promise<void>
let here = {
  classId: '',
  studyId: '',
  setId: '',
  questionId: '',
  assignmentId: '',
  attemptId: '',
  theirs: '',
  mendId: '',
  fact: '',
}
let otherClass = ''

beforeAll(async () => {
  ;({ end } = await newDatabase())
  for (const role of ROLES) people.set(role, await newPerson({ name: role }))
  const teacher = as('instructor').viewer
  const { classId } = await makeClass(teacher, { title: 'Tides', note: null })
  ;({ classId: otherClass } = await makeClass(as('elsewhere').viewer, { title: 'Reefs', note: null }))
  const { joinCode } = await db().class.findUniqueOrThrow({ where: { id: classId } })
  for (const role of ['assistant', 'learner', 'before'] as const)
    await joinClass(as(role).viewer, { code: joinCode ?? '' })
  await setRole(teacher, { classId, userId: as('assistant').viewer.userId, role: 'assistant' })
  const { setId, factIds } = await newSet({ ownerId: teacher.userId, visibility: 'private' })
  const { questionId } = await db().setQuestion.findFirstOrThrow({ where: { setVersion: { setId } } })
  const { assignmentIds } = await assignQuiz(teacher, {
    ...{ kind: 'quiz', setId, title: null, questionIds: [questionId], rules: RULES, draft: false, hides: false },
    classes: [{ classId, opensAt: null, closesAt: null }],
  })
  const assignmentId = assignmentIds[0] ?? ''
  const { attemptId: theirs } = await beginQuiz(as('before').viewer, assignmentId)
  await saveAnswers(as('before').viewer, theirs, { answers: [], handIn: true })
  await db().classMember.delete({ where: { classId_userId: { classId, userId: as('before').viewer.userId } } })
  const { attemptId } = await beginQuiz(as('learner').viewer, assignmentId)
  const { mendId } = await mendQuestion(teacher, { assignmentId, questionId, kind: 'full', answer: null })
  const study = { classId, setId, kind: 'study' as const, dueDate: '2030-01-15', dueTime: '09:00', toIds: [] }
  const { id: studyId } = await db().assignment.create({ data: study })
  here = { classId, studyId, setId, questionId, assignmentId, attemptId, theirs, mendId, fact: factIds[0] ?? '' }
})
afterAll(() => end())

type Route<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>
type Call = (role: Role) => Promise<number>

const route =
  <P>(handler: Route<P>, params: () => P, json?: () => unknown, search: () => string = () => ''): Call =>
  async (role) => {
    const [name = '', value = ''] = as(role).cookie.split('=')
    const sent = json ? { json: json() } : { method: 'GET' }
    return (
      await newBrowser('203.0.113.9', new Map([[name, value]])).send(handler, `/api/one${search()}`, params(), sent)
    ).status
  }
const action =
  (run: (role: Role) => Promise<Outcome<unknown>>): Call =>
  async (role) => {
    current = as(role)
    const outcome = await run(role)
    return outcome.ok ? 200 : statusOf(outcome.error.code)
  }
const quizIn = (classId: string) => ({
  ...{ kind: 'quiz', setId: here.setId, title: null, questionIds: [here.questionId], rules: RULES, draft: true },
  ...{ hides: false, classes: [{ classId, opensAt: null, closesAt: null }] },
})
const attemptRoute = (attemptId: () => string, json?: () => unknown) =>
  route(json ? attempts.POST : attempts.GET, () => ({ attempt: attemptId() }), json)
const save = () => ({ answers: [], handIn: false })

const ROWS: readonly (readonly [what: string, call: Call, expected: Statuses])[] = [
  [
    'the quiz before it is begun',
    route(quizzes.GET, () => ({ assignment: here.assignmentId })),
    [200, 200, 200, 404, 404, 404],
  ],
  [
    'beginning it, or previewing',
    route(
      quizzes.POST,
      () => ({ assignment: here.assignmentId }),
      () => ({}),
    ),
    [200, 200, 200, 404, 404, 404],
  ],
  ['the learner’s attempt', attemptRoute(() => here.attemptId), [404, 404, 200, 404, 404, 404]],
  ['answers to it', attemptRoute(() => here.attemptId, save), [404, 404, 200, 404, 404, 404]],
  [
    'what somebody handed in who has left since: theirs alone',
    attemptRoute(() => here.theirs),
    [404, 404, 404, 404, 200, 404],
  ],
  [
    'the set of the quiz, which nobody was given to study',
    route(packs.GET, () => ({ pack: `${here.setId}@1` })),
    [200, 404, 404, 404, 404, 404],
  ],
  [
    'what the class did for what it studies',
    route(
      ahead.GET,
      () => ({ class: here.classId }),
      undefined,
      () => `?assignment=${here.studyId}`,
    ),
    [200, 200, 404, 404, 404, 404],
  ],
  [
    'the same under a class of one’s own',
    route(
      ahead.GET,
      () => ({ class: otherClass }),
      undefined,
      () => `?assignment=${here.studyId}`,
    ),
    [404, 404, 404, 404, 404, 404],
  ],
  [
    'what a quiz of it could ask',
    action(() => quizActions.quizChoiceAction({ classId: here.classId, setId: here.setId })),
    [200, 403, 403, 404, 404, 404],
  ],
  [
    'a quiz for this class',
    action(() => quizActions.assignQuizAction(quizIn(here.classId))),
    [200, 403, 403, 404, 404, 404],
  ],
  [
    'a quiz for another class',
    action(() => quizActions.assignQuizAction(quizIn(otherClass))),
    [404, 404, 404, 404, 404, 404],
  ],
  [
    'changing it',
    action(() =>
      quizActions.editQuizAction({
        ...{ assignmentId: here.assignmentId, title: null, opensAt: null, closesAt: null, draft: false, hides: false },
        ...{ rules: RULES, questionIds: null },
      }),
    ),
    [200, 403, 404, 404, 404, 404],
  ],
  [
    'more time for its learner',
    action(() =>
      quizActions.extendQuizAction({
        ...{ assignmentId: here.assignmentId, userId: as('learner').viewer.userId, closesAt: null },
        ...{ extraMinutes: 1, extraAttempts: 0 },
      }),
    ),
    [200, 403, 404, 404, 404, 404],
  ],
  [
    'more time for oneself, by who is not in it',
    action((role) =>
      quizActions.extendQuizAction({
        ...{ assignmentId: here.assignmentId, userId: as(role).viewer.userId, closesAt: null },
        ...{ extraMinutes: 1, extraAttempts: 0 },
      }),
    ),
    [404, 403, 404, 404, 404, 404],
  ],
  [
    'deciding about an attempt under way',
    action(() => quizActions.decideLateAction({ attemptId: here.attemptId, place: 0, accept: true })),
    [409, 403, 404, 404, 404, 404],
  ],
  [
    'what a mend would change',
    action(() =>
      quizActions.previewMendAction({
        ...{ assignmentId: here.assignmentId, questionId: here.questionId, kind: 'drop', answer: null },
      }),
    ),
    [200, 403, 404, 404, 404, 404],
  ],
  [
    'putting a question right',
    action(() =>
      quizActions.mendAction({
        ...{ assignmentId: here.assignmentId, questionId: here.questionId, kind: 'drop', answer: null },
      }),
    ),
    [200, 403, 404, 404, 404, 404],
  ],
  [
    'taking that back',
    action(() => quizActions.undoMendAction({ mendId: here.mendId })),
    [200, 403, 404, 404, 404, 404],
  ],
  [
    'the class itself',
    action(() => classes.changeClassAction({ classId: here.classId, note: 'Spring' })),
    [200, 403, 403, 404, 404, 404],
  ],
  [
    'a role in it',
    action((role) =>
      classes.setRoleAction({ classId: here.classId, userId: as(role).viewer.userId, role: 'instructor' }),
    ),
    [200, 403, 403, 404, 404, 404],
  ],
  [
    'taking its learner out, by who may not',
    action((role) =>
      role === 'instructor' || role === 'assistant'
        ? Promise.resolve({ ok: true, value: null } as Outcome<unknown>)
        : classes.removeMemberAction({ classId: here.classId, userId: as('learner').viewer.userId }),
    ),
    [200, 200, 403, 404, 404, 404],
  ],
  [
    'taking its quiz away, by who may not',
    action((role) =>
      role === 'instructor'
        ? Promise.resolve({ ok: true, value: null } as Outcome<unknown>)
        : classes.dropAssignmentAction({ assignmentId: here.assignmentId }),
    ),
    [200, 403, 403, 404, 404, 404],
  ],
]

describe.each(ROWS)('%s', (_, call, expected) => {
  it.each(ROLES.map((role, nth) => [role, expected[nth]] as const))('%s: %d', async (role, status) =>
    expect(await call(role)).toBe(status),
  )
})

describe('an answer in the log', () => {
  it.each(['learner', 'elsewhere', 'outsider'] as const)(
    'to what only the class is asked is not taken from %s, who does not study it',
    async (role) => {
      const { viewer } = as(role)
      const direction: Direction = 'forward'
      const entry = reviewOf(1, { grades: [{ ...gradeOf(here.fact, 3), direction }], attemptId: here.attemptId })
      const [name = '', value = ''] = as(role).cookie.split('=')
      const json = { protocol: 1, userId: viewer.userId, clientNow: Date.now(), cursor: 0, entries: [entry] }
      const sent = await newBrowser('203.0.113.9', new Map([[name, value]])).send(sync.POST, '/api/sync', {}, { json })
      const { acked, rejected } = (await sent.json()) as { acked: unknown[]; rejected: { id: string }[] }
      expect([acked, rejected.map(({ id }) => id)]).toEqual([[], [entry.id]])
    },
  )

  it('of somebody else is sent by nobody', async () => {
    const json = {
      ...{ protocol: 1, userId: as('learner').viewer.userId, clientNow: Date.now(), cursor: 0, entries: [] },
    }
    for (const role of ['instructor', 'assistant', 'elsewhere'] as const) {
      const [name = '', value = ''] = as(role).cookie.split('=')
      const jar = new Map([[name, value]])
      expect((await newBrowser('203.0.113.9', jar).send(sync.POST, '/api/sync', {}, { json })).status).toBe(409)
    }
  })
})
