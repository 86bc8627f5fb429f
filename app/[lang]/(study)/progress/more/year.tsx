import type { Today } from '#lib/analytics/index.ts'
import { studyDay } from '#lib/scheduling/index.ts'
import { t } from '#words'
import { linear, WIDTH } from '../../_view/chart.ts'
import { Figure } from '../../_view/figure.tsx'
import { formatDay } from '../../_view/time.ts'

const WEEK = 7
const HEIGHT = 132
const [TOP, BASE] = [24, 104]
/** The least height of the scale, in minutes. */
const MINUTES_MIN = 10

type Props = { load: readonly number[]; seconds: number; today: Today }

/** What the weeks of a year ask, if everything is answered when it falls due and nothing new is begun. */
export const Year = ({ load, seconds, today }: Props) => {
  const from = studyDay(today.now, today.tzOffsetMin, today.rolloverHour)
  const weeks = Array.from({ length: Math.floor(load.length / WEEK) }, (_, week) => {
    const answers = load.slice(week * WEEK, (week + 1) * WEEK).reduce((sum, n) => sum + n, 0)
    return { day: from + week * WEEK, answers, minutes: Math.ceil((answers * seconds) / 60) }
  })
  const last = weeks.slice(-4)
  const late = Math.ceil(last.reduce((sum, { minutes }) => sum + minutes, 0) / Math.max(1, last.length))
  const title = t('progress.yearTitle', { n: late })
  const step = WIDTH / weeks.length
  const height = linear([0, Math.max(MINUTES_MIN, ...weeks.map(({ minutes }) => minutes))], [0, BASE - TOP])
  return (
    <Figure
      title={title}
      note={t('progress.yearNote')}
      head={[t('progress.week'), t('progress.minutesHead'), t('progress.answersHead')]}
      rows={weeks.map(({ day, minutes, answers }) => [formatDay(day, 'whole'), minutes, answers])}
    >
      <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        <path className="grid" d={`M0 ${BASE + 0.5}H${WIDTH}`} />
        {weeks.map(({ day, minutes }, at) => (
          <rect
            key={day}
            className={at === 0 ? 'col now' : 'col'}
            x={at * step}
            y={BASE - Math.max(1, height(minutes))}
            width={step - 1.5}
            height={Math.max(1, height(minutes))}
            rx="1"
          />
        ))}
        <text className="strong" x="0" y="12">
          {t('progress.most', { n: Math.max(0, ...weeks.map(({ minutes }) => minutes)) })}
        </text>
        <text className="strong" x="0" y={HEIGHT - 8}>
          {t('progress.today')}
        </text>
        <text x={WIDTH} y={HEIGHT - 8} textAnchor="end">
          {formatDay(weeks.at(-1)?.day ?? 0, 'short')}
        </text>
      </svg>
    </Figure>
  )
}
