import { createHash } from 'node:crypto'
import * as checking from '#app/api/check/route.ts'
import * as again from '#app/api/documents/again/route.ts'
import * as flags from '#app/api/flags/route.ts'
import * as oneMedia from '#app/api/media/[media]/route.ts'
import * as mediaRoute from '#app/api/media/route.ts'
import * as reports from '#app/api/reports/route.ts'
import * as worker from '#app/sw.js/route.ts'
import * as compose from '../../../app/[lang]/(teach)/compose/actions.ts'
import ComposePage from '../../../app/[lang]/(teach)/compose/page.tsx'
import AgainPage from '../../../app/[lang]/(teach)/desk/[set]/again/page.tsx'
import JudgePage from '../../../app/[lang]/(teach)/desk/[set]/page.tsx'
import PublishPage from '../../../app/[lang]/(teach)/desk/[set]/publish/page.tsx'
import * as desk from '../../../app/[lang]/(teach)/desk/actions.ts'
import DeskListPage from '../../../app/[lang]/(teach)/desk/page.tsx'
import LibraryPage from '../../../app/[lang]/(teach)/library/page.tsx'
import * as list from '../../../app/[lang]/(teach)/list/actions.ts'
import ListPage from '../../../app/[lang]/(teach)/list/page.tsx'
import SharedPage from '../../../app/[lang]/(teach)/s/[key]/page.tsx'
import * as shared from '../../../app/[lang]/(teach)/s/actions.ts'
import {
  action,
  DESK,
  NOBODY,
  nothing,
  OWNED_SET,
  OWNERS,
  OWNERS_PAGE,
  opening,
  type Row,
  route,
  SHARE_KEY,
  TEACH,
  theirs,
} from './ground.ts'

const WORDING = { stem: 'When did it open, in ____?', answers: ['1702'], wrong: [] }

const LIST = {
  ...{ setId: null, version: 0, title: 'Harbour words', language: 'en', directions: ['forward'], open: 'private' },
  rows: [{ factId: null, front: 'pier', back: 'molo' }],
}

const COMPOSE = `${TEACH}/compose/actions.ts`
const FULL_SENTENCE = 'Edward Loe founded the Anset Harbour Company in 1744.'
const recipe = (setId: string) => ({
  ...{
    setId: null,
    version: 0,
    title: 'Some',
    parts: [{ setId, sections: null }],
    tags: [],
    leftOut: [],
    takeOver: [],
  },
  ...{ forms: null, excerpts: false, open: 'private' },
})
/** The smallest GIF there is. */
const PICTURE = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')
const PICTURE_ID = createHash('sha256').update(PICTURE).digest('hex')

