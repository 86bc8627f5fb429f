import ArrivePage from '../../../app/[lang]/(account)/arrive/page.tsx'
import BringPage from '../../../app/[lang]/(account)/bring/page.tsx'
import EnterPage from '../../../app/[lang]/(account)/enter/page.tsx'
import ForgotPage from '../../../app/[lang]/(account)/forgot/page.tsx'
import LinkPage from '../../../app/[lang]/(account)/link/page.tsx'
import MovePage from '../../../app/[lang]/(account)/move/page.tsx'
import PrivacyPage from '../../../app/[lang]/(account)/privacy/page.tsx'
import SettingsPage from '../../../app/[lang]/(account)/settings/page.tsx'
import SignInPage from '../../../app/[lang]/(account)/sign-in/page.tsx'
import SignUpPage from '../../../app/[lang]/(account)/sign-up/page.tsx'
import LogPage from '../../../app/[lang]/(operator)/operator/log/page.tsx'
import OperatorPage from '../../../app/[lang]/(operator)/operator/page.tsx'
import PersonPage from '../../../app/[lang]/(operator)/operator/people/[person]/page.tsx'
import PeoplePage from '../../../app/[lang]/(operator)/operator/people/page.tsx'
import RulesPage from '../../../app/[lang]/(operator)/operator/rules/page.tsx'
import SetsPage from '../../../app/[lang]/(operator)/operator/sets/page.tsx'
import {
  ACCOUNT_PAGES,
  idOf,
  NOBODY,
  nothing,
  OPERATOR_ONLY,
  OPERATOR_PAGES,
  OWNED_SET,
  opening,
  type Row,
} from './ground.ts'

export const PAGES: readonly Row[] = [
  {
    entrance: `${ACCOUNT_PAGES}/sign-in/page.tsx page`,
    what: 'the form',
    call: opening(SignInPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${ACCOUNT_PAGES}/sign-up/page.tsx page`,
    what: 'the form; members have an account',
    call: opening(SignUpPage, nothing),
    expected: [200, 200, 307, 307, 307, 200, 200],
  },
  {
    entrance: `${ACCOUNT_PAGES}/bring/page.tsx page`,
    what: 'where the browser holds no guest',
    call: opening(BringPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${ACCOUNT_PAGES}/settings/page.tsx page`,
    what: 'one’s own; nobody is told that nobody has started',
    call: opening(SettingsPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${ACCOUNT_PAGES}/arrive/page.tsx page`,
    what: 'where a sign-in elsewhere ends; nobody is sent to sign in',
    call: opening(ArrivePage, nothing),
    expected: [307, 200, 200, 200, 200, 307, 307],
  },
  {
    entrance: `${ACCOUNT_PAGES}/enter/page.tsx page`,
    what: 'where links lead, before one is read',
    call: opening(EnterPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${ACCOUNT_PAGES}/forgot/page.tsx page`,
    what: 'the way back in',
    call: opening(ForgotPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${ACCOUNT_PAGES}/link/page.tsx page`,
    what: 'where no account elsewhere waits',
    call: opening(LinkPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${ACCOUNT_PAGES}/move/page.tsx page`,
    what: 'a code for another device; for guests alone',
    call: opening(MovePage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${ACCOUNT_PAGES}/privacy/page.tsx page`,
    what: 'what is stored, which anyone may read',
    call: opening(PrivacyPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${OPERATOR_PAGES}/page.tsx page`,
    what: 'the overview',
    call: opening(OperatorPage, nothing),
    expected: OPERATOR_ONLY,
  },
  {
    entrance: `${OPERATOR_PAGES}/rules/page.tsx page`,
    what: 'who may come',
    call: opening(RulesPage, nothing),
    expected: OPERATOR_ONLY,
  },
  {
    entrance: `${OPERATOR_PAGES}/people/page.tsx page`,
    what: 'a search for the owner',
    call: opening(PeoplePage, nothing, { search: 'owner@' }),
    expected: OPERATOR_ONLY,
  },
  {
    entrance: `${OPERATOR_PAGES}/people/[person]/page.tsx page`,
    what: 'the owner',
    call: opening(PersonPage, () => ({ person: idOf('owner') })),
    expected: OPERATOR_ONLY,
  },
  {
    entrance: `${OPERATOR_PAGES}/people/[person]/page.tsx page`,
    what: 'a guest, who is nobody’s business',
    call: opening(PersonPage, () => ({ person: idOf('guest') })),
    expected: NOBODY,
  },
  {
    entrance: `${OPERATOR_PAGES}/people/[person]/page.tsx page`,
    what: 'somebody who does not exist',
    call: opening(PersonPage, () => ({ person: 'nobody' })),
    expected: NOBODY,
  },
  {
    entrance: `${OPERATOR_PAGES}/sets/page.tsx page`,
    what: 'shared sets, after one of the owner’s',
    call: opening(SetsPage, nothing, { after: OWNED_SET }),
    expected: OPERATOR_ONLY,
  },
  {
    entrance: `${OPERATOR_PAGES}/log/page.tsx page`,
    what: 'what the owner did',
    call: (as) => opening(LogPage, nothing, { person: idOf('owner') })(as),
    expected: OPERATOR_ONLY,
  },
]
