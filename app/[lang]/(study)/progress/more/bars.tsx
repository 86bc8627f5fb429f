import { formatNumber } from '#words'
import { linear, WIDTH } from '../../_view/chart.ts'

const HEIGHT = 150
const [TOP, BASE] = [22, 116]
const GAP = 6

type Bar = { name: string; value: number; label?: string }

/** Columns with their values over them and their names below. */
export const Bars = ({ bars, title, max }: { bars: readonly Bar[]; title: string; max?: number }) => {
  const step = (WIDTH + GAP) / Math.max(1, bars.length)
  const height = linear([0, max ?? Math.max(1, ...bars.map(({ value }) => value))], [0, BASE - TOP])
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
      <path className="grid" d={`M0 ${BASE + 0.5}H${WIDTH}`} />
      {bars.map(({ name, value, label }, at) => {
        const tall = value === 0 ? 1 : Math.max(2, height(value))
        const middle = at * step + (step - GAP) / 2
        return (
          <g key={name}>
            <rect className="col" x={at * step} y={BASE - tall} width={step - GAP} height={tall} rx="1.5" />
            <text className="strong" x={middle} y={BASE - tall - 6} textAnchor="middle">
              {label ?? formatNumber(value)}
            </text>
            <text x={middle} y={BASE + 18} textAnchor="middle">
              {name}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
