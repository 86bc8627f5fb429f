import type { Actor, ClassRole } from './actor.ts'

/**
 * `readmit`: give someone a new way in; `suspend`: keep them out, and let them in again; `withhold`: take shared content from
 * everyone but its owner, and give it back; `appoint`: make someone an operator, and a learner again, or give roles in a class;
 * `teach`: see who is in a class; `enlist`: take learners out of it.
 */
export type Action =
  | ('read' | 'change' | 'delete' | 'readmit' | 'suspend' | 'withhold' | 'appoint')
  | ('teach' | 'enlist')

/**
 * What something is done to.
 * - `account`: a person's sign-in, name, e-mail and login sessions
 * - `learning`: a person's entries, cards, enrolments, attempts and settings
 * - `document`, `set`: content; `ownerId` is null for what ships with Footnote; `shared` content is open to everyone
 * - `class`: a class, by the role that the actor has in it; null: none
 * - `installation`: what concerns everyone: its rules, its people, its security log
 */
export type Subject =
  | { readonly kind: 'account' | 'learning'; readonly userId: string }
  | { readonly kind: 'document' | 'set'; readonly ownerId: string | null; readonly shared: boolean }
  | { readonly kind: 'class'; readonly role: ClassRole | null }
  | { readonly kind: 'installation' }

type Person = { readonly userId: string }
type Content = { readonly ownerId: string | null; readonly shared: boolean }
type Membership = { readonly role: ClassRole | null }
type Rules<S> = Partial<Record<Action, (actor: Actor, subject: S) => boolean>>

const isSelf = (actor: Actor, { userId }: Person) => userId === actor.userId
const owns = (actor: Actor, { ownerId }: Content) => ownerId !== null && ownerId === actor.userId
const operates = (actor: Actor) => actor.role === 'operator'

const belongs = (_: Actor, { role }: Membership) => role !== null
const teaches = (_: Actor, { role }: Membership) => role === 'instructor' || role === 'assistant'
const leads = (_: Actor, { role }: Membership) => role === 'instructor'

const content: Rules<Content> = {
  read: (actor, subject) => subject.shared || subject.ownerId === null || owns(actor, subject),
  change: owns,
  delete: owns,
  withhold: (actor, { ownerId }) => operates(actor) && ownerId !== null,
}

/** The one table of who may do what; what is not in it nobody may. An operator sees nobody's answers or private documents. */
const RULES = {
  account: {
    read: isSelf,
    change: isSelf,
    delete: isSelf,
    readmit: operates,
    // An operator who shut themselves out would leave nobody to undo it.
    suspend: (actor, subject) => operates(actor) && !isSelf(actor, subject),
    appoint: operates,
  } satisfies Rules<Person>,
  learning: { read: isSelf, change: isSelf, delete: isSelf } satisfies Rules<Person>,
  document: content,
  set: content,
  // An operator sees no class that they are not in.
  class: {
    ...{ read: belongs, teach: teaches, enlist: teaches },
    ...{ change: leads, delete: leads, appoint: leads },
  } satisfies Rules<Membership>,
  installation: { read: operates, change: operates, delete: operates } satisfies Rules<unknown>,
} as const

/** Whether the table lets someone do this. */
export const may = (actor: Actor, action: Action, subject: Subject): boolean => {
  const rules: Rules<never> = RULES[subject.kind]
  return rules[action]?.(actor, subject as never) ?? false
}
