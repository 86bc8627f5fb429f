import { useMemo } from 'react'
import { examsIn } from '#lib/agenda/index.ts'
import { type Calibration, calibrationOf, type Today } from '#lib/analytics/index.ts'
import type { Learner } from '#lib/client/index.ts'
import { plansOf, type StoredReview } from '#lib/log/index.ts'
import { formatPercent, t } from '#words'
import { linear } from '../../_view/chart.ts'
import { Figure } from '../../_view/figure.tsx'
import { formatDay } from '../../_view/time.ts'
import styles from './more.module.css'

/** So many predictions say something. */
const PREDICTIONS_MIN = 30
const SIZE = 240
const EDGE = 36
/** What chance alone gives in nine of ten tests lies within so many standard deviations. */
const NINE_IN_TEN = 1.645

const percent = formatPercent

/** What was predicted from left to right, what came from below to above: on the line they are the same. */
const Drawing = ({ bins, title }: { bins: readonly Calibration[]; title: string }) => {
  const from = Math.min(0.4, ...bins.map(({ low }) => Math.floor(low * 10) / 10))
  const x = linear([from, 1], [EDGE, SIZE])
  const y = linear([from, 1], [SIZE - EDGE, 4])
  const most = Math.max(...bins.map(({ asked }) => asked))
  return (
    <svg className={`chart ${styles.square}`} viewBox={`0 0 ${SIZE + 8} ${SIZE}`} role="img" aria-label={title}>
      <path className="grid" d={`M${EDGE} ${y(from)}H${SIZE}M${EDGE} ${y(1)}V${y(from)}`} />
      <path className="target" d={`M${x(from)} ${y(from)}L${x(1)} ${y(1)}`} />
      {bins.map(({ predicted, asked, right, low, high }) => (
        <g key={predicted}>
          <path className={styles.whisker} d={`M${x(predicted)} ${y(low)}V${y(high)}`} />
          <circle className="dot" cx={x(predicted)} cy={y(right / asked)} r={3 + 5 * Math.sqrt(asked / most)} />
        </g>
      ))}
      <text x={EDGE} y={SIZE - EDGE + 16}>
        {percent(from)}
      </text>
      <text x={SIZE} y={SIZE - EDGE + 16} textAnchor="end">
        {t('progress.predictedAxis')}
      </text>
      <text x={EDGE - 6} y={y(from)} textAnchor="end">
        {percent(from)}
      </text>
      <text x={EDGE - 6} y={y(1) + 8} textAnchor="end">
        {percent(1)}
      </text>
    </svg>
  )
}

type Row = { name: string; said: string; came: string; within: boolean }

/** Tests and exams beside what was said of them before. */
const rowsOf = (
  learner: Learner,
  now: number,
  sittings: ReturnType<typeof calibrationOf>['sittings'],
  offset: number,
): Row[] => {
  const titles = new Map(plansOf(learner.entries).sittings.map((one) => [one.attemptId, one]))
  const tests = sittings.flatMap(({ attemptId, predicted, right, spread }): Row[] => {
    const sitting = titles.get(attemptId)
    if (!sitting) return []
    const [low, high] = [Math.max(0, predicted - NINE_IN_TEN * spread), Math.min(1, predicted + NINE_IN_TEN * spread)]
    const said = `${percent(low)}–${percent(high)}`
    return [{ name: sitting.title, said, came: percent(right), within: right >= low && right <= high }]
  })
  const exams = examsIn({ entries: learner.entries, now, tzOffsetMin: offset }).done.flatMap(({ exam, day }): Row[] => {
    const { result, said } = exam
    if (result === null || said === null) return []
    const name = `${exam.title}, ${formatDay(day, 'short')}`
    const range = `${percent(said.low)}–${percent(said.high)}`
    return [{ name, said: range, came: percent(result), within: result >= said.low && result <= said.high }]
  })
  return [...exams, ...tests.reverse()]
}

type Props = { learner: Learner; reviews: readonly StoredReview[]; today: Today }

/** How good the forecasts have been; or that this cannot be told yet. */
export const CalibrationPart = ({ learner, reviews, today }: Props) => {
  const { bins, sittings } = useMemo(() => calibrationOf(reviews, today), [reviews, today])
  const rows = rowsOf(learner, today.now, sittings, today.tzOffsetMin)
  const asked = bins.reduce((sum, bin) => sum + bin.asked, 0)
  const off = bins.reduce((sum, bin) => sum + bin.predicted * bin.asked - bin.right, 0) / Math.max(1, asked)
  const points = Math.round(Math.abs(off) * 100)
  const title =
    asked < PREDICTIONS_MIN
      ? t('progress.calibrationFew')
      : points < 2
        ? t('progress.calibrationGood')
        : t(off > 0 ? 'progress.calibrationHigh' : 'progress.calibrationLow', { n: points })
  return (
    <>
      <Figure
        title={title}
        note={asked < PREDICTIONS_MIN ? t('progress.calibrationFewNote', { n: asked }) : t('progress.calibrationNote')}
        head={[t('progress.predicted'), t('progress.came'), t('progress.range'), t('progress.answersHead')]}
        rows={bins.map((bin) => [
          percent(bin.predicted),
          percent(bin.right / bin.asked),
          `${percent(bin.low)}–${percent(bin.high)}`,
          bin.asked,
        ])}
      >
        {asked >= PREDICTIONS_MIN ? <Drawing bins={bins} title={title} /> : null}
      </Figure>
      {rows.length > 0 ? (
        <Figure
          title={t('progress.testsTitle', { n: rows.filter(({ within }) => within).length, all: rows.length })}
          note={t('progress.testsNote')}
          head={[t('progress.test'), t('progress.predicted'), t('progress.came')]}
          rows={rows.map(({ name, said, came }) => [name, said, came])}
        >
          <ul className={styles.tests}>
            {rows.slice(0, 8).map(({ name, said, came, within }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: tests may share their name
              <li key={at}>
                <span>{name}</span>
                <span className="label num">
                  {t(within ? 'progress.testWithin' : 'progress.testOutside', { said, came })}
                </span>
              </li>
            ))}
          </ul>
        </Figure>
      ) : null}
    </>
  )
}
