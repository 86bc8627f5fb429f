// What the first question does not need: what an answer brings on screen, and the forms that join several facts, which
// never come first. Loaded while that question is being read.
export { Match } from '../forms/match.tsx'
export { Order } from '../forms/order.tsx'
export { Aloud } from './aloud.tsx'
export { answerText } from './cite.ts'
export { Continue } from './continue.tsx'
export { markingOf } from './marking.ts'
export { announcementOf, intervalsOf, outcomeOf } from './outcome.ts'
export { Rates } from './rates.tsx'
export { Rerate } from './rerate.tsx'
export { Shown } from './shown.tsx'
export { Summary } from './summary.tsx'
