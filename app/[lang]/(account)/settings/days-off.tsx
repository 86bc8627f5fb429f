'use client'
import { useId, useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { Icon } from '#app/_ui/icons.tsx'
import type { LearnerSettings } from '#lib/sync/index.ts'
import { formatDate, t } from '#words'
import styles from './settings.module.css'

/** From Monday on, as a bit of the sum each: Sunday is 1. */
const WEEK = [2, 4, 8, 16, 32, 64, 1]
/** A Monday, for the names of the days. */
const MONDAY = Date.UTC(2026, 5, 1)
const DAY = 86_400_000

type Props = {
  settings: Pick<LearnerSettings, 'weekdaysOff' | 'datesOff'>
  change: (part: Partial<LearnerSettings>) => void
}

const at = (date: string): number => Date.parse(`${date}T00:00:00Z`)

/** Weekdays and single days on which nothing is asked. */
export const DaysOff = ({ settings: { weekdaysOff, datesOff }, change }: Props) => {
  const id = useId()
  const alive = useAlive()
  const [date, pick] = useState('')
  const dates = datesOff.split(',').filter(Boolean)
  const set = (next: readonly string[]) => change({ datesOff: [...new Set(next)].sort().join(',') })
  const add = () => {
    if (date) set([...dates, date])
    pick('')
  }
  return (
    <>
      <li className={`list-row ${styles.below}`}>
        <span className="grow">
          <strong id={id}>{t('account.daysOff')}</strong>
          <span className="label">{t('account.daysOffHint')}</span>
        </span>
        <fieldset className={styles.week} aria-labelledby={id} disabled={!alive}>
          {WEEK.map((bit, i) => {
            const off = (weekdaysOff & bit) !== 0
            const last = (weekdaysOff | bit) === 127
            return (
              <button
                key={bit}
                type="button"
                className="btn btn-line btn-small"
                aria-pressed={off}
                aria-label={formatDate(MONDAY + i * DAY, 'weekday', 'UTC')}
                aria-disabled={!off && last}
                onClick={() => (off || !last) && change({ weekdaysOff: weekdaysOff ^ bit })}
              >
                {formatDate(MONDAY + i * DAY, 'weekdayShort', 'UTC')}
              </button>
            )
          })}
        </fieldset>
      </li>
      <li className={`list-row ${styles.below}`}>
        <label className="grow" htmlFor={`${id}-date`}>
          <strong>{t('account.datesOff')}</strong>
          <span className="label">{t('account.datesOffHint')}</span>
        </label>
        <span className={styles.dates}>
          <input
            id={`${id}-date`}
            type="date"
            className="input"
            value={date}
            onChange={(event) => pick(event.target.value)}
          />
          <button type="button" className="btn btn-line" disabled={!date} onClick={add}>
            {t('account.datesAdd')}
          </button>
        </span>
        {dates.length > 0 ? (
          <ul className={styles.picked}>
            {dates.map((one) => (
              <li key={one}>
                <span className="num">{formatDate(at(one), 'whole', 'UTC')}</span>
                <button
                  type="button"
                  className="icon-btn"
                  aria-label={t('account.datesRemove', { date: formatDate(at(one), 'whole', 'UTC') })}
                  onClick={() => set(dates.filter((other) => other !== one))}
                >
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </li>
    </>
  )
}
