'use client'
import { type FormEvent, useId, useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { startAsGuest } from '#lib/client/index.ts'
import { t } from '#words'
import { joinClassAction } from '../../classes/actions.ts'
import styles from '../../classes/classes.module.css'

type Props = { code: string; guests: boolean; known: 'guest' | 'member' | null }

/** One tap into a class: by one's account or, where the class takes them, as a guest with a name. */
export const Join = ({ code, guests, known }: Props) => {
  const id = useId()
  const alive = useAlive()
  const [name, setName] = useState('')
  const [trouble, setTrouble] = useState('')
  const [needsName, setNeedsName] = useState(known !== 'member')
  const [busy, setBusy] = useState(false)
  if (known !== 'member' && !guests)
    return (
      <div className={styles.form}>
        <p>{t('classes.noGuests')}</p>
        <a className="btn btn-primary wide" href="/sign-up">
          {t('classes.signUp')}
        </a>
        <a className="btn btn-quiet btn-small wide" href="/sign-in">
          {t('classes.signIn')}
        </a>
        <p className="label">{t('classes.comeBack')}</p>
      </div>
    )
  const join = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setTrouble('')
    try {
      if (known === null) await startAsGuest()
      const outcome = await joinClassAction({ code, ...(name.trim() ? { name } : {}) })
      if (outcome.ok) return location.assign(`/classes/${outcome.value.classId}`)
      if (outcome.error.fields?.name) setNeedsName(true)
      setTrouble(outcome.error.message)
    } catch {
      setTrouble(t('common.noConnection'))
    }
    setBusy(false)
  }
  return (
    <form className={styles.form} onSubmit={join} noValidate>
      {needsName ? (
        <div className="field">
          <label className={styles.name} htmlFor={id}>
            {t('classes.yourName')}
          </label>
          <input
            id={id}
            className="input"
            value={name}
            maxLength={80}
            autoComplete="name"
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setName(target.value)}
          />
          <p className="label" id={`${id}-hint`}>
            {t('classes.yourNameHint')}
          </p>
        </div>
      ) : null}
      <p className="problem" role="alert">
        {trouble}
      </p>
      <button type="submit" className="btn btn-primary wide" disabled={!alive} aria-busy={busy}>
        {t('classes.join')}
      </button>
    </form>
  )
}
