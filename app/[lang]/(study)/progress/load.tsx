import type { DayOfReviews } from '#lib/analytics/index.ts'
import { formatNumber, t } from '#words'
import { linear, WIDTH } from '../_view/chart.ts'
import { Figure } from '../_view/figure.tsx'
import { formatDay } from '../_view/time.ts'
import { type DueDay, heavyDays, type LoadDay, labelledColumns, loadDays, loadFinding } from './findings.ts'

const HEIGHT = 164
const TOP = 42
const BASE = 132
const GAP = 3
/** The least height of the scale, so that three answers do not fill the drawing. */
const COUNT_MIN = 10

const classOf = ({ when }: LoadDay, heavy: boolean): string => {
  if (when === 'today') return 'col now'
  if (when === 'past') return 'col past'
  return heavy ? 'col over' : 'col'
}

const Drawing = ({ days, heavy, label }: { days: readonly LoadDay[]; heavy: ReadonlySet<number>; label: string }) => {
  const step = (WIDTH + GAP) / days.length
  const peak = days.reduce((most, day) => (day.count > most.count ? day : most), days[0] ?? { count: 0, day: 0 })
  const height = linear([0, Math.max(COUNT_MIN, peak.count)], [0, BASE - TOP])
  const today = days.findIndex(({ when }) => when === 'today')
  const labelled = labelledColumns(days, heavy)
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path className="grid" d={`M0 ${BASE + 0.5}H${WIDTH}`} />
      {days.map((day, index) => {
        const tall = day.count === 0 ? 1 : Math.max(2, height(day.count))
        const x = index * step
        return (
          <g key={`${day.when} ${day.day}`}>
            <rect
              className={classOf(day, heavy.has(day.day))}
              x={x}
              y={BASE - tall}
              width={step - GAP}
              height={tall}
              rx="1.5"
            />
            {labelled.has(index) ? (
              <text className="strong" x={x + (step - GAP) / 2} y={BASE - tall - 6} textAnchor="middle">
                {formatNumber(day.count)}
              </text>
            ) : null}
          </g>
        )
      })}
      <path className="target" d={`M${today * step - GAP / 2} 4V22`} />
      <text x={today * step - 8} y="14" textAnchor="end">
        {t('progress.answered')}
      </text>
      <text x={today * step + 6} y="14">
        {t('progress.due')}
      </text>
      <text x="0" y={HEIGHT - 14}>
        {formatDay(days[0]?.day ?? 0, 'short')}
      </text>
      <text className="strong" x={today * step - GAP / 2} y={HEIGHT - 14} textAnchor="middle">
        {t('progress.today')}
      </text>
      <text x={WIDTH} y={HEIGHT - 14} textAnchor="end">
        {formatDay(days.at(-1)?.day ?? 0, 'short')}
      </text>
    </svg>
  )
}

const whenWords = (when: LoadDay['when']): string => t(when === 'past' ? 'progress.answered' : 'progress.due')

/** Answers a day up to now, and what falls due from today on. */
export const Load = ({ past, ahead }: { past: readonly DayOfReviews[]; ahead: readonly DueDay[] }) => {
  const title = loadFinding(ahead)
  const days = loadDays(past, ahead)
  const heavy = new Set(heavyDays(ahead).map(({ day }) => day))
  const doneToday = past.at(-1)?.answers ?? 0
  return (
    <Figure
      title={title}
      note={t('progress.loadNote', { n: doneToday })}
      head={[t('progress.day'), t('progress.what'), t('progress.count')]}
      rows={days.map((day) => [formatDay(day.day, 'date'), whenWords(day.when), day.count])}
    >
      <Drawing days={days} heavy={heavy} label={title} />
    </Figure>
  )
}