export const DESK_ROWS: readonly Row[] = [
  {
    entrance: `${TEACH}/desk/page.tsx page`,
    what: 'one’s own texts; who has none is told how to add one',
    call: opening(DeskListPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${TEACH}/desk/[set]/page.tsx page`,
    what: 'the owner’s facts',
    call: opening(JudgePage, () => ({ set: theirs.setId })),
    expected: OWNERS_PAGE,
  },
  {
    entrance: `${TEACH}/desk/[set]/publish/page.tsx page`,
    what: 'the owner’s set',
    call: opening(PublishPage, () => ({ set: theirs.setId })),
    expected: OWNERS_PAGE,
  },
  {
    entrance: `${TEACH}/library/page.tsx page`,
    what: 'what people made public, which anyone may see',
    call: opening(LibraryPage, nothing, { q: '100%' }),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${TEACH}/list/page.tsx page`,
    what: 'a new list',
    call: opening(ListPage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${TEACH}/list/page.tsx page`,
    what: 'a list that nobody has',
    call: opening(ListPage, nothing, { set: 'no-such-list' }),
    expected: NOBODY,
  },
  {
    entrance: `${TEACH}/list/actions.ts saveListAction`,
    what: 'a list of one’s own',
    call: action(() => list.saveListAction(LIST)),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${TEACH}/list/actions.ts saveListAction`,
    what: 'over a set of the owner’s, which is no list',
    call: (as) => action(() => list.saveListAction({ ...LIST, setId: theirs.setId, version: 1 }))(as),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${TEACH}/desk/[set]/again/page.tsx page`,
    what: 'where the owner’s text is read again',
    call: opening(AgainPage, () => ({ set: theirs.setId })),
    expected: OWNERS_PAGE,
  },
  ...(['POST', 'PUT'] as const).map(
    (method): Row => ({
      entrance: `app/api/documents/again/route.ts ${method}`,
      what: 'the owner’s text, edited till nothing is left to ask: the owner hears that',
      call: (as) => {
        const json = { setId: theirs.setId, text: 'Well, perhaps.', format: 'text' }
        return route(method === 'POST' ? again.POST : again.PUT, '/api/documents/again', {}, { json, method })(as)
      },
      expected: [401, 404, 422, 404, 404, 401, 401],
    }),
  ),
  {
    entrance: `${TEACH}/s/[key]/page.tsx page`,
    what: 'a set by its link, which anyone may have',
    call: opening(SharedPage, () => ({ key: SHARE_KEY })),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${TEACH}/s/[key]/page.tsx page`,
    what: 'a link that nobody made, and that says so',
    call: opening(SharedPage, () => ({ key: 'guessed' })),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${DESK} judgeAction`,
    what: 'the owner’s fact',
    call: (as) => {
      const judgements = [{ factId: theirs.factId, verdict: 'accepted', reason: null }]
      return action(() => desk.judgeAction({ setId: theirs.setId, judgements }))(as)
    },
    expected: OWNERS,
  },
  {
    entrance: `${DESK} judgeAction`,
    what: 'something that is none: those who may send one hear that',
    call: action(() => desk.judgeAction({ setId: theirs.setId, judgements: 'all' })),
    expected: [401, 400, 400, 400, 400, 401, 401],
  },
  {
    entrance: `${DESK} askAction`,
    what: 'the owner’s question',
    call: (as) => action(() => desk.askAction({ setId: theirs.setId, questionId: theirs.questionId, asked: true }))(as),
    expected: OWNERS,
  },
  {
    entrance: `${DESK} closeFlagsAction`,
    what: 'what was reported of the owner’s question',
    call: (as) => action(() => desk.closeFlagsAction({ setId: theirs.setId, questionId: theirs.questionId }))(as),
    expected: OWNERS,
  },
  {
    entrance: 'app/api/flags/route.ts POST',
    what: 'a mistake in a question of the owner’s private set, before anybody else studies it',
    call: (as) => {
      const json = { questionId: theirs.questionId, version: 1, reason: 'unclear' }
      return route(flags.POST, '/api/flags', {}, { json })(as)
    },
    expected: OWNERS,
  },
  {
    entrance: `${DESK} wordQuestionAction`,
    what: 'the owner’s question, worded anew',
    call: (as) => {
      const { questionId } = theirs
      return action(() => desk.wordQuestionAction({ setId: theirs.setId, questionId, version: 1, ...WORDING }))(as)
    },
    expected: OWNERS,
  },
  {
    entrance: `${DESK} rewordFactAction`,
    what: 'the owner’s fact, worded anew from a version that is none: the owner hears that',
    call: (as) => {
      const { setId, factId } = theirs
      return action(() => desk.rewordFactAction({ setId, factId, version: 99, statement: 'Anset is a port.' }))(as)
    },
    expected: [401, 404, 409, 404, 404, 401, 401],
  },
  {
    entrance: `${DESK} addQuestionAction`,
    what: 'a question to the owner’s fact',
    call: (as) => action(() => desk.addQuestionAction({ setId: theirs.setId, factId: theirs.factId, ...WORDING }))(as),
    expected: OWNERS,
  },
  {
    entrance: `${DESK} addFactAction`,
    what: 'a fact of the owner’s text',
    call: action(() => desk.addFactAction({ setId: theirs.setId, start: 4, end: 11, ...WORDING })),
    expected: OWNERS,
  },
  {
    entrance: `${DESK} publishAction`,
    what: 'the owner’s set',
    call: action(() =>
      desk.publishAction({
        ...{
          setId: theirs.setId,
          title: 'The harbour',
          onlyAccepted: false,
          forms: null,
          excerpts: false,
          open: 'link',
        },
      }),
    ),
    expected: OWNERS,
  },
  {
    entrance: 'app/sw.js/route.ts GET',
    what: 'the service worker, which is for anyone',
    call: route(worker.GET, '/sw.js', {}),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: 'app/api/check/route.ts POST',
    what: 'a replay of one’s own log',
    call: route(checking.POST, '/api/check', {}, { json: {} }),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${TEACH}/s/actions.ts copyAction`,
    what: 'a set by its link, to be changed',
    call: action(() => shared.copyAction({ shareKey: SHARE_KEY })),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${TEACH}/s/actions.ts copyAction`,
    what: 'a set by a link that nobody made',
    call: action(() => shared.copyAction({ shareKey: 'guessed' })),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${TEACH}/compose/page.tsx page`,
    what: 'a new set; to someone who is nobody here, that there is nothing to take in',
    call: opening(ComposePage, nothing),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: `${TEACH}/compose/page.tsx page`,
    what: 'a set that is not put together of others',
    call: (as) => opening(ComposePage, nothing, { set: theirs.setId })(as),
    expected: NOBODY,
  },
  {
    entrance: `${COMPOSE} saveComposedAction`,
    what: 'the owner’s private set, as a part',
    call: (as) => action(() => compose.saveComposedAction(recipe(theirs.setId)))(as),
    // Those who followed its link above study it.
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${COMPOSE} saveComposedAction`,
    what: 'a set of the owner’s that nobody else studies',
    call: action(() => compose.saveComposedAction(recipe(OWNED_SET))),
    // To its owner: that it asks nothing.
    expected: [401, 404, 422, 404, 404, 401, 401],
  },
  {
    entrance: `${COMPOSE} saveComposedAction`,
    what: 'something that is none',
    call: action(() => compose.saveComposedAction({ parts: 'all' })),
    expected: [401, 400, 400, 400, 400, 401, 401],
  },
  {
    entrance: `${COMPOSE} rewordCopiedAction`,
    what: 'a set that is not put together of others',
    call: (as) => {
      const { setId, factId } = theirs
      return action(() => compose.rewordCopiedAction({ setId, factId, statement: FULL_SENTENCE }))(as)
    },
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${COMPOSE} wordCopiedAction`,
    what: 'a set that is not put together of others',
    call: (as) => {
      const { setId, questionId } = theirs
      return action(() => compose.wordCopiedAction({ setId, questionId, ...WORDING }))(as)
    },
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${DESK} tagAction`,
    what: 'the owner’s fact, in a set that the others have come to study by its link',
    call: (as) => action(() => desk.tagAction({ factIds: [theirs.factId], tag: 'exam', on: true }))(as),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/reports/route.ts POST',
    what: 'a set that a link opens, which anyone may report who was shown it',
    call: route(reports.POST, '/api/reports', {}, { json: { shareKey: SHARE_KEY, reason: 'other' } }),
    expected: [200, 200, 200, 200, 200, 200, 200],
  },
  {
    entrance: 'app/api/reports/route.ts POST',
    what: 'a link that nobody made',
    call: route(reports.POST, '/api/reports', {}, { json: { shareKey: 'guessed', reason: 'other' } }),
    expected: [404, 404, 404, 404, 404, 404, 404],
  },
  {
    entrance: 'app/api/media/route.ts POST',
    what: 'a picture',
    call: route(mediaRoute.POST, '/api/media', {}, { bytes: PICTURE }),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/media/[media]/route.ts GET',
    what: 'a picture by its fingerprint, which only who has it or a set that shows it knows',
    call: route(oneMedia.GET, `/api/media/${PICTURE_ID}`, { media: PICTURE_ID }),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: 'app/api/media/[media]/route.ts GET',
    what: 'what was guessed',
    call: route(oneMedia.GET, '/api/media/guessed', { media: 'guessed' }),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
  {
    entrance: `${TEACH}/s/actions.ts takeUpAction`,
    what: 'a set by its link',
    call: action(() => shared.takeUpAction({ shareKey: SHARE_KEY })),
    expected: [401, 200, 200, 200, 200, 401, 401],
  },
  {
    entrance: `${TEACH}/s/actions.ts takeUpAction`,
    what: 'a set by a link that nobody made',
    call: action(() => shared.takeUpAction({ shareKey: 'guessed' })),
    expected: [401, 404, 404, 404, 404, 401, 401],
  },
]
