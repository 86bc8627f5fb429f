'use client'
import { type FormEvent, useId, useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import type { ClassView } from '#lib/server/classes/read.ts'
import { t } from '#words'
import { changeClassAction } from '../actions.ts'
import styles from '../classes.module.css'
import type { Does } from './doing.ts'

/** Another name for a class, and what tells it from others of that name. */
export const Rename = ({ view, does }: { view: ClassView; does: Does }) => {
  const id = useId()
  const alive = useAlive()
  const { classId } = view
  const [title, setTitle] = useState(view.title)
  const [note, setNote] = useState(view.note ?? '')
  const [unnamed, setUnnamed] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setUnnamed(title.trim() === '')
    if (title.trim() === '') return
    does(() => changeClassAction({ classId, title, note: note.trim() === '' ? null : note }))
  }
  const fields = [
    ['title', t('classes.name'), title, setTitle],
    ['note', t('classes.note'), note, setNote],
  ] as const
  return (
    <details>
      <summary className={`label ${styles.more}`}>{t('classes.rename')}</summary>
      <form className={styles.form} onSubmit={submit} noValidate>
        {fields.map(([key, label, value, set]) => (
          <div key={key} className="field">
            <label className={styles.name} htmlFor={`${id}-${key}`}>
              {label}
            </label>
            <input
              id={`${id}-${key}`}
              className="input"
              maxLength={120}
              value={value}
              aria-invalid={key === 'title' && unnamed}
              onChange={({ target }) => set(target.value)}
            />
          </div>
        ))}
        <p className="problem" role="alert">
          {unnamed ? t('classes.titleNeeded') : ''}
        </p>
        <button type="submit" className="btn btn-line btn-small" disabled={!alive}>
          {t('classes.saveIt')}
        </button>
      </form>
    </details>
  )
}
