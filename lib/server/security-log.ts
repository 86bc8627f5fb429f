import 'server-only'
import { db } from './db.ts'
import { authorise, type Viewer } from './viewer.ts'

/** What the security log records (OWASP ASVS 16.3). */
export type SecurityEventKind =
  | 'guest-started'
  | 'signed-up'
  | 'signed-in'
  | 'sign-in-refused'
  | 'signed-out'
  | 'password-changed'
  | 'password-refused'
  | 'sessions-ended'
  | 'guest-merged'
  | 'account-deleted'
  | 'guest-moved'
  | 'link-made'
  | 'password-reset'
  | 'operator-made'
  | 'rules-changed'
  | 'suspended'
  | 'readmitted'
  | 'set-withheld'
  | 'set-given-back'

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

/** What happened, newest first, a page at a time; for an operator. `after` is the id of the last line seen. */
export const readSecurityLog = async (
  viewer: Viewer,
  { kind, userId, after }: { readonly kind?: string; readonly userId?: string; readonly after?: string } = {},
) => {
  authorise(viewer, 'read', { kind: 'installation' })
  const lines = await db().securityEvent.findMany({
    where: { ...(kind ? { kind } : {}), ...(userId ? { userId } : {}) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
    include: { user: { select: { name: true, email: true } } },
  })
  return { lines: lines.slice(0, PAGE), more: lines.length > PAGE }
}
