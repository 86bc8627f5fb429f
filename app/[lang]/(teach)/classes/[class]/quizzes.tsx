'use client'
import { useZone } from '#app/_client/use-zone.ts'
import { Icon } from '#app/_ui/icons.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { ClassView } from '#lib/server/classes/read.ts'
import type { QuizLine } from '#lib/server/quizzes/results.ts'
import { formatDate, t } from '#words'
import { ShareBar } from '../../_parts/bars.tsx'
import classes from '../classes.module.css'

const stateOf = ({ draft, over, opensAt, closesAt, now }: QuizLine, moment: (at: number) => string): string => {
  if (over) return t('due.closed')
  if (draft) return t('classes.quizDraft')
  if (opensAt !== null && now < opensAt) return t('due.opens', { at: moment(opensAt) })
  if (closesAt === null) return t('due.open')
  return now < closesAt ? t('due.until', { at: moment(closesAt) }) : t('due.closed')
}

/** The quizzes and live rounds of a class, each with how many have handed in. */
export const Quizzes = ({ view, quizzes }: { view: ClassView; quizzes: readonly QuizLine[] }) => {
  const zone = useZone(null)
  const moment = (at: number) => formatDate(at, 'moment', zone)
  const leads = view.role === 'instructor' && !view.archived
  if (quizzes.length === 0 && !leads) return null
  return (
    <section className="section" aria-labelledby="quizzes">
      <h2 className="head" id="quizzes">
        {t('classes.quizzes')}
      </h2>
      {quizzes.length === 0 ? <p className="muted">{t('classes.noQuiz')}</p> : null}
      <ul className="list">
        {quizzes.map((one) => (
          <li key={one.assignmentId}>
            <a className="list-row" href={`/classes/${view.classId}/quiz/${one.assignmentId}`}>
              <span className="grow">
                <strong {...tongueOf(one.language)}>{one.title}</strong>
                <span className="label num">
                  {one.kind === 'live' ? `${t('due.live')} · ` : ''}
                  {stateOf(one, moment)}
                  {one.draft ? '' : ` · ${t('classes.quizDone', { n: one.done, all: one.learners })}`}
                </span>
                {one.learners > 0 && !one.draft ? <ShareBar share={one.done / one.learners} /> : null}
              </span>
              {one.undecided > 0 ? (
                <span className="chip is-wrong-ink">{t('classes.quizLate', { n: one.undecided })}</span>
              ) : null}
              <Icon name="forward" />
            </a>
          </li>
        ))}
      </ul>
      {leads ? (
        <p className={classes.assign}>
          <a className="btn btn-line btn-small" href={`/classes/${view.classId}/quiz/new`}>
            {t('classes.setQuiz')}
          </a>
        </p>
      ) : null}
    </section>
  )
}
