import 'server-only'
import { db } from './db.ts'
import { authorise, type Viewer } from './viewer.ts'

/** What the security log records (OWASP ASVS 16.3). */
export type SecurityEventKind =
  | 'guest-started'
  | 'signed-up'
  | 'accounts-made'
  | 'signed-in'
  | 'sign-in-refused'
  | 'signed-out'
  | 'password-changed'
  | 'password-refused'
  | 'sessions-ended'
  | 'guest-merged'
  | 'account-deleted'
  | 'data-exported'
  | 'data-restored'
  | 'identity-linked'
  | 'identity-unlinked'
  | 'password-set'
  | 'guest-moved'
  | 'link-made'
  | 'password-reset'
  | 'operator-made'
  | 'operator-unmade'
  | 'rules-changed'
  | 'suspended'
  | 'readmitted'
  | 'set-withheld'
  | 'set-given-back'
  | 'passkey-added'
  | 'passkey-removed'

type About = {
  /** Whom it concerns. */
  readonly userId?: string
  /** Who did it, where that is somebody else. Without an id: from a shell on the machine. */
  readonly by?: { readonly userId: string }
  readonly address?: string
  readonly detail?: Readonly<Record<string, string | number>>
}

/** Adds one line to the security log. Never a password, never a token, no e-mail address that has no account. */
export const note = async (kind: SecurityEventKind, { userId, by, address, detail: more }: About): Promise<void> => {
  const detail = by === undefined ? more : { ...more, by: by.userId || 'shell' }
  await db().securityEvent.create({
    data: {
      kind,
      ...(userId === undefined ? {} : { userId }),
      ...(address === undefined ? {} : { address }),
      ...(detail === undefined ? {} : { detail }),
    },
  })
}

const PAGE = 100

const SHOWN = { id: true, name: true, email: true, kind: true } as const

/** Which people and sets the details of some lines speak of: their names by id. What is gone has none. */
const namesIn = async (details: readonly unknown[]): Promise<ReadonlyMap<string, string>> => {
  const spoken = (key: string) =>
    details.flatMap((detail) => {
      const value = (detail as Record<string, unknown> | null)?.[key]
      return typeof value === 'string' ? [value] : []
    })
  const [people, sets] = await Promise.all([
    db().user.findMany({ where: { id: { in: spoken('by') } }, select: SHOWN }),
    db().setVersion.findMany({
      where: { setId: { in: spoken('set') } },
      orderBy: { version: 'asc' },
      select: { setId: true, title: true },
    }),
  ])
  return new Map([
    ...people.map(({ id, name, email }) => [id, name ?? email ?? ''] as const),
    ...sets.map(({ setId, title }) => [setId, title] as const),
  ])
}

type Wanted = { readonly kind?: string; readonly userId?: string; readonly after?: string }

/**
 * What happened, newest first, a page at a time; for an operator. `after` is the id of the last line seen. `names`: of whom
 * and what the details speak, by id. `kinds`: those of which there are any.
 */
export const readSecurityLog = async (viewer: Viewer, { kind, userId, after }: Wanted = {}) => {
  authorise(viewer, 'read', { kind: 'installation' })
  const [found, kinds, about] = await Promise.all([
    db().securityEvent.findMany({
      where: {
        ...(kind ? { kind } : {}),
        ...(userId ? { userId } : {}),
        ...(after === undefined ? {} : { id: { lt: after } }),
      },
      orderBy: { id: 'desc' },
      take: PAGE + 1,
      include: { user: { select: SHOWN } },
    }),
    db().securityEvent.groupBy({ by: ['kind'], orderBy: { kind: 'asc' } }),
    userId ? db().user.findUnique({ where: { id: userId }, select: SHOWN }) : null,
  ])
  const lines = found.slice(0, PAGE)
  return {
    lines,
    more: found.length > PAGE,
    kinds: kinds.map((each) => each.kind),
    names: await namesIn(lines.map(({ detail }) => detail)),
    about,
  }
}
