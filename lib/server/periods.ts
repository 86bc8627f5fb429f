import 'server-only'
import { ENDED_SESSION_DAYS, GUEST_DAYS, SECURITY_LOG_DAYS } from './housekeeping.ts'
import { LINK_DAYS_MAX } from './one-time.ts'
import { SESSION_SECONDS } from './session-token.ts'

const SECONDS_PER_DAY = 24 * 60 * 60

/** How long what is stored is kept, in days, as the page on privacy promises it. */
export const periods = {
  guestDays: GUEST_DAYS,
  endedSessionDays: ENDED_SESSION_DAYS,
  securityLogDays: SECURITY_LOG_DAYS,
  linkDaysMax: LINK_DAYS_MAX,
  cookieDays: SESSION_SECONDS / SECONDS_PER_DAY,
} as const
