import * as auth from '#app/api/auth/[...nextauth]/route.ts'
import * as passkeys from '#app/api/passkeys/route.ts'
import { db } from '#lib/server/db.ts'
import type { Person } from '#lib/testing/people.ts'
import * as actions from '../../../app/[lang]/(account)/settings/actions.ts'
import * as passkeyActions from '../../../app/[lang]/(account)/settings/passkey-actions.ts'
import * as operator from '../../../app/[lang]/(operator)/operator/actions.ts'
import ReportsPage from '../../../app/[lang]/(operator)/operator/reports/page.tsx'
import {
  action,
  authRoute,
  nothing,
  OPERATOR_ONLY,
  OPERATOR_PAGES,
  OWNED_SET,
  opening,
  PASSWORD,
  people,
  type Row,
  route,
} from './ground.ts'
import { ACTIONS, OPERATOR } from './paths.ts'

const PASSKEYS = 'app/[lang]/(account)/settings/passkey-actions.ts'

/** What a browser would send back of a ceremony that nobody began. */
const PASSKEY_ANSWER = JSON.stringify({
  id: 'made-up',
  response: { clientDataJSON: Buffer.from('{"challenge":"guessed"}').toString('base64url') },
})

/** Taking away the owner's passkey, which is there again each time. */
const removeOwnersPasskey = async (as: Person | null): Promise<number> => {
  const userId = people.get('owner')?.viewer.userId ?? ''
  const key = { id: 'owners-key', userId, publicKey: new Uint8Array(), counter: 0, transports: [] }
  await db().passkey.upsert({ where: { id: key.id }, create: key, update: {} })
  return action(() => passkeyActions.removePasskeyAction({ id: key.id }))(as)
}

export const LEAVING: readonly Row[] = [
  {
    entrance: `${OPERATOR_PAGES}/reports/page.tsx page`,
    what: 'what was reported',
    call: opening(ReportsPage, nothing),
    expected: OPERATOR_ONLY,
  },
  {
    entrance: `${OPERATOR} closeReportsAction`,
    what: 'what was reported of a set',
    call: action(() => operator.closeReportsAction({ about: 'set', id: OWNED_SET })),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  {
    entrance: `${OPERATOR} withholdAction`,
    what: 'a set that does not exist',
    call: action(() => operator.withholdAction({ setId: 'no-such-set', withheld: 'yes' })),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${OPERATOR} withholdAction`,
    what: 'giving back the owner’s set',
    call: action(() => operator.withholdAction({ setId: OWNED_SET, withheld: 'no' })),
    expected: [401, 404, 404, 404, 200, 401, 401],
  },
  {
    entrance: 'app/api/auth/[...nextauth]/route.ts POST',
    what: 'a sign-in by passkey without that token',
    call: authRoute(auth.POST, 'callback/passkey', { answer: PASSKEY_ANSWER }),
    expected: [403, 403, 403, 403, 403, 403, 403],
  },
  {
    entrance: 'app/api/passkeys/route.ts POST',
    what: 'a challenge to sign in by, the same for everyone',
    call: route(passkeys.POST, '/api/passkeys', {}, { json: {} }),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${PASSKEYS} passkeyOptionsAction`,
    what: 'making a passkey of one’s own, with the password; a guest has none',
    call: action(() => passkeyActions.passkeyOptionsAction({ password: PASSWORD })),
    expected: [401, 403, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${PASSKEYS} addPasskeyAction`,
    what: 'a passkey to a challenge that nobody made',
    call: action(() => passkeyActions.addPasskeyAction({ answer: PASSKEY_ANSWER, name: '' })),
    expected: [401, 403, 410, 410, 410, 401, 401],
  },
  {
    entrance: `${PASSKEYS} removePasskeyAction`,
    what: 'the owner’s passkey',
    call: removeOwnersPasskey,
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    // Last: it ends the sessions that the rows above go by.
    entrance: `${ACTIONS} endSessionsAction`,
    what: 'everywhere; a guest would be locked out',
    call: action(() => actions.endSessionsAction()),
    expected: [401, 403, 200, 200, 200, 401, 401],
  },
]
