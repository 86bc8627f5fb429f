import * as calendar from '#app/api/calendar/[key]/route.ts'
import * as address from '#app/api/documents/address/route.ts'
import * as file from '#app/api/documents/file/route.ts'
import * as documents from '#app/api/documents/route.ts'
import * as exporting from '#app/api/export/route.ts'
import * as push from '#app/api/push/route.ts'
import * as restoring from '#app/api/restore/route.ts'
import * as tags from '#app/api/tags/route.ts'
import * as bring from '../../../app/[lang]/(account)/bring/actions.ts'
import * as move from '../../../app/[lang]/(account)/move/actions.ts'
import * as actions from '../../../app/[lang]/(account)/settings/actions.ts'
import * as operator from '../../../app/[lang]/(operator)/operator/actions.ts'
import * as ways from '../../../app/[lang]/(study)/documents/actions.ts'
import { action, FEED, idOf, OWNED_SET, PUSH, people, type Row, route } from './ground.ts'
import { ACTIONS, OPERATOR } from './paths.ts'

/** What an operator does to people, each by an id. */
const ON_PEOPLE = [
  ['resetLinkAction', operator.resetLinkAction],
  ['suspendAction', operator.suspendAction],
  ['readmitAction', operator.readmitAction],
  ['endSessionsForAction', operator.endSessionsForAction],
  ['makeOperatorAction', operator.makeOperatorAction],
  ['unmakeOperatorAction', operator.unmakeOperatorAction],
] as const

const BRING = 'app/[lang]/(account)/bring/actions.ts'

const MOVE = 'app/[lang]/(account)/move/actions.ts'

