/** By itself too, for the pages that stand in where all else failed: they carry these words and no others. */
export { lost } from './en/lost.ts'
export type { DateStyle } from './format.ts'
export { formatDate, formatNumber, formatPercent, formatRelative, formatWhen, locale } from './format.ts'
export type { MessageKey } from './translate.ts'
export { t } from './translate.ts'
export { inWords, sentence } from './words.ts'
