'use client'
import { type FormEvent, useId, useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { t } from '#words'
import styles from '../../../classes.module.css'
import { DayFields, useDay } from '../../day-fields.tsx'
import { useDoing } from '../../doing.ts'
import { setFactsAction } from '../actions.ts'

/** How many are offered where fewer are weak, and at most. */
const FEW = 5
const MANY = 20

type Props = {
  assignmentId: string
  classId: string
  title: string
  /** The weakest first. */
  factIds: readonly string[]
  /** How many are more likely forgotten than not. */
  weak: number
}

/** The weakest facts of something assigned, set for study again as a set of their own. */
export const SetFacts = ({ assignmentId, classId, title: of, factIds, weak }: Props) => {
  const id = useId()
  const alive = useAlive()
  const day = useDay()
  const { does, trouble, busy } = useDoing()
  const [count, setCount] = useState(String(Math.min(factIds.length, Math.max(FEW, Math.min(weak, MANY)))))
  const [title, setTitle] = useState(t('grades.again', { title: of }))
  const [untitled, setUntitled] = useState(false)
  const n = Math.min(factIds.length, Math.max(1, Math.floor(Number(count)) || 1))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const fits = day.fits()
    setUntitled(title.trim() === '')
    if (!fits || title.trim() === '') return
    const input = { assignmentId, factIds: factIds.slice(0, n), title, date: day.date, time: day.time }
    does(
      () => setFactsAction(input),
      () => location.assign(`/classes/${classId}`),
    )
  }
  return (
    <details className={styles.assign}>
      <summary className="btn btn-line btn-small">{t('grades.setThese')}</summary>
      <form className={styles.form} onSubmit={submit} noValidate aria-busy={busy}>
        <p className="label" role="status">
          {t('grades.setTheseHint', { n })}
        </p>
        <div className="field">
          <label className={styles.name} htmlFor={`${id}-count`}>
            {t('grades.howMany')}
          </label>
          <input
            id={`${id}-count`}
            className="input"
            type="number"
            inputMode="numeric"
            min={1}
            max={factIds.length}
            value={count}
            onChange={({ target }) => setCount(target.value)}
          />
        </div>
        <div className="field">
          <label className={styles.name} htmlFor={`${id}-title`}>
            {t('grades.setTitle')}
          </label>
          <input
            id={`${id}-title`}
            className="input"
            value={title}
            maxLength={120}
            aria-invalid={untitled}
            aria-describedby={`${id}-untitled`}
            onChange={({ target }) => setTitle(target.value)}
          />
          <p className="problem" id={`${id}-untitled`} role="alert">
            {untitled ? t('grades.setTitleNeeded') : ''}
          </p>
        </div>
        <DayFields {...day} />
        <p className="problem" role="alert">
          {trouble}
        </p>
        <button type="submit" className="btn btn-primary wide" disabled={!alive || busy}>
          {t('grades.setForStudy')}
        </button>
      </form>
    </details>
  )
}
