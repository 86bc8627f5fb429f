export type { NameGroup } from '#lib/facts/index.ts'
export {
  type GenerateInput,
  type GenerateRefusal,
  type GenerateStep,
  generate,
  generatedFrom,
  generateInSteps,
  type Written,
  write,
} from './generate.ts'
export {
  answerSchema,
  type Candidate,
  Proposals,
  type Proposed,
  proposalSchema,
  type Stretch,
} from './proposals/index.ts'
export { reviewedFrom } from './reviewed.ts'
export type {
  Generated,
  GeneratedFact,
  GeneratedForm,
  GeneratedQuestion,
  GeneratedSection,
  Tier,
} from './types.ts'
