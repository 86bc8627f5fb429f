export { type Calibration, type Calibrations, calibrationOf } from './calibration.ts'
export {
  byForm,
  type FormTally,
  type HardFact,
  hardestOf,
  STABILITY_FROM,
  speedByWeek,
  stabilityGroups,
  type WeekOfSpeed,
} from './habits.ts'
export type { FactMastery, Level, MasteryPack, SectionMastery } from './mastery.ts'
export { masteryBySection } from './mastery.ts'
export type { WeekOfRetention } from './retention.ts'
export { retentionByWeek } from './retention.ts'
export type { DayOfReviews, Today } from './reviews.ts'
export { minutesFor, reviewsPerDay, studied } from './reviews.ts'
export { onShelf, type ShelfFilter, type ShelfRow, STANDINGS, type Standing, shelfOf } from './shelf.ts'
export { type WeeklyGoal, weeklyGoal } from './weekly.ts'
export { daysAhead } from './year.ts'
