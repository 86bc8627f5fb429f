export type { AccountKind, Actor, ClassRole, Role } from './actor.ts'
export type { Action, Subject } from './may.ts'
export { may } from './may.ts'
export { signInBase, signInNames } from './sign-in-names.ts'
