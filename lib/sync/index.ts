export type {
  Acknowledged,
  LearnerSettings,
  PackRef,
  ParsedSyncRequest,
  Rejected,
  SyncRefusal,
  SyncRequest,
  SyncResponse,
} from './protocol.ts'
export {
  CLOCK_OFFSET_MAX,
  defaultSettings,
  ENTRIES_PER_REQUEST_MAX,
  effectiveAt,
  parseSyncRequest,
} from './protocol.ts'
export type { LocalLog, SyncChange, SyncPeer, SyncReport } from './sync.ts'
export { syncOnce } from './sync.ts'
