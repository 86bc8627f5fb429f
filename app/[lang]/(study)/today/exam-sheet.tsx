'use client'
import type { Learner } from '#lib/client/index.ts'
import { formatPercent, t } from '#words'
import { Bar } from '../plan/forecast.tsx'
import { rangeWords } from '../plan/range.ts'
import { useForesight } from '../plan/use-foresight.ts'
import styles from './today.module.css'

/** The next exam: how far off it is, and what would be recalled that morning. */
const ExamSheet = ({ learner, now }: { learner: Learner; now: number }) => {
  const { agenda, reports } = useForesight(learner, now)
  const exam = agenda?.exams[0]
  const report = reports?.[0]
  if (!agenda || !exam) return null
  return (
    <a className={`sheet ${styles.exam}`} href={`/plan?exam=${exam.examId}`}>
      <span className="row between">
        <strong>{exam.exam.title}</strong>
        <span className="label num">{t('plan.daysLeft', { n: exam.day - agenda.today })}</span>
      </span>
      {report ? (
        <>
          <Bar report={report} goal={exam.exam.goal} />
          <span className="label num">
            {t('plan.sheet', {
              range: rangeWords(report.recalled),
              n: report.facts,
              goal: formatPercent(exam.exam.goal),
            })}
          </span>
        </>
      ) : (
        <span className="label">{t('plan.reckoning')}</span>
      )}
    </a>
  )
}
export default ExamSheet
