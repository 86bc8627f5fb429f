import type { OwnAccount } from '#lib/server/own-account.ts'
import { ownPasskeys } from '#lib/server/passkeys.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { Passkeys } from './passkeys.tsx'

/** A member's passkeys; a guest has none to make. */
export const PasskeysPart = async ({ viewer, account }: { viewer: Viewer; account: OwnAccount }) => {
  if (viewer.kind === 'guest') return null
  return (
    <Passkeys
      initial={await ownPasskeys(viewer)}
      who={account.email ?? account.name ?? ''}
      password={account.hasPassword}
    />
  )
}
