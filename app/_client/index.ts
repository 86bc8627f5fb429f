export { useLearner } from './use-learner.ts'
