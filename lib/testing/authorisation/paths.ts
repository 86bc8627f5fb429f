import { CLASSES } from './ground.ts'

export const ACTIONS = 'app/[lang]/(account)/settings/actions.ts'

export const OPERATOR = 'app/[lang]/(operator)/operator/actions.ts'

export const NOTICES = `${CLASSES}/[class]/notices/actions.ts`
