export type { CheckResponse } from './digest.ts'
export { differingCards, digestOfCards, digestOfLog } from './digest.ts'
export type { ParsedSyncRequest, SyncRefusal } from './parse.ts'
export { parseSyncRequest } from './parse.ts'
export type {
  Acknowledged,
  Assigned,
  LearnerSettings,
  PackRef,
  QuizDue,
  Rejected,
  SyncRequest,
  SyncResponse,
} from './protocol.ts'
export { defaultSettings, effectiveAt } from './protocol.ts'
export type { LocalLog, SyncChange, SyncPeer, SyncReport } from './sync.ts'
export { syncOnce } from './sync.ts'
