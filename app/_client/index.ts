export { useAlive } from './use-alive.ts'
export { useCanInstall } from './use-install.ts'
export { useLearner } from './use-learner.ts'
