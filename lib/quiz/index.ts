export { itemsOf, orderOf, type QuizItem } from './ask.ts'
export { type Candidate, candidatesIn, pickOne } from './candidates.ts'
export {
  askedBy,
  askedUntil,
  LIVE_RULES,
  type LivePhase,
  type LivePlace,
  type LiveStep,
  stepped,
  stepsAt,
  takesAnswer,
  worthOf,
} from './live.ts'
export { countOf, type Given, type Mending, markedOf, mendedQuestion, scoreOf } from './marking.ts'
export { type Receipt, receiptOf, type Stamp } from './receipt.ts'
export type { QuizRules } from './rules.ts'
export { gradeOf, type Score, shareOf } from './score.ts'
export {
  type Allowance,
  closedForAll,
  closesFor,
  endOf,
  mayBegin,
  NO_ALLOWANCE,
  type Opening,
  toldFrom,
} from './times.ts'
export {
  type Clocks,
  elapsedAt,
  isWaiting,
  type KeptAnswer,
  leftAt,
  type UnderWay,
  type UnderWayAction,
  underWayAfter,
  underWayFrom,
  underWayIn,
  unsentOf,
} from './under-way.ts'
export type * from './wire.ts'
