import type { Told } from '#lib/client/foresight.ts'
import { formatPercent, t } from '#words'
import { band, linear, PLOT_WIDTH, path, WIDTH } from '../_view/chart.ts'
import { Figure } from '../_view/figure.tsx'
import { formatDay } from '../_view/time.ts'

const HEIGHT = 140
const [TOP, BOTTOM] = [12, 112]

/** How the forecast has moved since it was first made. */
export const ForecastHistory = ({ told, goal, examDay }: { told: readonly Told[]; goal: number; examDay: number }) => {
  const [first, last] = [told[0], told.at(-1)]
  if (!first || !last || told.length < 2) return null
  const x = linear([first.day, examDay], [4, PLOT_WIDTH])
  const y = linear([0, 1], [BOTTOM, TOP])
  const title = t(last.expected >= first.expected ? 'plan.historyUp' : 'plan.historyDown', {
    from: formatPercent(first.expected),
    to: formatPercent(last.expected),
  })
  const range = ({ low, high }: Told) => `${formatPercent(low)}–${formatPercent(high)}`
  return (
    <Figure
      title={title}
      note={t('plan.historyNote')}
      head={[t('plan.day'), t('plan.expected'), t('plan.range')]}
      rows={told.map((one) => [formatDay(one.day, 'short'), formatPercent(one.expected), range(one)])}
    >
      <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        <path className="grid" d={[0, 0.5, 1].map((share) => `M0 ${y(share)}H${PLOT_WIDTH}`).join('')} />
        <path className="spread" d={band(told.map(({ day, low, high }) => [x(day), y(low), y(high)]))} />
        <path className="target" d={`M0 ${y(goal)}H${PLOT_WIDTH}`} />
        <path className="line" d={path(told.map(({ day, expected }) => [x(day), y(expected)]))} />
        <circle className="dot" cx={x(last.day)} cy={y(last.expected)} r="5.5" />
        {[0, 0.5, 1].map((share) => (
          <text key={share} x={PLOT_WIDTH + 8} y={y(share) + 4}>
            {formatPercent(share)}
          </text>
        ))}
        <text x="0" y={HEIGHT - 6}>
          {formatDay(first.day, 'short')}
        </text>
        <text x={PLOT_WIDTH} y={HEIGHT - 6} textAnchor="end">
          {formatDay(examDay, 'short')}
        </text>
      </svg>
    </Figure>
  )
}
