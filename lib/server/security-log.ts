import 'server-only'
import { db } from './db.ts'

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

type About = {
  readonly userId?: string
  readonly address?: string
  readonly detail?: Readonly<Record<string, string | number>>
}

/** Adds one line to the security log. Never a password, never a token, no e-mail address that has no account. */
export const note = async (kind: SecurityEventKind, { userId, address, detail }: About): Promise<void> => {
  await db().securityEvent.create({
    data: {
      kind,
      ...(userId === undefined ? {} : { userId }),
      ...(address === undefined ? {} : { address }),
      ...(detail === undefined ? {} : { detail }),
    },
  })
}