export const ACCOUNT: readonly Row[] = [
  {
    entrance: 'app/api/documents/route.ts POST',
    what: 'a text that is none: those who may send one hear that',
    call: route(documents.POST, '/api/documents', {}, { json: { text: 5 } }),
    expected: [401, 400, 400, 400, 400, 401, 401],
  },
  {
    entrance: 'app/api/documents/file/route.ts POST',
    what: 'a file that is none: those who may send one hear that',
    call: route(file.POST, '/api/documents/file', {}, { bytes: Buffer.from('none') }),
    expected: [401, 422, 422, 422, 422, 401, 401],
  },
  {
    entrance: 'app/api/documents/address/route.ts POST',
    what: 'a page of the server’s own network, which nobody may have it read',
    call: route(address.POST, '/api/documents/address', {}, { json: { address: 'https://127.0.0.1/' } }),
    expected: [401, 422, 422, 422, 422, 401, 401],
  },
  {
    entrance: 'app/api/documents/route.ts GET',
    what: 'which texts of one’s own are being read',
    call: route(documents.GET, '/api/documents', {}),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/documents/route.ts DELETE',
    what: 'the reading of a text that nobody has sent',
    call: route(documents.DELETE, '/api/documents', {}, { json: { id: '01960000-0000-7000-8000-000000000000' } }),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: 'app/api/export/route.ts GET',
    what: 'everything about oneself',
    call: route(exporting.GET, '/api/export', {}),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/restore/route.ts POST',
    what: 'an archive that is none: those who may send one hear that',
    call: route(restoring.POST, '/api/restore', {}, { bytes: Buffer.from('no archive') }),
    expected: [401, 422, 422, 422, 422, 401, 401],
  },
  {
    entrance: `${ACTIONS} saveSettingsAction`,
    what: 'one’s own limits',
    call: action(() => actions.saveSettingsAction({ newPerDayMax: 12 })),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${ACTIONS} renameAction`,
    what: 'one’s own name',
    call: action(() => actions.renameAction({ name: 'Somebody' })),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/[lang]/(study)/documents/actions.ts setWaysAction',
    what: 'how one set is studied, by whoever studies it',
    call: action(() =>
      ways.setWaysAction({
        ...{ setId: OWNED_SET, newPerDayMax: 3, desiredRetention: null, answering: null, paused: false },
      }),
    ),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${ACTIONS} makeFeedAction`,
    what: 'a calendar of one’s own',
    call: action(() => actions.makeFeedAction()),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${ACTIONS} dropFeedAction`,
    what: 'a calendar of one’s own',
    call: action(() => actions.dropFeedAction()),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/calendar/[key]/route.ts GET',
    what: 'the owner’s calendar, by its secret address',
    call: (as) => route(calendar.GET, `/api/calendar/${FEED}.ics`, { key: `${FEED}.ics` })(as),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: 'app/api/calendar/[key]/route.ts GET',
    what: 'a calendar by an address that was never given',
    call: route(calendar.GET, '/api/calendar/guess.ics', { key: 'guess.ics' }),
    expected: [404, 404, 404, 404, 404, 404, 404],
  },
  {
    entrance: 'app/api/tags/route.ts GET',
    what: 'one’s own tags',
    call: route(tags.GET, '/api/tags', {}),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/tags/route.ts POST',
    what: 'a word on a fact that is not one’s own nor studied',
    call: route(tags.POST, '/api/tags', {}, { json: { factIds: ['nowhere'], tag: 'exam', on: true } }),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: 'app/api/push/route.ts GET',
    what: 'the key that browsers ask for',
    call: route(push.GET, '/api/push', {}),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/push/route.ts POST',
    what: 'a browser to be reminded',
    call: route(push.POST, '/api/push', {}, { json: PUSH }),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/push/route.ts DELETE',
    what: 'a browser to be reminded no more',
    call: route(push.DELETE, '/api/push', {}, { json: { endpoint: PUSH.endpoint }, method: 'DELETE' }),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${BRING} bringAction`,
    what: 'taking over a guest, where the browser holds none',
    call: action(() => bring.bringAction()),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${BRING} leaveAction`,
    what: 'leaving a guest behind',
    call: action(() => bring.leaveAction()),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${MOVE} moveCodeAction`,
    what: 'a code to study elsewhere as the same guest; members sign in there',
    call: action(() => move.moveCodeAction()),
    expected: [401, 200, 403, 403, 403, 401, 401],
  },
  {
    entrance: `${ACTIONS} changePasswordAction`,
    what: 'without the present password; a guest has none',
    call: action(() => actions.changePasswordAction({ current: 'wrong', next: 'harbour lantern' })),
    expected: [401, 403, 401, 401, 401, 401, 401],
  },
  {
    entrance: `${ACTIONS} deleteAccountAction`,
    what: 'without proof',
    call: action(() => actions.deleteAccountAction({ proof: 'wrong' })),
    expected: [401, 422, 401, 401, 401, 401, 401],
  },
  {
    entrance: `${OPERATOR} becomeOperatorAction`,
    what: 'by a link that nobody made; a guest could lose the way back in',
    call: action(() => operator.becomeOperatorAction({ token: 'guessed' })),
    expected: [401, 403, 410, 410, 410, 401, 401],
  },
  {
    entrance: `${OPERATOR} changeRulesAction`,
    what: 'who may sign up',
    call: action(() => operator.changeRulesAction({ signUp: 'open' })),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  {
    entrance: `${OPERATOR} inviteAction`,
    what: 'an invitation',
    call: action(() => operator.inviteAction()),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  {
    entrance: `${OPERATOR} resetLinkAction`,
    what: 'a new password for somebody else',
    call: action(() => operator.resetLinkAction({ userId: people.get('owner')?.viewer.userId })),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  {
    entrance: `${OPERATOR} suspendAction`,
    what: 'shutting out somebody whose session has ended already',
    call: action(() => operator.suspendAction({ userId: people.get('ended')?.viewer.userId })),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  {
    entrance: `${OPERATOR} readmitAction`,
    what: 'letting somebody in again',
    call: action(() => operator.readmitAction({ userId: people.get('ended')?.viewer.userId })),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  ...[
    { what: 'a guest', id: () => idOf('guest') },
    { what: 'somebody who does not exist', id: () => 'nobody' },
  ].flatMap(({ what, id }): Row[] =>
    ON_PEOPLE.map(([name, run]) => ({
      entrance: `${OPERATOR} ${name}`,
      what,
      call: action(() => run({ userId: id() })),
      expected: [401, 403, 403, 403, 404, 401, 401],
    })),
  ),
  {
    entrance: `${OPERATOR} suspendAction`,
    what: 'shutting out the operator, who cannot do so either',
    call: action(() => operator.suspendAction({ userId: idOf('operator') })),
    expected: [401, 403, 403, 403, 403, 401, 401],
  },
  {
    entrance: `${OPERATOR} endSessionsForAction`,
    what: 'the sessions of somebody who has none',
    call: action(() => operator.endSessionsForAction({ userId: idOf('ended') })),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  {
    entrance: `${OPERATOR} makeOperatorAction`,
    what: 'making somebody else an operator',
    call: action(() => operator.makeOperatorAction({ userId: idOf('ended') })),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  {
    entrance: `${OPERATOR} unmakeOperatorAction`,
    what: 'and a learner again',
    call: action(() => operator.unmakeOperatorAction({ userId: idOf('ended') })),
    expected: [401, 403, 403, 403, 200, 401, 401],
  },
  {
    entrance: `${OPERATOR} unmakeOperatorAction`,
    what: 'the last operator, who cannot do so either',
    call: action(() => operator.unmakeOperatorAction({ userId: idOf('operator') })),
    expected: [401, 403, 403, 403, 409, 401, 401],
  },
]
