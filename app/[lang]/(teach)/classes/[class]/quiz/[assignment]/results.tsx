'use client'
import { useFresh } from '#app/_client/use-fresh.ts'
import { useZone } from '#app/_client/use-zone.ts'
import { Icon } from '#app/_ui/icons.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { ClassView } from '#lib/server/classes/read.ts'
import type { Topic } from '#lib/server/classes/signal.ts'
import type { QuizResults } from '#lib/server/quizzes/results.ts'
import { formatDate, t } from '#words'
import { Sure } from '../../../../_parts/sure.tsx'
import { dropAssignmentAction } from '../../../actions.ts'
import classes from '../../../classes.module.css'
import { editQuizAction } from '../../../quiz-actions.ts'
import { useDoing } from '../../doing.ts'
import { Late } from './late.tsx'
import { Learners } from './learners.tsx'
import { Mends } from './mends.tsx'
import styles from './results.module.css'
import { Spread } from './spread.tsx'

type Moment = (at: number) => string

const stateOf = ({ draft, over, opensAt, closesAt, now }: QuizResults, moment: Moment): string => {
  if (over) return t('due.closed')
  if (draft) return t('results.isDraft')
  if (opensAt !== null && now < opensAt) return t('results.opens', { at: moment(opensAt) })
  if (closesAt === null) return t('results.isOpen')
  return t(now < closesAt ? 'results.closes' : 'results.closed', { at: moment(closesAt) })
}

/** The sentence that comes before all figures. */
const saidOf = ({ learners }: QuizResults): string => {
  const done = learners.filter(({ state }) => state === 'done').length
  const busy = learners.filter(({ state }) => state === 'under-way').length
  if (learners.length === 0) return t('results.nobody')
  const said = t('results.done', { n: done, all: learners.length })
  return busy === 0 ? said : `${said} ${t('results.busy', { n: busy })}`
}

/** What changes it. */
const SHOWN: readonly Topic[] = ['attempts', 'grades', 'roster']

type Props = { results: QuizResults; view: ClassView; heard: number }

/** A quiz for those who teach: who has done it and how, what waits for a decision, and what was put right. */
export const Results = ({ results, view, heard }: Props) => {
  useFresh(results.classId, SHOWN, heard)
  const zone = useZone(null)
  const { does, trouble, busy } = useDoing()
  const moment: Moment = (at) => formatDate(at, 'moment', zone)
  const { assignmentId, classId, draft, mayChange, rules, kind } = results
  const here = `/classes/${classId}/quiz/${assignmentId}`
  const publish = () => {
    const { ownTitle: title, opensAt, closesAt, hides } = results
    does(() =>
      editQuizAction({ assignmentId, title, opensAt, closesAt, hides, rules, draft: false, questionIds: null }),
    )
  }
  return (
    <>
      <header className="topbar">
        <a className="icon-btn" href={`/classes/${classId}`} aria-label={t('common.back')}>
          <Icon name="back" />
        </a>
        <span />
      </header>
      <div className={`${classes.page} ${styles.page}`} aria-busy={busy}>
        <div>
          <p className="label">
            <bdi>{view.title}</bdi>
          </p>
          <h1 className={`title ${classes.title}`} {...tongueOf(results.language)}>
            {results.title}
          </h1>
          <p className="label">
            {stateOf(results, moment)} ·{' '}
            {t('quiz.questions', { n: Math.min(rules.draw ?? Number.POSITIVE_INFINITY, results.questionIds.length) })}
            {results.version > 1 ? ` · ${t('results.version', { version: results.version })}` : ''}
          </p>
        </div>
        <p className="problem" role="alert">
          {trouble}
        </p>
        <p className="lede">{saidOf(results)}</p>
        {draft && mayChange ? (
          <button type="button" className="btn btn-primary wide" onClick={publish}>
            {t('results.publish')}
          </button>
        ) : null}
        <div className={styles.ways}>
          {draft ? null : (
            <a className="btn btn-line btn-small" href={`${here}/questions`}>
              {t('results.questions')}
            </a>
          )}
          {kind === 'live' && results.over ? null : kind === 'live' ? (
            <a className="btn btn-line btn-small" href={`/classes/${classId}/live/${assignmentId}`}>
              {t('results.lead')}
            </a>
          ) : (
            <a className="btn btn-line btn-small" href={`/quiz?quiz=${assignmentId}`}>
              {t('results.preview')}
            </a>
          )}
          {draft || kind === 'live' ? null : (
            <a className="btn btn-line btn-small" href={`/classes/${classId}/notices`}>
              {t('results.remind')}
            </a>
          )}
          {mayChange && !results.over ? (
            <a className="btn btn-line btn-small" href={`${here}/edit`}>
              {t('results.change')}
            </a>
          ) : null}
        </div>
        <Late late={results.late} mayChange={mayChange} does={does} moment={moment} />
        <Spread learners={results.learners} pass={rules.pass} />
        <Learners results={results} does={does} moment={moment} />
        <Mends mends={results.mends} mayChange={mayChange} does={does} moment={moment} />
        {mayChange ? (
          <p>
            <Sure
              word={t('results.drop')}
              sure={t('results.dropSure')}
              act={() =>
                does(
                  () => dropAssignmentAction({ assignmentId }),
                  () => location.assign(`/classes/${classId}`),
                )
              }
            />
          </p>
        ) : null}
      </div>
    </>
  )
}
