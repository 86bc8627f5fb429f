import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { t } from '#words'
import styles from '../../classes.module.css'
import type { Does } from '../doing.ts'
import { writeNoticeAction } from './actions.ts'
import own from './notices.module.css'

const TEXT_MAX = 2_000

type Props = {
  classId: string
  /** How many learners a letter would reach; null: no mail is set up here. */
  byMail: number | null
  busy: boolean
  does: Does
  told: (outcome: unknown) => void
}

/** A message to the whole class. */
export const Write = ({ classId, byMail, busy, does, told }: Props) => {
  const id = useId()
  const alive = useAlive()
  const router = useRouter()
  const [text, setText] = useState('')
  const [mail, setMail] = useState(true)
  const [wanting, setWanting] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return setWanting(true)
    setWanting(false)
    does(
      () => writeNoticeAction({ classId, text, toIds: null, assignmentId: null, mail: mail && Boolean(byMail) }),
      (outcome) => {
        setText('')
        told(outcome)
        router.refresh()
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <p className="muted">{t('notices.lede')}</p>
      <div className="field">
        <label className={styles.name} htmlFor={id}>
          {t('notices.write')}
        </label>
        <textarea
          id={id}
          className={`input ${own.area}`}
          rows={5}
          maxLength={TEXT_MAX}
          value={text}
          aria-invalid={wanting}
          aria-describedby={`${id}-below`}
          onChange={({ target }) => setText(target.value)}
        />
        <p className={wanting ? 'problem' : 'label num'} id={`${id}-below`} role={wanting ? 'alert' : undefined}>
          {wanting ? t('notices.needed') : t('notices.writeHint', { n: TEXT_MAX })}
        </p>
      </div>
      {byMail ? (
        <label className="list-row">
          <span className="grow">
            <strong>{t('notices.byMail')}</strong>
            <span className="label num">{t('notices.byMailHint', { n: byMail })}</span>
          </span>
          <input
            type="checkbox"
            role="switch"
            aria-checked={mail}
            className="switch"
            checked={mail}
            onChange={() => setMail(!mail)}
          />
        </label>
      ) : null}
      <button type="submit" className="btn btn-primary wide" disabled={!alive} aria-busy={busy}>
        {t('notices.send')}
      </button>
    </form>
  )
}
