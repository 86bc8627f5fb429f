import * as ahead from '#app/api/classes/[class]/ahead/route.ts'
import * as gradeFile from '#app/api/classes/[class]/grades/route.ts'
import FactsPage from '../../../app/[lang]/(teach)/classes/[class]/facts/[assignment]/page.tsx'
import { setFactsAction } from '../../../app/[lang]/(teach)/classes/[class]/facts/actions.ts'
import GradesPage from '../../../app/[lang]/(teach)/classes/[class]/grades/page.tsx'
import LearnerPage from '../../../app/[lang]/(teach)/classes/[class]/learners/[learner]/page.tsx'
import BigScreenPage from '../../../app/[lang]/(teach)/classes/[class]/live/[assignment]/page.tsx'
import * as liveActions from '../../../app/[lang]/(teach)/classes/[class]/live/actions.ts'
import * as notices from '../../../app/[lang]/(teach)/classes/[class]/notices/actions.ts'
import ClassPage from '../../../app/[lang]/(teach)/classes/[class]/page.tsx'
import EditQuizPage from '../../../app/[lang]/(teach)/classes/[class]/quiz/[assignment]/edit/page.tsx'
import QuizResultsPage from '../../../app/[lang]/(teach)/classes/[class]/quiz/[assignment]/page.tsx'
import ItemsPage from '../../../app/[lang]/(teach)/classes/[class]/quiz/[assignment]/questions/page.tsx'
import NewQuizPage from '../../../app/[lang]/(teach)/classes/[class]/quiz/new/page.tsx'
import * as classes from '../../../app/[lang]/(teach)/classes/actions.ts'
import ClassesPage from '../../../app/[lang]/(teach)/classes/page.tsx'
import * as quizActions from '../../../app/[lang]/(teach)/classes/quiz-actions.ts'
import JoinPage from '../../../app/[lang]/(teach)/join/[code]/page.tsx'
import LivePage from '../../../app/[lang]/(teach)/live/[assignment]/page.tsx'
import {
  ASSIGNMENT,
  action,
  CLASS,
  CLASS_CODE,
  CLASSES,
  dropped,
  idOf,
  NOBODY,
  nothing,
  OTHER_CLASS,
  OWNED_SET,
  opening,
  QUIZ_RULES,
  quiz,
  quizFor,
  type Row,
  round,
  route,
  SHIPPED_SET,
  theirs,
} from './ground.ts'
import { NOTICES } from './paths.ts'

