export { buildSession, keepGoing, SECONDS_PER_ANSWER } from './build.ts'
export type { EntryStamp } from './entry.ts'
export { entryOf, questionOf } from './entry.ts'
export type * from './pack.ts'
export { findQuestion } from './questions.ts'
export type { AnswerMarking, FactRating } from './rate.ts'
export type { Answered, SessionAction, SessionState } from './reducer.ts'
export { practise, progressOf, sessionReducer, startSession } from './reducer.ts'
export type { SessionSummary, SummaryFact } from './summary.ts'
export { summary } from './summary.ts'
export { studiedToday } from './today.ts'
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
