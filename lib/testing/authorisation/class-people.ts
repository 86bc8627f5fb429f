import { db } from '#lib/server/db.ts'
import type { Person } from '#lib/testing/people.ts'
import * as notices from '../../../app/[lang]/(teach)/classes/[class]/notices/actions.ts'
import NoticesPage from '../../../app/[lang]/(teach)/classes/[class]/notices/page.tsx'
import * as enlisting from '../../../app/[lang]/(teach)/classes/[class]/people/actions.ts'
import ClassPeoplePage from '../../../app/[lang]/(teach)/classes/[class]/people/page.tsx'
import SlipsPage from '../../../app/[lang]/(teach)/classes/[class]/people/slips/page.tsx'
import * as classes from '../../../app/[lang]/(teach)/classes/actions.ts'
import {
  ASSIGNMENT,
  action,
  CLASS,
  CLASS_CODE,
  CLASSES,
  ENLISTED,
  idOf,
  KEPT_NOTICE,
  listening,
  OTHER_CLASS,
  OTHERS_CLASS,
  OWNERS,
  OWNERS_PAGE,
  opening,
  type Row,
} from './ground.ts'
import { NOTICES } from './paths.ts'

const PEOPLE = `${CLASSES}/[class]/people/actions.ts`

const ROSTER = { classId: CLASS, rows: [{ name: 'Mila Novak', email: null }] }

const NOTICE = { classId: CLASS, text: 'Bring a pencil.', toIds: null, assignmentId: null, mail: false }

/** A slip for the learner whom the owner’s class waits for. */
const slipForEnlisted = (as: Person | null): Promise<number> =>
  action(() => enlisting.makeSlipsAction({ classId: CLASS, userIds: [ENLISTED] }))(as)

/** Taking back a message to the owner’s class, which is there again each time. */
const deleteOwnersNotice = async (as: Person | null): Promise<number> => {
  const notice = { id: 'owners-notice', classId: CLASS, authorId: idOf('owner'), text: 'Well done.' }
  await db().notice.upsert({ where: { id: notice.id }, create: notice, update: {} })
  return action(() => notices.deleteNoticeAction({ noticeId: notice.id }))(as)
}

