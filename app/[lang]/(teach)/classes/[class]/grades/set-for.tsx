'use client'
import { type FormEvent, useId, useState } from 'react'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { AssignableSet } from '#lib/server/classes/assignments.ts'
import { t } from '#words'
import { assignAction } from '../../actions.ts'
import classStyles from '../../classes.module.css'
import { DayFields, useDay } from '../day-fields.tsx'
import { useDoing } from '../doing.ts'
import { AskLive } from '../live/ask.tsx'
import styles from './grades.module.css'

type Props = { classId: string; sets: readonly AssignableSet[]; userIds: readonly string[]; onDone: () => void }

/** A set for those who were chosen, to be studied until a day or asked live. */
export const SetFor = ({ classId, sets, userIds, onDone }: Props) => {
  const id = useId()
  const day = useDay()
  const { does, trouble, busy } = useDoing()
  const [setId, choose] = useState(sets[0]?.setId ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!day.fits()) return
    const input = { classIds: [classId], setId, sections: null, date: day.date, time: day.time, toIds: userIds }
    does(
      () => assignAction(input),
      () => {
        onDone()
        location.reload()
      },
    )
  }
  return (
    <section className={styles.setting} aria-label={t('grades.setForStudy')}>
      <p className="num" role="status">
        <strong>{t('grades.picked', { n: userIds.length })}</strong>
      </p>
      {sets.length === 0 ? (
        <p className="muted">{t('grades.noSets')}</p>
      ) : (
        <form className={classStyles.form} onSubmit={submit} noValidate aria-busy={busy}>
          <div className="field">
            <label className={classStyles.name} htmlFor={`${id}-set`}>
              {t('grades.setWhat')}
            </label>
            <select id={`${id}-set`} className="input" value={setId} onChange={({ target }) => choose(target.value)}>
              {sets.map((one) => (
                <option key={one.setId} value={one.setId} {...tongueOf(one.language)}>
                  {one.title}
                </option>
              ))}
            </select>
          </div>
          <DayFields {...day} />
          <p className="label">{t('grades.setForHint')}</p>
          <p className="problem" role="alert">
            {trouble}
          </p>
          <div className={classStyles.row}>
            <button type="submit" className="btn btn-primary" disabled={busy}>
              {t('grades.setForStudy')}
            </button>
            <AskLive
              asks={{ classId, setId, factIds: null, toIds: userIds }}
              word={t('grades.askThemLive')}
              {...{ does, busy }}
            />
          </div>
        </form>
      )}
    </section>
  )
}
