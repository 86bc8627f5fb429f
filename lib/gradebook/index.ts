export {
  type ClassAhead,
  type ClassSoFar,
  classAhead,
  type Foreseen,
  type LearnerSoFar,
  packedHistory,
} from './ahead.ts'
export { type Attempted, type QuizMark, quizMark } from './quiz-mark.ts'
export { type Aims, type Reason, reasonsFor } from './reasons.ts'
export {
  type FactMemory,
  type FactStanding,
  factStandings,
  readAnew,
  recallOf,
  type SeenAnswer,
  type Standing,
  standingOf,
  weekOf,
} from './standing.ts'
