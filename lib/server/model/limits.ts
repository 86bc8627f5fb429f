import type { Limits } from './client.ts'
import type { RunLimits } from './propose.ts'

/** A model on a machine of one's own writes ten tokens a second or so. */
export const LIMITS: Limits & RunLimits = {
  requestMs: 180_000,
  retries: 2,
  bytesMax: 1_000_000,
  answerTokensMax: 3_000,
  partTokensMax: 1_500,
  partsMax: 60,
  atOnce: 2,
  totalMs: 30 * 60_000,
}
