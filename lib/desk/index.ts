export { isAsked, type PublishChoice, published, tiersAsked } from './asked.ts'
export {
  isWordedByHand,
  sentencesAround,
  type Wording,
  type Written,
  withGap,
  wordingOf,
  writtenQuestion,
} from './by-hand.ts'
export { COLOURS, type Colour } from './colours.ts'
export { composed, type Part, type PartFact, type PartQuestion } from './compose.ts'
export { coverageOf, type SectionCount } from './coverage.ts'
export {
  acceptBest,
  before,
  type Count,
  countOf,
  isIn,
  judged,
  nextToJudge,
  STATES,
  type State,
} from './judge.ts'
export { type Skip, skipOf } from './skips.ts'
export {
  type DeskFact,
  type DeskQuestion,
  type DeskSection,
  FLAG_REASONS,
  type FlagReason,
  type Judgement,
  REASONS,
  type Reason,
  type Skipped,
  type Tier,
  type Verdict,
} from './types.ts'
