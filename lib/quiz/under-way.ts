import type { Given } from './marking.ts'
import type { Running, Saved, Told } from './wire.ts'

/** An answer on this device. */
export type KeptAnswer = {
  readonly given: Given
  readonly seq: number
  /** Milliseconds from the server's start, and spent on it. */
  readonly elapsedMs: number
  readonly spentMs: number
  readonly counted: boolean
  /** Its learner wants to be told, and will not change it. */
  readonly tell: boolean
  /** How this change stands at the server; null: it is on this device only. */
  readonly standing: string | null
}

/** When device and server last compared their clocks: by the server's, by the device's wall clock, and by its count. */
export type Anchor = {
  readonly serverNow: number
  readonly wallNow: number
  /** `origin` names the page load that counts: a count ends with it. */
  readonly origin: number
  readonly count: number
}

/** An attempt as its phone keeps it, on disk after every step. */
export type UnderWay = {
  readonly v: 1
  readonly running: Running
  readonly anchor: Anchor
  readonly at: number
  readonly flagged: readonly number[]
  readonly answers: Readonly<Record<number, KeptAnswer>>
  readonly told: Readonly<Record<number, Told>>
  /** Its learner, or the end of its time, wants it handed in. */
  readonly handIn: boolean
  /** When the server got it whole; null: it has not. */
  readonly handedInAt: number | null
}

/** The device's clocks at one moment. */
export type Clocks = Pick<Anchor, 'wallNow' | 'origin' | 'count'>

export type UnderWayAction =
  | { readonly type: 'go'; readonly to: number }
  | { readonly type: 'flag' }
  | {
      readonly type: 'give'
      readonly place: number
      readonly given: Given
      readonly spentMs: number
      readonly clocks: Clocks
      readonly tell: boolean
    }
  | { readonly type: 'hand-in' }
  | { readonly type: 'saved'; readonly saved: Saved; readonly clocks: Clocks }

/** How far wall clock and count may come apart before the count is no longer taken for whole: a device that slept may not have counted. */
const APART_MS = 5_000

/** How long an attempt has gone on, and whether that was counted without a break since the server last told the time. */
export const elapsedAt = (
  { anchor, running }: Pick<UnderWay, 'anchor' | 'running'>,
  { wallNow, origin, count }: Clocks,
): { readonly elapsedMs: number; readonly counted: boolean } => {
  const before = anchor.serverNow - running.startedAt
  const byWall = wallNow - anchor.wallNow
  if (origin !== anchor.origin) return { elapsedMs: before + Math.max(0, byWall), counted: false }
  const byCount = count - anchor.count
  return { elapsedMs: before + byCount, counted: Math.abs(byWall - byCount) <= APART_MS }
}

/** Milliseconds that are left; null: as long as it takes. */
export const leftAt = (state: UnderWay, clocks: Clocks): number | null => {
  const { endsAt, startedAt } = state.running
  return endsAt === null ? null : Math.max(0, endsAt - startedAt - elapsedAt(state, clocks).elapsedMs)
}

const isEmpty = (given: Given): boolean => (typeof given === 'string' ? given.trim() === '' : given.length === 0)

/** An attempt as the server told it, with what this device kept of the same one: of each answer the later change. */
export const underWayFrom = (running: Running, kept: UnderWay | null, clocks: Clocks): UnderWay => {
  const own = kept?.running.attemptId === running.attemptId ? kept : null
  const answers: Record<number, KeptAnswer> = { ...own?.answers }
  const told: Record<number, Told> = { ...own?.told }
  for (const [key, { given, seq, told: shown }] of Object.entries(running.given)) {
    const place = Number(key)
    if ((answers[place]?.seq ?? 0) <= seq)
      answers[place] = { given, seq, elapsedMs: 0, spentMs: 0, counted: true, tell: shown !== null, standing: 'counts' }
    if (shown) told[place] = shown
  }
  const { serverNow } = running
  return {
    ...{ v: 1, running, anchor: { serverNow, ...clocks }, at: own?.at ?? 0, flagged: own?.flagged ?? [] },
    ...{ answers, told, handIn: own?.handIn ?? false, handedInAt: null },
  }
}

const nextSeq = ({ answers }: UnderWay): number =>
  Object.values(answers).reduce((last, { seq }) => Math.max(last, seq), 0) + 1

const give = (state: UnderWay, action: Extract<UnderWayAction, { type: 'give' }>): UnderWay => {
  const { place, given, spentMs, clocks, tell } = action
  const before = state.answers[place]
  // What was told, or is to be, stays as it was given.
  if (before?.tell || state.handIn || (isEmpty(given) && before === undefined)) return state
  const { elapsedMs, counted } = elapsedAt(state, clocks)
  const answer: KeptAnswer = {
    ...{ given, seq: nextSeq(state), elapsedMs: Math.round(elapsedMs), counted, tell, standing: null },
    spentMs: Math.round((before?.spentMs ?? 0) + Math.max(0, spentMs)),
  }
  return { ...state, answers: { ...state.answers, [place]: answer } }
}

const saved = (state: UnderWay, { saved: got, clocks }: Extract<UnderWayAction, { type: 'saved' }>): UnderWay => {
  const standings = new Map(got.received.map(({ place, seq, standing }) => [`${place} ${seq}`, standing]))
  // The server takes no change of what it has told: another device's answer stands there.
  const latest = new Map<number, number>()
  for (const { place, seq } of got.received) latest.set(place, Math.max(seq, latest.get(place) ?? 0))
  const answers = Object.fromEntries(
    Object.entries(state.answers).map(([key, answer]) => {
      const standing = standings.get(`${key} ${answer.seq}`)
      const passed = (latest.get(Number(key)) ?? 0) > answer.seq ? 'counts' : answer.standing
      return [key, { ...answer, standing: standing ?? passed }]
    }),
  )
  const told = Object.fromEntries(got.told.map((one) => [one.place, one]))
  return {
    ...{ ...state, answers, told: { ...state.told, ...told }, handedInAt: got.handedInAt ?? state.handedInAt },
    ...{ running: { ...state.running, endsAt: got.endsAt }, anchor: { serverNow: got.serverNow, ...clocks } },
  }
}

export const underWayAfter = (state: UnderWay, action: UnderWayAction): UnderWay => {
  switch (action.type) {
    case 'go':
      return { ...state, at: Math.max(0, Math.min(state.running.items.length - 1, action.to)) }
    case 'flag': {
      const { at, flagged } = state
      return { ...state, flagged: flagged.includes(at) ? flagged.filter((one) => one !== at) : [...flagged, at] }
    }
    case 'give':
      return give(state, action)
    case 'hand-in':
      return { ...state, handIn: true }
    case 'saved':
      return saved(state, action)
  }
}

/** What the server does not have yet, as it is sent. */
export const unsentOf = ({ answers }: UnderWay) =>
  Object.entries(answers)
    .filter(([, { standing }]) => standing === null)
    .map(([place, { standing: _, ...answer }]) => ({ place: Number(place), ...answer }))

/** Whether there is anything to send. */
export const isWaiting = (state: UnderWay): boolean =>
  unsentOf(state).length > 0 || (state.handIn && state.handedInAt === null)

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** An attempt as it was kept; null where that is none of this version. */
export const underWayIn = (kept: unknown): UnderWay | null =>
  isRecord(kept) && kept.v === 1 && isRecord(kept.running) && isRecord(kept.answers) && isRecord(kept.anchor)
    ? (kept as UnderWay)
    : null
