export type { NameGroup } from '#lib/facts/index.ts'
export { type GenerateInput, type GenerateRefusal, generate } from './generate.ts'
export type {
  Generated,
  GeneratedFact,
  GeneratedForm,
  GeneratedQuestion,
  GeneratedSection,
  Tier,
} from './types.ts'
