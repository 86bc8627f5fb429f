import { formatNumber } from '#words'

/** Points, of which an answer in parts may have half. */
export const pointsWords = (points: number): string => formatNumber(points, { maximumFractionDigits: 1 })
