export type { DiffRun, Markable, MarkedForm, Marking, Verdict } from './mark.ts'
export { mark } from './mark.ts'
