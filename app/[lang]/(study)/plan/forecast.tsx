import type { ExamAhead, ExamReport } from '#lib/agenda/index.ts'
import { formatNumber, formatPercent, t } from '#words'
import styles from './plan.module.css'
import { along, chanceWords, isWide, rangeWords } from './range.ts'

/** Beyond this share the goal's name stands before its mark, where there is room. */
const LATE = 0.7

type BarProps = { report: ExamReport; goal: number }

/** The forecast beside what there would be without another minute, and the goal. */
export const Bar = ({ report: { recalled, idle, facts }, goal }: BarProps) => {
  const label = t('plan.barLabel', {
    range: rangeWords(recalled),
    n: facts,
    goal: formatNumber(Math.round(goal * facts)),
    idle: rangeWords(idle),
  })
  const width = ({ low, high }: { low: number; high: number }) => along(Math.max(0.008, (high - low) / facts))
  return (
    <div className="bar" role="img" aria-label={label}>
      <div className="track" />
      <div className="ghost" style={{ insetInlineStart: along(idle.low / facts), width: width(idle) }} />
      <div className="band" style={{ insetInlineStart: along(recalled.low / facts), width: width(recalled) }} />
      <div className="pass" style={{ insetInlineStart: along(goal) }} />
      <span
        className={`tick ${styles.tick} ${goal > LATE ? styles.end : ''}`}
        style={{ insetInlineStart: along(goal) }}
      >
        {t('plan.goalTick', { goal: formatPercent(goal) })}
      </span>
    </div>
  )
}

/** So many answers tell of their giver; what is wide then is what the days until the exam may bring. */
const ANSWERS_ENOUGH = 200

const wideWords = (answers: number, days: number): string => {
  if (answers === 0) return t('plan.wideNone')
  return answers < ANSWERS_ENOUGH ? t('plan.wide', { n: answers }) : t('plan.wideDays', { n: days })
}

type Props = { exam: ExamAhead; report: ExamReport; answers: number }

/** What would be recalled that morning, as a range, and how likely that reaches the goal. */
export const ForecastPart = ({ exam: { exam }, report, answers }: Props) => (
  <section className="forecast" aria-labelledby="forecast">
    <h2 className="sr" id="forecast">
      {t('plan.forecast')}
    </h2>
    <p className="range num">
      {rangeWords(report.recalled)}
      <small>{t('plan.recalled', { n: report.facts })}</small>
    </p>
    <Bar report={report} goal={exam.goal} />
    <p className="key">
      <span>
        <i className={styles.keyPlan} />
        {t('plan.onPlan')}
      </span>
      <span>
        <i className={styles.keyIdle} />
        {t('plan.ifToday', { range: rangeWords(report.idle) })}
      </span>
    </p>
    <p className="muted">
      {chanceWords(report, exam.goal)}
      {isWide(report) ? ` ${wideWords(answers, report.days.length)}` : null}
    </p>
  </section>
)
