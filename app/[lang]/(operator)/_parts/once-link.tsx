'use client'
import { useId, useRef, useState } from 'react'
import { t } from '#words'
import styles from './operator.module.css'

/** Copies a text; false where the browser does not let a page do so, which over plain HTTP is everywhere but on the machine itself. */
const copied = async (text: string): Promise<boolean> => {
  if (!navigator.clipboard) return false
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
}

/** A link that can be seen only now, to be copied and handed over. */
export const OnceLink = ({ link }: { link: string }) => {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  const copy = async () => {
    const done = await copied(link)
    if (!done) {
      field.current?.focus()
      field.current?.select()
    }
    setSaid(done ? t('operator.copied') : t('operator.selected'))
  }
  return (
    <div className={`stack ${styles.once}`}>
      <div className="field">
        <label className={styles.name} htmlFor={id}>
          {t('operator.link')}
        </label>
        <input
          ref={field}
          id={id}
          className={`input ${styles.link}`}
          readOnly
          value={link}
          aria-describedby={`${id}-below`}
          dir="ltr"
        />
        <p className="label" id={`${id}-below`}>
          {t('operator.onceOnly')}
        </p>
      </div>
      <button type="button" className="btn btn-line btn-small" onClick={copy}>
        {t('operator.copy')}
      </button>
      <p role="status">{said}</p>
    </div>
  )
}
