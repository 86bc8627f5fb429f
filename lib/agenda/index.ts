export { type Agenda, type AgendaInput, agendaOf, type ExamAhead, type ExamAt, examsIn } from './agenda.ts'
export { minutesToFit, outlookOf, worthOfMore } from './ahead.ts'
export { byPlan, type DayPlan } from './by-plan.ts'
export { minutesOn, weekdaysOf } from './calendar.ts'
export { type ExamFact, type Scope, scopeOf } from './facts.ts'
export { SELF_RATED } from './histories.ts'
export {
  type ExamReport,
  groupsOf,
  leaveOutFirst,
  type RiskyFact,
  reportOf,
  type SectionForecast,
} from './report.ts'
