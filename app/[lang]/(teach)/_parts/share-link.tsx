import { useId, useRef, useState } from 'react'
import { t } from '#words'
import styles from './parts.module.css'

const copied = async (text: string): Promise<boolean> => {
  if (!navigator.clipboard) return false
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
}

/** The address of a set that is open by link, to be copied; where a page may not copy, it is selected. */
export const ShareLink = ({ shareKey }: { shareKey: string }) => {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  const link = `${location.origin}/s/${shareKey}`
  const copy = async () => {
    if (await copied(link)) return setSaid(t('desk.copied'))
    field.current?.focus()
    field.current?.select()
  }
  return (
    <div className={`stack ${styles.share}`}>
      <div className="field">
        <label className={styles.name} htmlFor={id}>
          {t('desk.linkLabel')}
        </label>
        <input ref={field} id={id} className="input" readOnly value={link} dir="ltr" />
      </div>
      <button type="button" className="btn btn-primary wide" onClick={copy}>
        {t('desk.copy')}
      </button>
      <p className="label" role="status">
        {said}
      </p>
    </div>
  )
}
