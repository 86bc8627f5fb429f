import { hashPassword, isPassword } from '#lib/server/passwords.ts'
import { newMember } from '#lib/testing/guest.ts'
import { serve } from '#lib/testing/served.ts'
import { answers, type Caller, newCaller, post } from './caller.ts'
import { type Figure, figure } from './figure.ts'

/** A class that comes in at once, while others study: each of these answers about five times a second. */
const SIGN_INS = 60
const LEARNERS = 16
const ANSWER_EVERY_MS = 200
const QUIET_MS = 6_000
/** As long as a class takes to follow its teacher's word. */
const CLASS_MS = 5_000
const ROUNDS = 3
const PASSWORD = 'three quiet herons at dusk'

type Door = { signIn: () => Promise<void> }

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Milliseconds below which 99 of 100 lie. */
const p99 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN

/** Milliseconds of each answer that was posted until `until` is over, every learner at their own pace. */
const studying = async (callers: readonly Caller[], until: Promise<unknown>): Promise<number[]> => {
  const times: number[] = []
  const dayAgo = Date.now() - 86_400_000
  let over = false
  const study = async (caller: Caller, nth: number) => {
    await wait((ANSWER_EVERY_MS * nth) / callers.length)
    while (!over) {
      const begun = performance.now()
      await post(caller, answers(caller, 1, dayAgo))
      const took = performance.now() - begun
      times.push(took)
      await wait(Math.max(0, ANSWER_EVERY_MS - took))
    }
  }
  const all = Promise.all(callers.map(study))
  await until
  over = true
  await all
  return times
}

/** Sign-ins a second, of people who come evenly over `withinMs`; 0 is all at one moment. */
const burst = async (doors: readonly Door[], withinMs: number): Promise<number> => {
  const begun = performance.now()
  await Promise.all(
    doors.map(async ({ signIn }, nth) => {
      await wait((withinMs * nth) / doors.length)
      await signIn()
    }),
  )
  return doors.length / ((performance.now() - begun) / 1000)
}

/** Passwords checked a second at the same cost and with as many at once, with nothing around them. */
const bare = async (): Promise<number> => {
  const kept = await hashPassword(PASSWORD)
  const begun = performance.now()
  await Promise.all(Array.from({ length: SIGN_INS }, () => isPassword(PASSWORD, kept)))
  return SIGN_INS / ((performance.now() - begun) / 1000)
}

/** What a class that signs in does to those who study, and what signing in costs beside checking the passwords. */
export const doors = async (): Promise<Figure[]> => {
  const server = await serve(undefined, { FOOTNOTE_ADDRESS_LIMIT: '10000' })
  try {
    const members: Door[] = []
    for (let nth = 0; nth < SIGN_INS; nth++) members.push(await newMember(server.url, `Pupil ${nth}`, PASSWORD))
    const callers: Caller[] = []
    for (let nth = 0; nth < LEARNERS; nth++) callers.push(await newCaller(server.url))
    await studying(callers, burst(members, 0))
    const took = { quiet: [] as number[], class: [] as number[], crowd: [] as number[] }
    const rate = { ours: [] as number[], alone: [] as number[] }
    for (let round = 0; round < ROUNDS; round++) {
      took.quiet.push(p99(await studying(callers, wait(QUIET_MS))))
      took.class.push(p99(await studying(callers, burst(members, CLASS_MS))))
      const crowd = burst(members, 0)
      took.crowd.push(p99(await studying(callers, crowd)))
      rate.ours.push(await crowd)
      rate.alone.push(await bare())
    }
    const answer = { unit: 'ms', peer: 'when quiet', better: 'lower', goal: 3 } as const
    const signIns = { unit: '/s', peer: 'checking the passwords alone', better: 'higher', goal: 0.5 } as const
    return [
      figure({ ...answer, name: 'p99 of an answer while 60 sign in within five seconds' }, took.class, took.quiet),
      figure({ ...answer, name: 'p99 of an answer while 60 sign in at one moment' }, took.crowd, took.quiet),
      figure({ ...signIns, name: 'sign-ins beside study' }, rate.ours, rate.alone),
    ]
  } finally {
    await server.stop()
  }
}
