'use client'
import { useId, useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import type { ClassAssignment } from '#lib/server/classes/assignments.ts'
import { t } from '#words'
import { changeStudyAction } from '../actions.ts'
import styles from '../classes.module.css'
import type { Does } from './doing.ts'
import { instantOf, localOf } from './quiz/_form/draft.ts'

/** Another day for what is studied, another time from which it is seen, and showing what was a draft. */
export const Restudy = ({ one, does }: { one: ClassAssignment; does: Does }) => {
  const id = useId()
  const alive = useAlive()
  const [date, setDate] = useState(one.date)
  const [time, setTime] = useState(one.time)
  const [opens, setOpens] = useState(localOf(one.opensAt))
  const { assignmentId } = one
  const send = (draft: boolean) =>
    does(() => changeStudyAction({ assignmentId, date, time, opensAt: instantOf(opens), draft }))
  const fields = [
    ['date', t('classes.assignDay'), 'date', date, setDate],
    ['time', t('classes.assignHour'), 'time', time, setTime],
    ['opens', t('classes.seenFrom'), 'datetime-local', opens, setOpens],
  ] as const
  return (
    <details open={one.draft}>
      <summary className={`label ${styles.more}`}>{t('classes.restudy')}</summary>
      <div className={styles.form}>
        <div className={styles.row}>
          {fields.map(([key, label, type, value, set]) => (
            <div key={key} className="field">
              <label className={styles.name} htmlFor={`${id}-${key}`}>
                {label}
              </label>
              <input
                id={`${id}-${key}`}
                className="input"
                type={type}
                value={value}
                onChange={({ target }) => set(target.value)}
              />
            </div>
          ))}
        </div>
        <p className={styles.row}>
          <button
            type="button"
            className="btn btn-line btn-small"
            disabled={!alive || date === '' || time === ''}
            onClick={() => send(false)}
          >
            {t(one.draft ? 'classes.showIt' : 'classes.saveIt')}
          </button>
          {one.draft ? null : (
            <button type="button" className="btn btn-quiet btn-small" disabled={!alive} onClick={() => send(true)}>
              {t('classes.makeDraft')}
            </button>
          )}
        </p>
      </div>
    </details>
  )
}
