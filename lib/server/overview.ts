import 'server-only'
import { db } from './db.ts'
import { type Rules, readRules } from './installation.ts'
import { authorise, type Viewer } from './viewer.ts'

/** What an operator sees first: how many members there are, how many are kept out, what holds, how many sets are shared. */
export type Overview = {
  readonly people: number
  readonly suspended: number
  readonly shared: number
  readonly withheld: number
  /** Reported and not dealt with: sets, and questions that ship. */
  readonly reports: number
  readonly rules: Rules
}

export const overview = async (viewer: Viewer): Promise<Overview> => {
  authorise(viewer, 'read', { kind: 'installation' })
  const members = { kind: 'member' } as const
  const sets = { visibility: 'public', ownerId: { not: null } } as const
  const open = { resolvedAt: null }
  const [people, suspended, shared, withheld, reported, asked, rules] = await Promise.all([
    db().user.count({ where: members }),
    db().user.count({ where: { ...members, suspendedAt: { not: null } } }),
    db().questionSet.count({ where: sets }),
    db().questionSet.count({ where: { ...sets, takenDownAt: { not: null } } }),
    db().questionSet.count({ where: { reports: { some: open } } }),
    db().question.count({ where: { ownerId: null, flags: { some: open } } }),
    readRules(),
  ])
  return { people, suspended, shared, withheld, reports: reported + asked, rules }
}

/** What holds for everyone, as an operator changes it. */
export const rulesFor = async (viewer: Viewer): Promise<Rules> => {
  authorise(viewer, 'read', { kind: 'installation' })
  return readRules()
}
