import { Z } from '#lib/base/index.ts'
import { meanOf, NO_ESTIMATE, varianceOf } from './correlation.ts'
import { totalsOf } from './rest.ts'
import type { Estimate, Item, WholeAnalysis } from './types.ts'

const ITEMS_MIN = 2
const PEOPLE_MIN = 3
const NOTHING = 1e-12

/**
 * Cronbach's alpha of items that all were asked: k / (k − 1) · (1 − Σ var(item) / var(total)); of items that are right or wrong it
 * is Kuder and Richardson's formula 20. Cronbach (1951), "Coefficient alpha and the internal structure of tests",
 * Psychometrika 16; Kuder and Richardson (1937), "The theory of the estimation of test reliability", Psychometrika 2.
 * Its interval: ln(1 − α) ± 1.96 · √(2k / ((k − 1)(n − 2))), Bonett (2002), "Sample size requirements for testing and estimating
 * coefficient alpha", J. Educ. Behav. Stat. 27.
 */
const alphaOf = (items: readonly Item[], totals: readonly number[]): Estimate => {
  const [k, n] = [items.length, totals.length]
  if (k < ITEMS_MIN || n < PEOPLE_MIN) return NO_ESTIMATE
  const whole = varianceOf(totals)
  if (whole < NOTHING) return NO_ESTIMATE
  const parts = items.reduce((sum, { taken }) => sum + varianceOf(taken.map(({ share }) => share)), 0)
  const value = (k / (k - 1)) * (1 - parts / whole)
  if (1 - value < NOTHING) return { value, low: null, high: null }
  const half = Z * Math.sqrt((2 * k) / ((k - 1) * (n - 2)))
  return { value, low: 1 - (1 - value) * Math.exp(half), high: 1 - (1 - value) * Math.exp(-half) }
}

/**
 * The quiz as a whole, of the items that count. The standard error of measurement is sd · √(1 − α): Lord and Novick (1968),
 * "Statistical Theories of Mental Test Scores".
 */
export const wholeOf = (all: readonly Item[]): WholeAnalysis => {
  const items = all.filter(({ counts, taken }) => counts && taken.length > 0)
  const totals = [...totalsOf(items).values()]
  const shares = totals.map(({ right, asked }) => right / asked)
  const complete = totals.every(({ asked }) => asked === items.length)
  const rights = totals.map(({ right }) => right)
  const alpha = complete ? alphaOf(items, rights) : NO_ESTIMATE
  const sd = totals.length < 2 ? null : Math.sqrt(varianceOf(shares))
  return {
    ...{ takers: totals.length, items: items.length, complete, alpha, sd },
    mean: totals.length === 0 ? null : meanOf(shares),
    sem: sd === null || alpha.value === null ? null : sd * Math.sqrt(Math.max(0, 1 - alpha.value)),
    dichotomous: items.every(({ taken }) => taken.every(({ share }) => share === 0 || share === 1)),
  }
}
