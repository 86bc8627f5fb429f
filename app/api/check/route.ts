import { checkLearner } from '#lib/server/check.ts'
import { handle } from '#lib/server/handle.ts'

/** Replays the learner's log, repairs what does not agree with it, and says what it holds: `CheckResponse`. */
export const POST = handle({ auth: 'viewer', limit: 'archive' }, ({ viewer }) => checkLearner(viewer))
