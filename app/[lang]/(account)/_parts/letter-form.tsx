'use client'
import { useState } from 'react'
import { t } from '#words'
import { useCarriedWho } from './carried-who.ts'
import { Field, FormTrouble } from './field.tsx'
import styles from './parts.module.css'
import { send } from './send.ts'
import { useForm } from './use-form.ts'

/** Sends a one-time link by mail. What it says is the same whether or not the address has an account. */
export const LetterForm = ({ kind }: { kind: 'reset' | 'entry' }) => {
  const [sentTo, setSentTo] = useState<string | null>(null)
  const { busy, trouble, props } = useForm(async ({ email = '' }) => {
    const wrong = await send('/api/mail', { kind, email })
    if (wrong === null) setSentTo(email.trim())
    return wrong
  })
  useCarriedWho(props.ref, 'email')
  return (
    <>
      <div role="status">
        {sentTo === null ? null : (
          <p className={styles.note}>
            {kind === 'reset' ? t('enter.resetSent', { email: sentTo }) : t('enter.entrySent', { email: sentTo })}
          </p>
        )}
      </div>
      {sentTo === null ? (
        <form className={`stack ${styles.form}`} {...props}>
          <Field
            name="email"
            type="email"
            label={t('account.email')}
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            required
            trouble={trouble}
          />
          <FormTrouble trouble={trouble} />
          <button
            type="submit"
            className={`btn wide ${kind === 'reset' ? 'btn-primary' : 'btn-line'}`}
            aria-busy={busy}
          >
            {t('enter.sendLetter')}
          </button>
        </form>
      ) : (
        <button type="button" className="btn btn-quiet btn-small wide" onClick={() => setSentTo(null)}>
          {t('enter.sendAgain')}
        </button>
      )}
    </>
  )
}
