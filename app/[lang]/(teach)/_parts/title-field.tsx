import { useId } from 'react'
import { tongueOf } from '#app/_words/tongue-of.ts'
import { t } from '#words'
import type { Trouble } from '../../(account)/_parts/send.ts'
import styles from './parts.module.css'

type Props = {
  readonly value: string
  /** Of the set's texts. */
  readonly language: string
  readonly trouble: Trouble | null
  readonly onChange: (title: string) => void
}

/** What a set is called. */
export const TitleField = ({ value, language, trouble, onChange }: Props) => {
  const id = useId()
  const problem = trouble?.fields.title
  return (
    <div className="field">
      <label className={styles.name} htmlFor={id}>
        {t('desk.setTitle')}
      </label>
      <input
        id={id}
        className="input input-serif"
        value={value}
        maxLength={200}
        onChange={(event) => onChange(event.target.value)}
        {...tongueOf(language)}
        {...(problem ? { 'aria-invalid': true, 'aria-describedby': `${id}-below` } : {})}
      />
      {problem ? (
        <p className="problem" id={`${id}-below`}>
          {problem}
        </p>
      ) : null}
    </div>
  )
}
