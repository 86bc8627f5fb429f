import type { QuizRules } from './rules.ts'

/** When a quiz is open, in milliseconds since the epoch; null: from now on, or for good. */
export type Opening = { readonly draft: boolean; readonly opensAt: number | null; readonly closesAt: number | null }

/** What one learner gets beyond what the others have. */
export type Allowance = {
  readonly closesAt: number | null
  readonly extraMinutes: number
  readonly extraAttempts: number
}

export const NO_ALLOWANCE: Allowance = { closesAt: null, extraMinutes: 0, extraAttempts: 0 }

const MINUTE_MS = 60_000

/** When it closes for one learner: an extension moves the end later, never earlier. */
export const closesFor = ({ closesAt }: Opening, allowance: Allowance): number | null =>
  closesAt === null ? null : Math.max(closesAt, allowance.closesAt ?? closesAt)

/** When it has closed for everyone; null: never. */
export const closedForAll = (opening: Opening, allowances: readonly Allowance[]): number | null =>
  opening.closesAt === null
    ? null
    : allowances.reduce((last, one) => Math.max(last, closesFor(opening, one) ?? last), opening.closesAt)

/** When an attempt ends: its time is up, or the quiz closes for its learner; null: whenever they hand it in. */
export const endOf = (
  startedAt: number,
  { limitMinutes }: Pick<QuizRules, 'limitMinutes'>,
  opening: Opening,
  allowance: Allowance,
): number | null => {
  const limit = limitMinutes === null ? null : startedAt + (limitMinutes + allowance.extraMinutes) * MINUTE_MS
  const closes = closesFor(opening, allowance)
  if (limit === null || closes === null) return limit ?? closes
  return Math.min(limit, closes)
}

/** Whether somebody may begin an attempt, having handed in so many. */
export const mayBegin = (
  opening: Opening,
  { attempts }: Pick<QuizRules, 'attempts'>,
  allowance: Allowance,
  handedIn: number,
  now: number,
): 'yes' | 'not-yet' | 'closed' | 'used-up' => {
  if (opening.draft || (opening.opensAt !== null && now < opening.opensAt)) return 'not-yet'
  const closes = closesFor(opening, allowance)
  if (closes !== null && now >= closes) return 'closed'
  return attempts !== null && handedIn >= attempts + allowance.extraAttempts ? 'used-up' : 'yes'
}

/**
 * Since when an attempt that was handed in may be talked about: what was right, and why; null: not before some later act.
 * `closed`: when the quiz has closed for everyone.
 */
export const toldFrom = (
  { feedback }: Pick<QuizRules, 'feedback'>,
  handedInAt: number | null,
  closed: number | null,
): number | null => {
  if (handedInAt === null) return null
  if (feedback !== 'closed') return handedInAt
  return closed === null ? null : Math.max(closed, handedInAt)
}
