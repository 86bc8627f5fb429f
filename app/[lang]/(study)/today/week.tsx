import { t } from '#words'
import { formatDay } from '../_view/time.ts'
import type { Overview } from './overview.ts'
import styles from './today.module.css'

const classOf = (index: number, minutes: number): string =>
  `day ${index === 0 ? 'today' : ''} ${minutes === 0 && index > 0 ? 'off' : ''}`

/** What falls due on each of the next seven days, as things stand. */
export const Week = ({ days }: { days: Overview['week'] }) => {
  if (days.length === 0) return null
  const sum = days.reduce((total, { minutes }) => total + minutes, 0)
  return (
    <section className={`hide-p ${styles.week}`} aria-labelledby="week">
      <div className={`row between ${styles.weekHead}`}>
        <h2 className="head" id="week">
          {t('today.week')}
        </h2>
        <span className="label num">{t('today.weekMinutes', { n: sum })}</span>
      </div>
      <ol className="cal">
        {days.map(({ day, minutes }, index) => (
          <li key={day} className={classOf(index, minutes)}>
            <span className="d num">{formatDay(day, 'day')}</span>
            <span className="m num">
              {minutes === 0 ? t('today.dayFree') : minutes}
              {minutes === 0 ? null : <span className="sr"> {t('today.dayUnit', { n: minutes })}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
