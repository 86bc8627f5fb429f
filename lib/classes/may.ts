import type { Actor } from './actor.ts'

export type Action = 'read' | 'change' | 'delete'

/**
 * What something is done to.
 * - `account`: a person's sign-in, name, e-mail and login sessions
 * - `learning`: a person's entries, cards, enrolments, attempts and settings
 * - `document`, `set`: content; `ownerId` is null for what ships with Footnote; `shared` content is open to everyone
 * - `installation`: what concerns everyone (operators only)
 */
export type Subject =
  | { readonly kind: 'account' | 'learning'; readonly userId: string }
  | { readonly kind: 'document' | 'set'; readonly ownerId: string | null; readonly shared: boolean }
  | { readonly kind: 'installation' }

const mayUseContent = (actor: Actor, action: Action, ownerId: string | null, shared: boolean): boolean => {
  if (action === 'read') return shared || ownerId === null || ownerId === actor.userId
  return ownerId !== null && ownerId === actor.userId
}

/** The one rule for who may do what. An operator runs the installation and still sees nobody's answers or private documents. */
export const may = (actor: Actor, action: Action, subject: Subject): boolean => {
  switch (subject.kind) {
    case 'account':
    case 'learning':
      return subject.userId === actor.userId
    case 'document':
    case 'set':
      return mayUseContent(actor, action, subject.ownerId, subject.shared)
    case 'installation':
      return actor.role === 'operator'
  }
}
