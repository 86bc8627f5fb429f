import { tongueOf } from '#app/_words/tongue-of.ts'
import type { GradeCell, GradeColumn } from '#lib/server/classes/grades.ts'
import type { LearnerView } from '#lib/server/classes/learner.ts'
import { formatNumber, formatPercent, t } from '#words'
import { NONE } from '../../grades/row.tsx'
import styles from './learner.module.css'

const percent = (share: number | null): string => (share === null ? NONE : formatPercent(share))

/** Figures of one assignment: mark, then of study alone what is recalled and who judged it, then minutes. */
const figuresOf = (cell: GradeCell): string[] => {
  const minutes = formatNumber(Math.round(cell.spentMs / 60_000))
  if (cell.kind === 'study') return [percent(cell.today), percent(cell.due), percent(cell.selfRated), minutes]
  return [NONE, NONE, NONE, minutes]
}

const markOf = (cell: GradeCell): number | null => (cell.kind === 'study' ? cell.met : cell.mark)

type LineProps = { classId: string; column: GradeColumn; cell: GradeCell }

const Line = ({ classId, column: { assignmentId, kind, title, language }, cell }: LineProps) => {
  const mark = markOf(cell)
  const name = <span {...(language ? tongueOf(language) : {})}>{title}</span>
  const waits = cell.kind === 'quiz' && cell.undecided
  return (
    <tr>
      <th scope="row" className={styles.what}>
        {kind === 'study' ? <a href={`/classes/${classId}/facts/${assignmentId}`}>{name}</a> : name}
        <span className="label">
          {kind === 'study' ? t('grades.met') : t(kind === 'live' ? 'grades.liveHead' : 'grades.quizHead')}
          {waits ? ` · ${t('grades.waiting')}` : ''}
        </span>
      </th>
      <td>
        <span className={styles.mark}>
          <span className={styles.bar} aria-hidden="true">
            <i style={{ width: `${(mark ?? 0) * 100}%` }} />
          </span>
          {cell.kind === 'quiz' && mark === null && cell.going ? t('grades.going') : percent(mark)}
        </span>
      </td>
      {figuresOf(cell).map((figure, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a figure is its column's, and columns stay where they are
        <td key={nth} className="r">
          {figure}
        </td>
      ))}
    </tr>
  )
}

/** What one learner did of each thing that was assigned to them. */
export const Did = ({ view: { row, columns }, classId }: { view: LearnerView; classId: string }) => {
  const theirs = columns.flatMap((column, nth) => {
    const cell = row.cells[nth]
    return cell ? [{ column, cell }] : []
  })
  return (
    <section className="section" aria-labelledby="did">
      <h3 className="head" id="did">
        {t('grades.did')}
      </h3>
      {theirs.length === 0 ? (
        <p className="muted">{t('grades.nothing')}</p>
      ) : (
        <section className="table-wrap" aria-label={t('grades.table')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('grades.what')}</th>
                <th scope="col">{t('grades.mark')}</th>
                {[t('grades.todayHead'), t('grades.onDayHead'), t('grades.selfHead'), t('grades.minutes')].map(
                  (head) => (
                    <th key={head} scope="col" className="r">
                      {head}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {theirs.map(({ column, cell }) => (
                <Line key={column.assignmentId} {...{ classId, column, cell }} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}
