import { median } from '#lib/base/index.ts'
import type { QuizLearner } from '#lib/server/quizzes/results.ts'
import { formatPercent, t } from '#words'
import styles from './results.module.css'

const STEPS = 10

/** How the marks spread, a column for each tenth, with the line from which it is passed. */
export const Spread = ({ learners, pass }: { learners: readonly QuizLearner[]; pass: number | null }) => {
  const marks = learners.map(({ grade }) => grade).filter((grade) => grade !== null)
  if (marks.length < 2) return null
  const columns = Array.from({ length: STEPS }, (_, step) => ({
    from: step / STEPS,
    n: marks.filter((mark) => Math.min(STEPS - 1, Math.floor(mark * STEPS)) === step).length,
  }))
  const most = Math.max(...columns.map(({ n }) => n))
  const middle = median(marks)
  return (
    <figure className={styles.spread}>
      <figcaption className="head">
        {t('results.middle', { share: formatPercent(middle) })}
        {pass === null
          ? ''
          : ` ${t('results.passed', { n: marks.filter((mark) => mark >= pass).length, all: marks.length })}`}
      </figcaption>
      <div className={styles.columns} aria-hidden="true">
        {columns.map(({ from, n }) => (
          <span key={from}>
            <b className="num">{n > 0 ? n : ''}</b>
            <i style={{ height: `${(100 * n) / most}%` }} />
          </span>
        ))}
        {pass === null ? null : <em style={{ insetInlineStart: formatPercent(pass) }} />}
      </div>
      <div className={`label num ${styles.scale}`} aria-hidden="true">
        <span>{formatPercent(0)}</span>
        <span>{formatPercent(0.5)}</span>
        <span>{formatPercent(1)}</span>
      </div>
    </figure>
  )
}
