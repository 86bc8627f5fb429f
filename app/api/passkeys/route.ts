import { callerOf } from '#lib/server/address.ts'
import { handle } from '#lib/server/handle.ts'
import { partyOf } from '#lib/server/passkey-ceremony.ts'
import { entryOptions } from '#lib/server/passkey-entry.ts'

/** `{}` → what a browser needs to ask for a passkey, with a challenge that works once. */
export const POST = handle({ auth: 'anyone' }, ({ request }) =>
  entryOptions(partyOf(request.headers), callerOf(request.headers)),
)
