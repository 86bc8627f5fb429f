'use client'
import { type InputHTMLAttributes, useId, useState } from 'react'
import { t } from '#words'
import styles from './parts.module.css'
import type { Trouble } from './send.ts'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly trouble: Trouble | null
}

const useDescribed = (name: string, hint: string | undefined, trouble: Trouble | null) => {
  const id = useId()
  const problem = trouble?.fields[name]
  const attributes = {
    id,
    name,
    ...(problem ? { 'aria-invalid': true } : {}),
    ...(problem || hint ? { 'aria-describedby': `${id}-below` } : {}),
  }
  return { id, problem, attributes }
}

/** The hint makes way for what is wrong, which says the same and more. */
const Below = ({ id, hint, problem }: { id: string; hint: string | undefined; problem: string | undefined }) => {
  const text = problem ?? hint
  return text ? (
    <p className={problem ? 'problem' : 'label'} id={`${id}-below`}>
      {text}
    </p>
  ) : null
}

/** A labelled field, with what is wrong with it beside it. */
export const Field = ({ label, hint, trouble, name, ...input }: Props) => {
  const { id, problem, attributes } = useDescribed(name, hint, trouble)
  return (
    <div className="field">
      <label className={styles.name} htmlFor={id}>
        {label}
      </label>
      <input className="input" {...input} {...attributes} />
      <Below id={id} hint={hint} problem={problem} />
    </div>
  )
}

/** A password, which can be looked at: on a phone that prevents most mistakes. */
export const PasswordField = ({ label, hint, trouble, name, ...input }: Props) => {
  const { id, problem, attributes } = useDescribed(name, hint, trouble)
  const [shown, setShown] = useState(false)
  return (
    <div className="field">
      <label className={styles.name} htmlFor={id}>
        {label}
      </label>
      <div className={styles.password}>
        <input
          className="input"
          {...input}
          {...attributes}
          type={shown ? 'text' : 'password'}
          autoCapitalize="none"
          spellCheck={false}
        />
        <button
          type="button"
          className="btn btn-quiet btn-small"
          aria-label={shown ? t('account.hidePassword') : t('account.showPassword')}
          onClick={() => setShown(!shown)}
        >
          {shown ? t('account.hide') : t('account.show')}
        </button>
      </div>
      <Below id={id} hint={hint} problem={problem} />
    </div>
  )
}

/** Tells a password manager whose password a form is about. */
export const OwnerOfPassword = ({ who }: { who: string }) => (
  <input type="text" name="username" autoComplete="username" value={who} readOnly hidden />
)

/** What is wrong with a form as a whole, where no field is to blame; read out when it appears. */
export const FormTrouble = ({ trouble }: { trouble: Trouble | null }) => (
  <div role="alert" className={styles.trouble}>
    {trouble && Object.keys(trouble.fields).length === 0 ? (
      <p tabIndex={-1} data-trouble>
        {trouble.message}
      </p>
    ) : null}
  </div>
)
