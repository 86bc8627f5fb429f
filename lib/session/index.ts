export { buildSession, keepGoing } from './build.ts'
export { isLikelyGuess } from './choose.ts'
export { comingDays, countsOfToday, nextToDo } from './coming.ts'
export type { EntryStamp } from './entry.ts'
export { entryOf, questionOf } from './entry.ts'
export { guessOf, USUAL_OPTIONS } from './guess.ts'
export { markingOf } from './marking.ts'
export { optionsOf } from './options.ts'
export { SECONDS_PER_ANSWER, secondsOf, secondsPerAnswer, spentOn } from './pace.ts'
export type * from './pack.ts'
export { plannedDays } from './planned.ts'
export type { Candidate, Pool } from './pool.ts'
export { askable, findQuestion, modeOf, questionsOf } from './questions.ts'
export type { AnswerMarking, FactRating } from './rate.ts'
export { ratingsFor } from './rate.ts'
export type { Answered, SessionAction, SessionState } from './reducer.ts'
export { practise, progressOf, sessionReducer, startSession } from './reducer.ts'
export type { SessionSummary, SummaryFact } from './summary.ts'
export { summary } from './summary.ts'
export { studiedToday } from './today.ts'
export type {
  Backlog,
  DayPlanner,
  Enrolment,
  Retry,
  Session,
  SessionCounts,
  SessionInput,
  SessionItem,
  SessionSettings,
  StudiedToday,
} from './types.ts'
