import type { DayAhead } from '#lib/exams/index.ts'
import { t } from '#words'
import { linear, WIDTH } from '../_view/chart.ts'
import { Figure } from '../_view/figure.tsx'
import { formatDay } from '../_view/time.ts'
import styles from './plan.module.css'

const HEIGHT = 140
const [TOP, BASE] = [24, 112]
/** The least height of the scale, in facts. */
const FACTS_MIN = 10
/** Of a column at most so much of the drawing. */
const WIDTH_MAX = 28

type Props = {
  days: readonly DayAhead[]
  minutesOn: (day: number) => number
  /** Whether all facts are met by the exam. */
  fits: boolean
}

/** What each day until the exam is expected to ask: facts met before, and new ones on top. */
export const DaysAhead = ({ days, minutesOn, fits }: Props) => {
  const some = days.some(({ first, again }) => first + again >= 0.5)
  const end = days.findLast(({ first }) => first >= 0.5)
  if (!some) return null
  const title = end && fits ? t('plan.daysTitle', { date: formatDay(end.day, 'date') }) : t('plan.daysKnown')
  const step = Math.min(WIDTH_MAX, WIDTH / days.length)
  const most = Math.max(FACTS_MIN, ...days.map(({ first, again }) => first + again))
  const height = linear([0, most], [0, BASE - TOP])
  const gap = step > 6 ? 2 : 0.5
  return (
    <Figure
      title={title}
      note={t('plan.daysNote')}
      head={[t('plan.day'), t('plan.minutesHead'), t('plan.newHead'), t('plan.againHead')]}
      rows={days.map(({ day, first, again }) => [
        formatDay(day, 'date'),
        minutesOn(day),
        Math.round(first),
        Math.round(again),
      ])}
    >
      <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        <path className="grid" d={`M0 ${BASE + 0.5}H${WIDTH}`} />
        {days.map(({ day, first, again }, at) => {
          const [below, above] = [height(again), height(first)]
          return (
            <g key={day}>
              <rect className="col" x={at * step} y={BASE - below} width={step - gap} height={below} />
              <rect className="col now" x={at * step} y={BASE - below - above} width={step - gap} height={above} />
            </g>
          )
        })}
        <text className="strong" x="0" y="12">
          {t('plan.daysMost', { n: Math.round(most) })}
        </text>
        <text x="0" y={HEIGHT - 8}>
          {formatDay(days[0]?.day ?? 0, 'short')}
        </text>
        <text x={Math.min(WIDTH, days.length * step)} y={HEIGHT - 8} textAnchor="end">
          {formatDay(days.at(-1)?.day ?? 0, 'short')}
        </text>
      </svg>
      <p className={`key ${styles.daysKey}`}>
        <span>
          <i className={styles.keyPlan} />
          {t('plan.newHead')}
        </span>
        <span>
          <i className={styles.keyAgain} />
          {t('plan.againHead')}
        </span>
      </p>
    </Figure>
  )
}