export const CLASS_ROWS: readonly Row[] = [
  {
    entrance: `${CLASSES}/page.tsx page`,
    what: 'one’s own classes, or none',
    call: opening(ClassesPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${CLASSES}/[class]/quiz/new/page.tsx page`,
    what: 'a quiz for the owner’s class',
    call: opening(NewQuizPage, () => ({ class: CLASS })),
    expected: [404, 404, 200, 404, 404, 404, 404],
  },
  {
    entrance: `${CLASSES}/[class]/quiz/[assignment]/page.tsx page`,
    what: 'how the owner’s class stands with its quiz',
    call: (as) => opening(QuizResultsPage, () => ({ class: CLASS, assignment: quiz.assignmentId }))(as),
    expected: [404, 404, 200, 404, 404, 404, 404],
  },
  {
    entrance: `${CLASSES}/[class]/quiz/[assignment]/page.tsx page`,
    what: 'the same under another class of the owner’s, where it is not',
    call: (as) => opening(QuizResultsPage, () => ({ class: OTHER_CLASS, assignment: quiz.assignmentId }))(as),
    expected: [404, 404, 404, 404, 404, 404, 404],
  },
  {
    entrance: `${CLASSES}/[class]/quiz/[assignment]/edit/page.tsx page`,
    what: 'the quiz of the owner’s class',
    call: (as) => opening(EditQuizPage, () => ({ class: CLASS, assignment: quiz.assignmentId }))(as),
    expected: [404, 404, 200, 404, 404, 404, 404],
  },
  {
    entrance: `${CLASSES}/[class]/page.tsx page`,
    what: 'the owner’s class: to who is not in it there is none, operators among them',
    call: opening(ClassPage, () => ({ class: CLASS })),
    expected: [404, 404, 200, 404, 404, 404, 404],
  },
  ...(
    [
      ['grades/page.tsx', 'the grades of the owner’s class', opening(GradesPage, () => ({ class: CLASS }))],
      [
        'learners/[learner]/page.tsx',
        'somebody who does not learn in the owner’s class, by who teaches it too',
        opening(LearnerPage, () => ({ class: CLASS, learner: idOf('ended') })),
      ],
      [
        'facts/[assignment]/page.tsx',
        'an assignment that nobody made, by who teaches the class too',
        opening(FactsPage, () => ({ class: CLASS, assignment: 'nothing' })),
      ],
    ] as const
  ).map(
    ([file, what, call]): Row => ({
      entrance: `${CLASSES}/[class]/${file} page`,
      ...{ what, call, expected: [404, 404, file.startsWith('grades') ? 200 : 404, 404, 404, 404, 404] },
    }),
  ),
  ...(['csv', 'xlsx'] as const).map(
    (format): Row => ({
      entrance: 'app/api/classes/[class]/grades/route.ts GET',
      what: `the grades of the owner’s class as ${format}`,
      call: route(gradeFile.GET, `/api/classes/${CLASS}/grades?format=${format}`, { class: CLASS }),
      expected: [401, 404, 200, 404, 404, 401, 401],
    }),
  ),
  {
    entrance: 'app/api/classes/[class]/grades/route.ts GET',
    what: 'the grades of the owner’s class in a form that there is not',
    call: route(gradeFile.GET, `/api/classes/${CLASS}/grades?format=exe`, { class: CLASS }),
    expected: [401, 400, 400, 400, 400, 401, 401],
  },
  ...(
    [
      [`?assignment=${ASSIGNMENT}`, 'what a class did for something that it does not study', 404],
      ['', 'the same of nothing', 400],
    ] as const
  ).map(
    ([search, what, status]): Row => ({
      ...{ entrance: 'app/api/classes/[class]/ahead/route.ts GET', what },
      call: route(ahead.GET, `/api/classes/${CLASS}/ahead${search}`, { class: CLASS }),
      expected: [401, status, status, status, status, 401, 401],
    }),
  ),
  {
    entrance: `${CLASSES}/[class]/facts/actions.ts setFactsAction`,
    what: 'facts of an assignment that nobody made',
    call: action(() =>
      setFactsAction({ assignmentId: 'nothing', factIds: ['f'], title: 'Again', date: '2030-01-15', time: '09:00' }),
    ),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/[class]/quiz/[assignment]/questions/page.tsx page`,
    what: 'how the questions of a quiz of the owner’s class did',
    call: opening(ItemsPage, () => ({ class: CLASS, assignment: quiz.assignmentId })),
    expected: [404, 404, 200, 404, 404, 404, 404],
  },
  {
    entrance: `${CLASSES}/[class]/quiz/[assignment]/questions/page.tsx page`,
    what: 'a quiz under the address of another class',
    call: opening(ItemsPage, () => ({ class: OTHER_CLASS, assignment: quiz.assignmentId })),
    expected: NOBODY,
  },
  {
    entrance: `${CLASSES}/[class]/live/[assignment]/page.tsx page`,
    what: 'the big screen of a live round in the owner’s class',
    call: (as) => opening(BigScreenPage, () => ({ class: CLASS, assignment: round.assignmentId }))(as),
    expected: [404, 404, 200, 404, 404, 404, 404],
  },
  {
    entrance: `${CLASSES}/[class]/live/[assignment]/page.tsx page`,
    what: 'the same under another class',
    call: (as) => opening(BigScreenPage, () => ({ class: OTHER_CLASS, assignment: round.assignmentId }))(as),
    expected: NOBODY,
  },
  {
    entrance: 'app/[lang]/(teach)/live/[assignment]/page.tsx page',
    what: 'the round on a phone; who teaches is led to the big screen',
    call: (as) => opening(LivePage, () => ({ assignment: round.assignmentId }))(as),
    expected: [404, 404, 307, 404, 404, 404, 404],
  },
  {
    entrance: `${CLASSES}/[class]/live/actions.ts startLiveFromAction`,
    what: 'a round of a fact of the owner’s, in their class',
    call: action(() =>
      liveActions.startLiveFromAction({ classId: CLASS, setId: theirs.setId, factIds: [theirs.factId] }),
    ),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: 'app/[lang]/(teach)/join/[code]/page.tsx page',
    what: 'what a code opens',
    call: opening(JoinPage, () => ({ code: CLASS_CODE })),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${CLASSES}/actions.ts makeClassAction`,
    what: 'a class of one’s own; a guest could lose the way back to it',
    call: action(() => classes.makeClassAction({ title: 'Reefs', note: null })),
    expected: [401, 403, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${CLASSES}/quiz-actions.ts quizChoiceAction`,
    what: 'what a quiz of the owner’s own set could ask',
    call: (as) => action(() => quizActions.quizChoiceAction({ classId: CLASS, setId: theirs.setId }))(as),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/quiz-actions.ts assignQuizAction`,
    what: 'a quiz for the owner’s class',
    call: (as) => action(() => quizActions.assignQuizAction(quizFor(CLASS)))(as),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/quiz-actions.ts editQuizAction`,
    what: 'the quiz of the owner’s class',
    call: (as) =>
      action(() =>
        quizActions.editQuizAction({
          ...{ assignmentId: quiz.assignmentId, title: 'Harbours', opensAt: null, closesAt: null, draft: false },
          ...{ hides: false, rules: QUIZ_RULES, questionIds: null },
        }),
      )(as),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/quiz-actions.ts extendQuizAction`,
    what: 'more time at it for somebody who does not learn there',
    call: (as) =>
      action(() =>
        quizActions.extendQuizAction({
          ...{ assignmentId: quiz.assignmentId, userId: idOf('other'), closesAt: null },
          ...{ extraMinutes: 5, extraAttempts: 0 },
        }),
      )(as),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/quiz-actions.ts decideLateAction`,
    what: 'a late answer in an attempt that is under way',
    call: (as) => action(() => quizActions.decideLateAction({ attemptId: quiz.attemptId, place: 0, accept: true }))(as),
    expected: [401, 404, 409, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/quiz-actions.ts previewMendAction`,
    what: 'what dropping a question of it would change',
    call: (as) => action(() => quizActions.previewMendAction(dropped()))(as),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/quiz-actions.ts mendAction`,
    what: 'dropping a question of it',
    call: (as) => action(() => quizActions.mendAction(dropped()))(as),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/quiz-actions.ts undoMendAction`,
    what: 'a mend that nobody made',
    call: action(() => quizActions.undoMendAction({ mendId: 'nothing' })),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts changeClassAction`,
    what: 'the owner’s class',
    call: action(() => classes.changeClassAction({ classId: CLASS, note: 'Spring' })),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts copyClassAction`,
    what: 'the owner’s class',
    call: action(() => classes.copyClassAction({ classId: CLASS })),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts setRoleAction`,
    what: 'a role in the owner’s class for oneself: whoever is not in it gets none',
    call: (as) =>
      action(() =>
        classes.setRoleAction({ classId: CLASS, userId: as?.viewer.userId ?? 'nobody', role: 'instructor' }),
      )(as),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts removeMemberAction`,
    what: 'taking the owner, who leads it alone, out of their class',
    call: (as) => action(() => classes.removeMemberAction({ classId: CLASS, userId: idOf('owner') }))(as),
    expected: [401, 404, 409, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts leaveClassAction`,
    what: 'the owner’s class, which they lead alone',
    call: action(() => classes.leaveClassAction({ classId: CLASS })),
    expected: [401, 404, 409, 404, 404, 401, 401],
  },
  {
    entrance: `${NOTICES} lettersAction`,
    what: 'whether a class writes to one by e-mail',
    call: action(() => notices.lettersAction({ classId: CLASS, on: false })),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts assignAction`,
    what: 'what ships, to the owner’s class',
    call: action(() =>
      classes.assignAction({
        ...{ classIds: [CLASS], setId: SHIPPED_SET, sections: null, date: '2030-01-15', time: '09:00' },
      }),
    ),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts assignAction`,
    what: 'the owner’s own private set, to the owner’s class',
    call: action(() =>
      classes.assignAction({
        ...{ classIds: [CLASS], setId: OWNED_SET, sections: null, date: '2030-01-15', time: '09:00' },
      }),
    ),
    expected: [401, 404, 200, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts changeStudyAction`,
    what: 'another day for something that nobody assigned',
    call: action(() =>
      classes.changeStudyAction({
        ...{ assignmentId: 'nothing', date: '2030-01-15', time: '09:00', opensAt: null, draft: false },
      }),
    ),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${CLASSES}/actions.ts dropAssignmentAction`,
    what: 'an assignment that nobody made',
    call: action(() => classes.dropAssignmentAction({ assignmentId: 'nothing' })),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
]
