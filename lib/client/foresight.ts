import type { Learnt, Outlook, Range } from '#lib/exams/index.ts'

/** What this device reckoned out and need not again: how its learner remembers, what is ahead, and what was said before. */
type Kept = {
  of: string
  /** `answers`: how many there were when it was learnt. */
  learnt?: { answers: number; weights: number[]; z: number[]; precision: number[][]; fit: number[]; evidence: number }
  outlook?: { key: string; outlook: Outlook }
  /** By exam the forecast of each study day, as shares. */
  told?: Record<string, [day: number, low: number, expected: number, high: number][]>
}

const NAME = 'footnote.foresight'

const read = (userId: string): Kept => {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME) ?? '{}') as Kept
    return kept.of === userId ? kept : { of: userId }
  } catch {
    return { of: userId }
  }
}

const write = (kept: Kept): void => {
  try {
    localStorage.setItem(NAME, JSON.stringify(kept))
  } catch {
    // Storage refused or full: it is reckoned out again.
  }
}

export const learntOf = (userId: string): { answers: number; learnt: Learnt } | null => {
  const { learnt } = read(userId)
  if (!learnt) return null
  const { answers, weights, z, precision, fit, evidence } = learnt
  const rows = precision.map((row) => Float64Array.from(row))
  return { answers, learnt: { weights, fit: { weights: fit, z: Float64Array.from(z), precision: rows, evidence } } }
}

export const keepLearnt = (userId: string, answers: number, { weights, fit }: Learnt): void => {
  const precision = fit.precision.map((row) => [...row])
  const learnt = { answers, weights: [...weights], z: [...fit.z], precision, fit: [...fit.weights] }
  write({ ...read(userId), learnt: { ...learnt, evidence: fit.evidence } })
}

/** `key`: what it was reckoned from. */
export const outlookKept = (userId: string, key: string): Outlook | null => {
  const { outlook } = read(userId)
  return outlook?.key === key ? outlook.outlook : null
}

const short = (_name: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Math.round(value * 10_000) / 10_000 : value

export const keepOutlook = (userId: string, key: string, outlook: Outlook): void =>
  write({ ...read(userId), outlook: { key, outlook: JSON.parse(JSON.stringify(outlook, short)) as Outlook } })

export type Told = Range & { readonly day: number }

/** What was forecast of an exam on the days so far, the first one first. */
export const toldOf = (userId: string, examId: string): Told[] =>
  (read(userId).told?.[examId] ?? []).map(([day, low, expected, high]) => ({ day, low, expected, high }))

/** Of a day the last forecast is kept. */
export const keepTold = (userId: string, examId: string, { day, low, expected, high }: Told): void => {
  const kept = read(userId)
  const before = (kept.told?.[examId] ?? []).filter(([one]) => one !== day)
  const rows = [...before, [day, low, expected, high] as [number, number, number, number]].sort(([a], [b]) => a - b)
  write({ ...kept, told: { ...kept.told, [examId]: rows } })
}
