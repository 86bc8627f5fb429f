export type { QuizRules } from './rules.ts'
export { gradeOf, type Score, shareOf } from './score.ts'
