/** Whether someone can sign in again (a member) or lives by one device's session (a guest). */
export type AccountKind = 'guest' | 'member'

/** What someone may do beyond their own account: an operator runs the installation. */
export type Role = 'learner' | 'operator'

/** Who wants to do something. */
export type Actor = { readonly userId: string; readonly kind: AccountKind; readonly role: Role }

/** What someone is in one class: an instructor leads it, an assistant helps, a learner learns. */
export type ClassRole = 'instructor' | 'assistant' | 'learner'
