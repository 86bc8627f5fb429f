export { type GenerateInput, type GenerateRefusal, generate, type NameGroup } from './generate.ts'
export type {
  Generated,
  GeneratedFact,
  GeneratedForm,
  GeneratedQuestion,
  GeneratedSection,
  Tier,
} from './types.ts'
