export type { Diff, DiffRun } from './diff.ts'
export type { Markable, MarkedForm, Marking, Verdict } from './mark.ts'
export { mark } from './mark.ts'
export { normalise } from './normalise.ts'
