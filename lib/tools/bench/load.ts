import { join } from 'node:path'
import type { QuizRules, Running, Saved } from '#lib/quiz/index.ts'
import { makeClass } from '#lib/server/classes/write.ts'
import { db, useDatabase } from '#lib/server/db.ts'
import { assignQuiz } from '#lib/server/quizzes/assign.ts'
import { draftOf, manyLines, newSet } from '#lib/testing/drafts.ts'
import { newPerson, type Person } from '#lib/testing/people.ts'
import { serve } from '#lib/testing/served.ts'
import { absolute, type Figure } from './figure.ts'

/** A class that is told to begin, and does so within a minute; each answers every few seconds, and then hands in. */
const LEARNERS = 500
const QUESTIONS = 10
const STARTS_WITHIN_MS = 60_000
const ANSWER_EVERY_MS = 6_000
const SAVED_WITHIN_MS = 1_000

const RULES: QuizRules = {
  ...{ limitMinutes: 20, attempts: 1, counts: 'best', pass: null, shuffle: true, draw: null },
  ...{ feedback: 'after', graceSeconds: 600 },
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, Math.max(0, ms)))

/** Milliseconds below which 99 of 100 lie. */
const p99 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN

type Ground = { readonly assignmentId: string; readonly learners: readonly Person[] }

/** A class with a quiz, and everybody's session: written beside the running server, into its own file. */
const ground = async (): Promise<Ground> => {
  const teacher = await newPerson({ name: 'Ada' })
  const { classId } = await makeClass(teacher.viewer, { title: 'Lights', note: null })
  const { setId } = await newSet(
    { ownerId: teacher.viewer.userId, visibility: 'private' },
    [],
    draftOf(manyLines(QUESTIONS)),
  )
  const learners: Person[] = []
  for (let nth = 0; nth < LEARNERS; nth++) learners.push(await newPerson({ name: `Pupil ${nth}` }))
  const joinedAt = new Date()
  const members = learners.map(({ viewer }) => ({ classId, userId: viewer.userId, role: 'learner' as const, joinedAt }))
  await db().classMember.createMany({ data: members })
  const questions = await db().setQuestion.findMany({ where: { setVersion: { setId } }, orderBy: { position: 'asc' } })
  const { assignmentIds } = await assignQuiz(teacher.viewer, {
    ...{ kind: 'quiz', setId, title: null, rules: RULES, draft: false, hides: false },
    questionIds: questions.map(({ questionId }) => questionId),
    classes: [{ classId, opensAt: null, closesAt: null }],
  })
  return { assignmentId: assignmentIds[0] ?? '', learners }
}

type Times = { readonly started: number[]; readonly saved: number[]; readonly failed: string[] }

/** One learner's way through the quiz, as their phone goes it: right at every second question. */
const learner = async (url: string, { cookie }: Person, assignmentId: string, startsAfter: number, times: Times) => {
  const post = async <T>(path: string, body: unknown, kind: 'started' | 'saved'): Promise<T> => {
    const begun = performance.now()
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { origin: url, cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify(body),
    })
    const text = await answer.text()
    times[kind].push(performance.now() - begun)
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 200)}`)
    return JSON.parse(text) as T
  }
  await wait(startsAfter)
  const running = await post<Running>(`/api/quizzes/${assignmentId}`, {}, 'started')
  const begun = performance.now()
  for (const { place, stem } of running.items) {
    await wait((place + 1) * ANSWER_EVERY_MS - (performance.now() - begun))
    const ship = /number (\d+)/.exec(stem)?.[1] ?? ''
    const given = place % 2 === 0 ? String(1_500 + Number(ship)) : 'no idea'
    const elapsedMs = Math.round(performance.now() - begun)
    const answer = { place, given, seq: place + 1, elapsedMs, spentMs: ANSWER_EVERY_MS, counted: true }
    const last = place === running.items.length - 1
    const saved = await post<Saved>(`/api/attempts/${running.attemptId}`, { answers: [answer], handIn: last }, 'saved')
    if (!saved.received.some((one) => one.place === place && one.standing === 'counts')) throw new Error('Not received')
    if (last && saved.handedInAt === null) throw new Error('Not handed in')
  }
}

/** Throws where anything that was acknowledged is not in the database as it was sent. */
const requireAll = async (assignmentId: string): Promise<void> => {
  const [attempts, answers] = [
    await db().quizAttempt.findMany({ where: { assignmentId } }),
    await db().quizAnswer.count({ where: { attempt: { assignmentId }, standing: 'counts' } }),
  ]
  const right = attempts.filter(({ points, outOf }) => points === QUESTIONS / 2 && outOf === QUESTIONS)
  if (attempts.length !== LEARNERS || answers !== LEARNERS * QUESTIONS || right.length !== LEARNERS)
    throw new Error(`Lost: ${attempts.length} attempts, ${answers} answers, ${right.length} with the right mark`)
}

/** A class of five hundred at one timed quiz, on SQLite: everything that was sent is there, and how long saving took. */
export const load = async (): Promise<Figure[]> => {
  const server = await serve(undefined, { FOOTNOTE_ADDRESS_LIMIT: '100000' })
  process.env.FOOTNOTE_DATA = server.dataFolder
  const close = useDatabase({ kind: 'sqlite', path: join(server.dataFolder, 'footnote.db') })
  try {
    const { assignmentId, learners } = await ground()
    const times: Times = { started: [], saved: [], failed: [] }
    await Promise.all(
      learners.map((person, nth) =>
        learner(server.url, person, assignmentId, (STARTS_WITHIN_MS * nth) / LEARNERS, times).catch((cause) =>
          times.failed.push(String(cause)),
        ),
      ),
    )
    if (times.failed.length > 0) throw new Error(`${times.failed.length} failed: ${times.failed[0]}`)
    await requireAll(assignmentId)
    const what = (name: string) => ({ name, unit: 'ms', better: 'lower' as const })
    return [
      absolute(what('500 learners begin a quiz within a minute, p99'), [p99(times.started)], SAVED_WITHIN_MS),
      absolute(what('an answer of theirs is saved, p99'), [p99(times.saved)], SAVED_WITHIN_MS),
    ]
  } finally {
    await close()
    await server.stop()
  }
}
