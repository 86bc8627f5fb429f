export { buildSession, keepGoing, studiedToday } from './build.ts'
export type { EntryStamp } from './entry.ts'
export { entryOf, questionOf } from './entry.ts'
export type * from './pack.ts'
export type { Answered, AnswerMarking, FactRating, SessionAction, SessionState } from './reducer.ts'
export { practise, sessionReducer, startSession } from './reducer.ts'
export type { SessionSummary, SummaryFact } from './summary.ts'
export { summary } from './summary.ts'
export type {
  Enrolment,
  Retry,
  Session,
  SessionCounts,
  SessionInput,
  SessionItem,
  SessionSettings,
  StudiedToday,
} from './types.ts'
