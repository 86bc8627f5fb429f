export { analyse } from './analyse.ts'
export { toLookAt } from './order.ts'
export type {
  Common,
  Estimate,
  Flag,
  Given,
  Item,
  ItemAnalysis,
  OptionTally,
  Taken,
  WholeAnalysis,
} from './types.ts'
