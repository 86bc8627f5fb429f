import type { DayOfReviews, FormTally, WeekOfSpeed } from '#lib/analytics/index.ts'
import { STABILITY_FROM } from '#lib/analytics/index.ts'
import type { Form } from '#lib/log/index.ts'
import { formatNumber, formatPercent, t } from '#words'
import { linear, PLOT_WIDTH, path, pieces, WIDTH } from '../../_view/chart.ts'
import { Figure } from '../../_view/figure.tsx'
import { formatDay } from '../../_view/time.ts'
import { Bars } from './bars.tsx'

const seconds = (value: number): string => t('progress.seconds', { n: Math.round(value) })

const HEIGHT = 132
const [TOP, BASE] = [24, 104]
/** The least height of the scale, in minutes. */
const MINUTES_MIN = 5

/** Minutes of study, day by day. */
export const Minutes = ({ days }: { days: readonly DayOfReviews[] }) => {
  const sum = days.reduce((all, { minutes }) => all + minutes, 0)
  const title = t('progress.minutesTitle', { n: sum, days: days.length })
  const step = WIDTH / days.length
  const most = Math.max(MINUTES_MIN, ...days.map(({ minutes }) => minutes))
  const height = linear([0, most], [0, BASE - TOP])
  return (
    <Figure
      title={title}
      note={t('progress.minutesNote')}
      head={[t('progress.day'), t('progress.minutesHead'), t('progress.answersHead'), t('progress.newHead')]}
      rows={days.map(({ day, minutes, answers, introduced }) => [formatDay(day, 'date'), minutes, answers, introduced])}
    >
      <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        <path className="grid" d={`M0 ${BASE + 0.5}H${WIDTH}`} />
        {days.map(({ day, minutes }, at) => (
          <rect
            key={day}
            className={at === days.length - 1 ? 'col now' : 'col'}
            x={at * step}
            y={BASE - Math.max(1, height(minutes))}
            width={step - 2}
            height={Math.max(1, height(minutes))}
            rx="1"
          />
        ))}
        <text className="strong" x={WIDTH} y="12" textAnchor="end">
          {t('progress.most', { n: Math.max(...days.map(({ minutes }) => minutes)) })}
        </text>
        <text x="0" y={HEIGHT - 8}>
          {formatDay(days[0]?.day ?? 0, 'short')}
        </text>
        <text className="strong" x={WIDTH} y={HEIGHT - 8} textAnchor="end">
          {t('progress.today')}
        </text>
      </svg>
    </Figure>
  )
}

const GROUPS = [
  'progress.stableDay',
  'progress.stableWeek',
  'progress.stableMonth',
  'progress.stableSeason',
  'progress.stableYear',
  'progress.stableYears',
] as const

/** For how long what is known would last. */
export const Stability = ({ groups }: { groups: readonly number[] }) => {
  const lasting = groups.slice(STABILITY_FROM.indexOf(30)).reduce((sum, n) => sum + n, 0)
  const title = t('progress.stabilityTitle', { n: lasting })
  const rows = GROUPS.map((name, at) => ({ name: t(name), value: groups[at] ?? 0 }))
  return (
    <Figure
      title={title}
      note={t('progress.stabilityNote')}
      head={[t('progress.lasts'), t('progress.count')]}
      rows={rows.map(({ name, value }) => [name, value])}
    >
      <Bars bars={rows} title={title} />
    </Figure>
  )
}

/** How long an answer takes, week by week. */
export const Speed = ({ weeks }: { weeks: readonly WeekOfSpeed[] }) => {
  const known = weeks.flatMap(({ seconds: value }) => (value === null ? [] : [value]))
  const last = known.at(-1)
  if (last === undefined) return null
  const title = t('progress.speedTitle', { seconds: seconds(last) })
  const x = linear([0, Math.max(1, weeks.length - 1)], [4, PLOT_WIDTH - 4])
  const y = linear([0, Math.max(10, ...known)], [BASE, TOP])
  const runs = pieces(
    weeks.map((week, at) => ({ ...week, at })),
    (week) => week.seconds !== null,
  )
  const end = runs.at(-1)?.at(-1)
  return (
    <Figure
      title={title}
      note={t('progress.speedNote')}
      head={[t('progress.week'), t('progress.secondsHead'), t('progress.answersHead')]}
      rows={weeks.map((week) => [
        formatDay(week.day, 'short'),
        week.seconds === null ? t('progress.none') : Math.round(week.seconds),
        week.answers,
      ])}
    >
      <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        <path className="grid" d={`M0 ${BASE}H${PLOT_WIDTH}`} />
        {runs.map((run) => (
          <path key={run[0]?.day} className="line" d={path(run.map((week) => [x(week.at), y(week.seconds ?? 0)]))} />
        ))}
        {end ? <circle className="dot" cx={x(end.at)} cy={y(end.seconds ?? 0)} r="5.5" /> : null}
        {end ? (
          <text className="strong" x={PLOT_WIDTH + 8} y={y(end.seconds ?? 0) + 4}>
            {seconds(end.seconds ?? 0)}
          </text>
        ) : null}
        <text x="0" y={HEIGHT - 8}>
          {formatDay(weeks[0]?.day ?? 0, 'short')}
        </text>
        <text x={PLOT_WIDTH} y={HEIGHT - 8} textAnchor="end">
          {t('progress.today')}
        </text>
      </svg>
    </Figure>
  )
}

const FORM_WORDS = {
  choice: 'progress.formChoice',
  'true-false': 'progress.formTrueFalse',
  cloze: 'progress.formCloze',
  typed: 'progress.formTyped',
  number: 'progress.formNumber',
  order: 'progress.formOrder',
  match: 'progress.formMatch',
} as const satisfies Record<Form, string>

/** How each kind of question goes. */
export const Forms = ({ forms }: { forms: readonly FormTally[] }) => {
  const shareOf = ({ right, answers }: FormTally) => right / Math.max(1, answers)
  const worst = [...forms].sort((a, b) => shareOf(a) - shareOf(b))[0]
  if (!worst) return null
  const title = t('progress.formsTitle', { form: t(FORM_WORDS[worst.form]) })
  return (
    <Figure
      title={title}
      note={t('progress.formsNote')}
      head={[t('progress.form'), t('progress.share'), t('progress.answersHead'), t('progress.secondsHead')]}
      rows={forms.map((form) => [
        t(FORM_WORDS[form.form]),
        formatPercent(shareOf(form)),
        form.answers,
        Math.round(form.seconds),
      ])}
    >
      <Bars
        title={title}
        max={1}
        bars={forms.map((form) => ({
          name: t(FORM_WORDS[form.form]),
          value: shareOf(form),
          label: formatNumber(Math.round(shareOf(form) * 100)),
        }))}
      />
    </Figure>
  )
}