export const CLASS_PEOPLE: readonly Row[] = [
  {
    entrance: `${CLASSES}/[class]/people/page.tsx page`,
    what: 'who is in the owner’s class',
    call: opening(ClassPeoplePage, () => ({ class: CLASS })),
    expected: OWNERS_PAGE,
  },
  {
    entrance: `${CLASSES}/[class]/people/slips/page.tsx page`,
    what: 'for whom slips are made in the owner’s class',
    call: opening(SlipsPage, () => ({ class: CLASS })),
    expected: OWNERS_PAGE,
  },
  {
    entrance: `${PEOPLE} lookRosterAction`,
    what: 'a roster for the owner’s class',
    call: action(() => enlisting.lookRosterAction(ROSTER)),
    expected: OWNERS,
  },
  {
    entrance: `${PEOPLE} enlistAction`,
    what: 'accounts in the owner’s class',
    call: action(() => enlisting.enlistAction(ROSTER)),
    expected: OWNERS,
  },
  {
    entrance: `${PEOPLE} makeSlipsAction`,
    what: 'a slip for whom an account was made in the owner’s class',
    call: slipForEnlisted,
    expected: OWNERS,
  },
  {
    entrance: `${PEOPLE} makeSlipsAction`,
    what: 'a slip for the owner, who is no learner of theirs',
    call: (as) => action(() => enlisting.makeSlipsAction({ classId: CLASS, userIds: [idOf('owner')] }))(as),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/[class]/notices/page.tsx page`,
    what: 'what the owner’s class was told',
    call: opening(NoticesPage, () => ({ class: CLASS })),
    expected: OWNERS_PAGE,
  },
  {
    entrance: `${NOTICES} writeNoticeAction`,
    what: 'a message to the owner’s class',
    call: action(() => notices.writeNoticeAction(NOTICE)),
    expected: OWNERS,
  },
  {
    entrance: `${NOTICES} remindAction`,
    what: 'a reminder of what nobody assigned',
    call: action(() => notices.remindAction({ assignmentId: 'nothing' })),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${NOTICES} remindAction`,
    what: 'a reminder of what the owner’s class was assigned',
    call: action(() => notices.remindAction({ assignmentId: ASSIGNMENT })),
    expected: OWNERS,
  },
  {
    entrance: `${NOTICES} readNoticesAction`,
    what: 'having read what the owner’s class was told',
    call: action(() => notices.readNoticesAction({ classId: CLASS, noticeId: KEPT_NOTICE })),
    expected: OWNERS,
  },
  {
    entrance: `${NOTICES} readNoticesAction`,
    what: 'another class’s message, as if it were one of the owner’s class',
    call: action(() => notices.readNoticesAction({ classId: OTHER_CLASS, noticeId: KEPT_NOTICE })),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${NOTICES} deleteNoticeAction`,
    what: 'a message to the owner’s class',
    call: deleteOwnersNotice,
    expected: OWNERS,
  },
  {
    entrance: 'app/api/classes/[class]/signals/route.ts GET',
    what: 'what changes in the owner’s class',
    call: listening(CLASS),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: 'app/api/classes/[class]/signals/route.ts GET',
    what: 'what changes in a class that is led by somebody else',
    call: listening(OTHERS_CLASS),
    expected: [401, 404, 404, 200, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts deleteClassAction`,
    what: 'another class of the owner’s',
    call: action(() => classes.deleteClassAction({ classId: OTHER_CLASS })),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts joinClassAction`,
    what: 'by its code, a class that takes no guests',
    call: action(() => classes.joinClassAction({ code: CLASS_CODE, name: 'Somebody' })),
    expected: [401, 403, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts changeClassAction`,
    what: 'the owner’s class, by who learns in it',
    call: action(() => classes.changeClassAction({ classId: CLASS, title: 'Mine' })),
    expected: [401, 404, 200, 403, 403, 401, 401],
  },
  ...(
    [
      ['lookRosterAction', () => enlisting.lookRosterAction(ROSTER), 200],
      ['enlistAction', () => enlisting.enlistAction({ ...ROSTER, rows: [{ name: 'Another', email: null }] }), 200],
    ] as const
  ).map(([name, run, owners]) => ({
    entrance: `${PEOPLE} ${name}`,
    what: 'the owner’s class, by who learns in it',
    call: action(run),
    expected: [401, 404, owners, 403, 403, 401, 401] as const,
  })),
  {
    entrance: `${PEOPLE} makeSlipsAction`,
    what: 'a slip for another learner, by who learns in it',
    call: slipForEnlisted,
    expected: [401, 404, 200, 403, 403, 401, 401],
  },
  {
    entrance: `${NOTICES} writeNoticeAction`,
    what: 'a message to the owner’s class, by who learns in it',
    call: action(() => notices.writeNoticeAction(NOTICE)),
    expected: [401, 404, 200, 403, 403, 401, 401],
  },
  {
    entrance: `${NOTICES} remindAction`,
    what: 'a reminder in the owner’s class, by who learns in it',
    call: action(() => notices.remindAction({ assignmentId: ASSIGNMENT })),
    expected: [401, 404, 200, 403, 403, 401, 401],
  },
  {
    entrance: `${NOTICES} readNoticesAction`,
    what: 'having read what one’s class was told, by who learns in it',
    call: action(() => notices.readNoticesAction({ classId: CLASS, noticeId: KEPT_NOTICE })),
    expected: [401, 404, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${NOTICES} deleteNoticeAction`,
    what: 'a message to one’s class, by who learns in it',
    call: deleteOwnersNotice,
    expected: [401, 404, 200, 403, 403, 401, 401],
  },
  {
    entrance: `${CLASSES}/[class]/people/page.tsx page`,
    what: 'who is in one’s class, by who learns in it',
    call: opening(ClassPeoplePage, () => ({ class: CLASS })),
    expected: OWNERS_PAGE,
  },
  {
    entrance: `${CLASSES}/actions.ts setRoleAction`,
    what: 'making oneself an instructor, by who learns in it',
    call: (as) =>
      action(() =>
        classes.setRoleAction({ classId: CLASS, userId: as?.viewer.userId ?? 'nobody', role: 'instructor' }),
      )(as),
    expected: [401, 404, 200, 403, 403, 401, 401],
  },
]
