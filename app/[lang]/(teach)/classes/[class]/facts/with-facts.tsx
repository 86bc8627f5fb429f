'use client'
import { type FormEvent, useId, useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { t } from '#words'
import classes from '../../classes.module.css'
import { DayFields, useDay } from '../day-fields.tsx'
import { useDoing } from '../doing.ts'
import { AskLive } from '../live/ask.tsx'
import { setFactsAction } from './actions.ts'
import styles from './facts.module.css'

type Props = {
  assignmentId: string
  setId: string
  classId: string
  title: string
  /** The weakest first. */
  factIds: readonly string[]
  /** Those of them that somebody has met, which alone are worth asking; absent: all. */
  metIds?: readonly string[]
  /** Who is asked live; null: the whole class. */
  liveTo: readonly string[] | null
  /** How many of them are offered. */
  offered: number
  /** For whom they are set; absent: for those whom the assignment is for. */
  toIds?: readonly string[]
}
type FormProps = Omit<Props, 'setId' | 'metIds' | 'liveTo'>

const SetFacts = ({ assignmentId, classId, title: of, factIds, offered, toIds }: FormProps) => {
  const id = useId()
  const alive = useAlive()
  const day = useDay()
  const { does, trouble, busy } = useDoing()
  const [count, setCount] = useState(String(offered))
  const [title, setTitle] = useState(t('grades.again', { title: of }))
  const [untitled, setUntitled] = useState(false)
  const n = Math.min(factIds.length, Math.max(1, Math.floor(Number(count)) || 1))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const fits = day.fits()
    setUntitled(title.trim() === '')
    if (!fits || title.trim() === '') return
    const input = { assignmentId, factIds: factIds.slice(0, n), title, date: day.date, time: day.time, toIds }
    does(
      () => setFactsAction(input),
      () => location.assign(`/classes/${classId}`),
    )
  }
  return (
    <details className={classes.assign}>
      <summary className="btn btn-line btn-small">{t('grades.setThese')}</summary>
      <form className={classes.form} onSubmit={submit} noValidate aria-busy={busy}>
        <p className="label" role="status">
          {t('grades.setTheseHint', { n })}
        </p>
        <div className="field">
          <label className={classes.name} htmlFor={`${id}-count`}>
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
          <label className={classes.name} htmlFor={`${id}-title`}>
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

/** What can be done with the weakest facts of something assigned: set for study as a set of their own, or asked live. */
export const WithFacts = ({ setId, metIds, liveTo, offered: wanted, ...props }: Props) => {
  const { does, trouble, busy } = useDoing()
  const { classId, factIds } = props
  const offered = Math.min(wanted, factIds.length)
  const asked = (metIds ?? factIds).slice(0, offered)
  return (
    <div className={styles.ways}>
      <SetFacts {...props} offered={offered} />
      {asked.length > 0 ? (
        <AskLive
          asks={{ classId, setId, factIds: asked, toIds: liveTo }}
          word={t('grades.askLive', { n: asked.length })}
          {...{ does, busy }}
        />
      ) : null}
      <p className={`problem ${styles.wide}`} role="alert">
        {trouble}
      </p>
    </div>
  )
}
