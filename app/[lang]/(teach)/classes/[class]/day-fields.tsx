'use client'
import { useId, useState } from 'react'
import { t } from '#words'
import styles from '../classes.module.css'

const HOUR = '09:00'
const inYears = (years: number): string => new Date(Date.now() + years * 365 * 86_400_000).toISOString().slice(0, 10)
const today = (): string => new Date(Date.now()).toISOString().slice(0, 10)

/** Until when something is to be studied: what is chosen, and what is wrong with it once it was looked at. */
export const useDay = () => {
  const [date, setDate] = useState('')
  const [time, setTime] = useState(HOUR)
  const [trouble, setTrouble] = useState('')
  /** Whether it is still to come; says so where it is not. */
  const fits = (): boolean => {
    const said = !/^\d{4}-\d{2}-\d{2}$/.test(date) || date <= today() ? t('classes.assignDayNeeded') : ''
    const far = said === '' && date > inYears(5) ? t('classes.assignDayFar') : said
    setTrouble(far)
    return far === ''
  }
  return { date, time: time || HOUR, trouble, setDate, setTime, fits }
}

export const DayFields = ({ date, time, trouble, setDate, setTime }: ReturnType<typeof useDay>) => {
  const id = useId()
  return (
    <>
      <div className={styles.row}>
        <div className="field">
          <label className={styles.name} htmlFor={`${id}-date`}>
            {t('classes.assignDay')}
          </label>
          <input
            id={`${id}-date`}
            className="input"
            type="date"
            value={date}
            aria-invalid={trouble !== ''}
            aria-describedby={`${id}-trouble`}
            onChange={({ target }) => setDate(target.value)}
          />
        </div>
        <div className="field">
          <label className={styles.name} htmlFor={`${id}-time`}>
            {t('classes.assignHour')}
          </label>
          <input
            id={`${id}-time`}
            className="input"
            type="time"
            value={time}
            onChange={({ target }) => setTime(target.value)}
          />
        </div>
      </div>
      <p className="problem" id={`${id}-trouble`} role="alert">
        {trouble}
      </p>
    </>
  )
}
