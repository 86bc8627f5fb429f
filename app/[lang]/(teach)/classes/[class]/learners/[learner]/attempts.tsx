import type { LearnerView } from '#lib/server/classes/learner.ts'
import { formatDate, formatNumber, t } from '#words'

/** Each attempt at a quiz or a live round, the last first; nothing where there was none to make. */
export const Attempts = ({ view: { attempts, columns } }: { view: LearnerView }) => {
  if (columns.every(({ kind }) => kind === 'study')) return null
  const titleOf = (id: string) => columns.find(({ assignmentId }) => assignmentId === id)?.title ?? ''
  return (
    <section className="section" aria-labelledby="attempts">
      <h3 className="head" id="attempts">
        {t('grades.attemptsHead')}
      </h3>
      {attempts.length === 0 ? <p className="muted">{t('grades.attemptsNone')}</p> : null}
      <ul className="list">
        {attempts.map(({ assignmentId, number, startedAt, handedInAt, points, outOf, undecided }) => (
          <li key={`${assignmentId} ${number}`} className="list-row">
            <span className="grow">
              <strong>{titleOf(assignmentId)}</strong>
              <span className="label num">
                {t('grades.attemptLine', { n: number })} · {formatDate(handedInAt ?? startedAt, 'moment', 'UTC')}
                {undecided > 0 ? ` · ${t('grades.waiting')}` : ''}
              </span>
            </span>
            <span className="num">
              {handedInAt === null
                ? t('grades.attemptGoing')
                : t('grades.points', { points: formatNumber(points ?? 0), outOf: formatNumber(outOf ?? 0) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
