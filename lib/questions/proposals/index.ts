export { Proposals } from './proposals.ts'
export { answerSchema, proposalSchema } from './schema.ts'
export type { Candidate, Proposed, Stretch } from './types.ts'
