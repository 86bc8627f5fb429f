import type { WeekOfRetention } from '#lib/analytics/index.ts'
import { formatPercent, t } from '#words'
import { band, linear, PLOT_WIDTH, path, pieces, WIDTH } from '../_view/chart.ts'
import { Figure } from '../_view/figure.tsx'
import { formatDay } from '../_view/time.ts'
import { drawnWeeks, retentionFinding } from './findings.ts'

const HEIGHT = 156
const TOP = 20
const BOTTOM = 130
const EDGE = 4

type Known = WeekOfRetention & { share: number; low: number; high: number }
const isKnown = (week: WeekOfRetention): week is Known => week.share !== null && week.low !== null && week.high !== null

/** A tenth below the lowest share, and no higher than 70 %; what reaches lower is cut off there. */
const floorOf = (weeks: readonly Known[]): number =>
  Math.max(0, Math.min(0.7, Math.floor(Math.min(...weeks.map(({ share }) => share)) * 10) / 10 - 0.1))

/** The first week of each month names it; labels that would touch are left out. */
const monthsOf = (weeks: readonly WeekOfRetention[], x: (index: number) => number) => {
  let last = { name: '', x: -40 }
  return weeks.flatMap(({ day }, index) => {
    const name = formatDay(day, 'month')
    if (name === last.name || x(index) - last.x < 32) return []
    last = { name, x: x(index) }
    return [last]
  })
}

const Drawing = ({ weeks, label }: { weeks: readonly WeekOfRetention[]; label: string }) => {
  const known = weeks.filter(isKnown)
  const floor = floorOf(known)
  const target = weeks[0]?.target ?? 0.9
  const x = linear([0, Math.max(1, weeks.length - 1)], [EDGE, PLOT_WIDTH - EDGE])
  const y = linear([floor, 1], [BOTTOM, TOP])
  const placed = weeks.map((week, index) => ({ week, x: x(index) }))
  const runs = pieces(placed, ({ week }) => isKnown(week)).map((run) =>
    run.flatMap(({ week, x: at }) => (isKnown(week) ? [{ at, ...week }] : [])),
  )
  const last = runs.at(-1)?.at(-1)
  const grid = [floor, (floor + 1) / 2, 1]
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path className="grid" d={grid.map((share) => `M0 ${y(share)}H${PLOT_WIDTH}`).join('')} />
      {runs.map((run) => {
        const wide =
          run.length === 1 ? run.flatMap((each) => [each.at - 4, each.at + 4].map((at) => ({ ...each, at }))) : run
        return (
          <path
            key={run[0]?.day}
            className="spread"
            d={band(wide.map(({ at, low, high }) => [at, y(Math.max(floor, low)), y(high)]))}
          />
        )
      })}
      <path className="target" d={`M0 ${y(target)}H${PLOT_WIDTH}`} />
      {runs.map((run) => (
        <path key={run[0]?.day} className="line" d={path(run.map(({ at, share }) => [at, y(share)]))} />
      ))}
      {last ? <circle className="dot" cx={last.at} cy={y(last.share)} r="5.5" /> : null}
      <text x="0" y={y(target) - y(1) > 20 ? y(target) - 7 : y(target) + 15}>
        {t('progress.target', { share: formatPercent(target) })}
      </text>
      {grid
        .filter((share) => !last || Math.abs(y(share) - y(last.share)) > 14)
        .map((share) => (
          <text key={share} x={PLOT_WIDTH + 8} y={y(share) + 4}>
            {formatPercent(share)}
          </text>
        ))}
      {last ? (
        <text className="strong" x={PLOT_WIDTH + 8} y={y(last.share) + 4}>
          {formatPercent(last.share)}
        </text>
      ) : null}
      {monthsOf(weeks, x).map((month) => (
        <text key={month.x} x={Math.max(0, month.x - EDGE)} y={HEIGHT - 4}>
          {month.name}
        </text>
      ))}
    </svg>
  )
}

const percent = (share: number | null): string => (share === null ? t('progress.none') : formatPercent(share))

/** How much of what came due was right, week by week, against what the learner wants to keep. */
export const Retention = ({ weeks: all }: { weeks: readonly WeekOfRetention[] }) => {
  const title = retentionFinding(all)
  const weeks = drawnWeeks(all)
  const known = weeks.some(isKnown)
  return (
    <Figure
      title={title}
      note={known ? t('progress.keptNote') : t('progress.keptNoneNote')}
      head={[t('progress.week'), t('progress.asked'), t('progress.right'), t('progress.share'), t('progress.range')]}
      rows={weeks.map(({ day, asked, right, share, low, high }) => [
        formatDay(day, 'short'),
        asked,
        right,
        percent(share),
        low === null || high === null ? t('progress.none') : `${percent(low)}–${percent(high)}`,
      ])}
    >
      {known ? (
        <Drawing
          weeks={weeks}
          label={`${title}. ${t('progress.target', { share: percent(weeks[0]?.target ?? null) })}.`}
        />
      ) : null}
    </Figure>
  )
}
