'use client'
import { type FormEvent, useId, useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { t } from '#words'
import { makeClassAction } from './actions.ts'
import styles from './classes.module.css'

/** A code as it was given, to the page that says what it opens. */
export const EnterCode = () => {
  const id = useId()
  const alive = useAlive()
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() !== '') location.assign(`/join/${encodeURIComponent(code.trim())}`)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className="field">
        <label className={styles.name} htmlFor={id}>
          {t('classes.code')}
        </label>
        <span className={styles.row}>
          <input
            id={id}
            className="input"
            value={code}
            dir="ltr"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onChange={({ target }) => setCode(target.value)}
          />
          <button type="submit" className="btn btn-line" disabled={!alive || code.trim() === ''}>
            {t('classes.look')}
          </button>
        </span>
      </div>
    </form>
  )
}

/** A new class, by its title and what tells it from others. */
export const MakeClass = () => {
  const id = useId()
  const alive = useAlive()
  const [title, setTitle] = useState('')
  const [note, setNote] = useState('')
  const [trouble, setTrouble] = useState('')
  const [busy, setBusy] = useState(false)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (title.trim() === '') return setTrouble(t('classes.titleNeeded'))
    setBusy(true)
    const outcome = await makeClassAction({ title, note }).catch(() => null)
    if (outcome?.ok) return location.assign(`/classes/${outcome.value.classId}`)
    setTrouble(outcome?.error.message ?? t('common.noConnection'))
    setBusy(false)
  }
  return (
    <section className="section">
      <h2 className="head">{t('classes.make')}</h2>
      <form className={styles.form} onSubmit={make} noValidate>
        <div className="field">
          <label className={styles.name} htmlFor={`${id}-title`}>
            {t('classes.name')}
          </label>
          <input
            id={`${id}-title`}
            className="input"
            value={title}
            maxLength={120}
            aria-invalid={trouble !== ''}
            aria-describedby={`${id}-trouble`}
            onChange={({ target }) => setTitle(target.value)}
          />
        </div>
        <div className="field">
          <label className={styles.name} htmlFor={`${id}-note`}>
            {t('classes.note')}
          </label>
          <input
            id={`${id}-note`}
            className="input"
            value={note}
            maxLength={120}
            onChange={({ target }) => setNote(target.value)}
          />
        </div>
        <p className="problem" id={`${id}-trouble`} role="alert">
          {trouble}
        </p>
        <button type="submit" className="btn btn-primary wide" disabled={!alive} aria-busy={busy}>
          {t('classes.makeIt')}
        </button>
      </form>
    </section>
  )
}
