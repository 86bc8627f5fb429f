import type { Answered, SessionItem, SessionState } from '#lib/session/index.ts'

/** A session as it was left. `seed` mixes the options of its questions; `savedAt` in milliseconds by the device's clock. */
export type Kept = { session: SessionState; seed: string; savedAt: number }

/** Left for longer than this, a session is not taken up again: its schedule has moved on. */
const KEPT_FOR_MS = 3 * 3_600_000

/** The session with every item written once, and its number wherever it stands: queues repeat their items. */
type Packed = {
  items: SessionItem[]
  session: Omit<SessionState, 'queue' | 'answers'> & {
    queue: number[]
    answers: (Omit<Answered, 'item' | 'queueBefore'> & { item: number; queueBefore: number[] })[]
  }
  seed: string
  savedAt: number
}

export const packed = ({ session, seed, savedAt }: Kept): string => {
  const numbers = new Map<SessionItem, number>()
  const numberOf = (item: SessionItem): number => {
    const number = numbers.get(item) ?? numbers.size
    numbers.set(item, number)
    return number
  }
  const queue = session.queue.map(numberOf)
  const answers = session.answers.map((answer) => ({
    ...answer,
    item: numberOf(answer.item),
    queueBefore: answer.queueBefore.map(numberOf),
  }))
  const kept: Packed = { items: [...numbers.keys()], session: { ...session, queue, answers }, seed, savedAt }
  return JSON.stringify(kept)
}

/** The session to go on with at `now`; null where it is too old. The time away counts for no answer. Throws on bad text. */
export const unpacked = (text: string, now: number): Kept | null => {
  const { items, session, seed, savedAt }: Packed = JSON.parse(text)
  if (!(now - savedAt < KEPT_FOR_MS)) return null
  const itemOf = (number: number): SessionItem => {
    const item = items[number]
    if (!item) throw new Error('The kept session lacks an item')
    return item
  }
  const answers = session.answers.map((answer) => ({
    ...answer,
    item: itemOf(answer.item),
    queueBefore: answer.queueBefore.map(itemOf),
  }))
  const shownAt = session.shownAt === null ? null : session.shownAt + now - savedAt
  return { session: { ...session, queue: session.queue.map(itemOf), answers, shownAt }, seed, savedAt }
}

const nameOf = (userId: string): string => `footnote.session ${userId} ${location.search}`

/** Keeps the session for this tab, this learner and this address. Where storage refuses, Back begins anew. */
export const keep = (userId: string, kept: Kept): void => {
  try {
    sessionStorage.setItem(nameOf(userId), packed(kept))
  } catch {}
}

const cameBack = (): boolean => {
  const [visit] = performance.getEntriesByType('navigation')
  return visit instanceof PerformanceNavigationTiming && visit.type === 'back_forward'
}

/** The session that was left here, where the browser came back to it; null on a reload or a new visit. */
export const takeUp = (userId: string, now: number): Kept | null => {
  try {
    const text = cameBack() ? sessionStorage.getItem(nameOf(userId)) : null
    return text === null ? null : unpacked(text, now)
  } catch {
    return null
  }
}
