'use client'
import { useState } from 'react'
import { t } from '#words'
import { Field, FormTrouble, OwnerOfPassword, PasswordField } from '../_parts/field.tsx'
import { troubleIn } from '../_parts/send.ts'
import { useForm } from '../_parts/use-form.ts'
import { OpeningRow } from './row.tsx'
import { setPasswordAction } from './ways-in-actions.ts'

/** For a member without a password. `who` signs in is null where there is neither e-mail nor name: then one is chosen here. */
export const SetPassword = ({ who, name }: { who: string | null; name: string | null }) => {
  const [done, setDone] = useState(false)
  const { busy, trouble, props } = useForm(async (fields) => {
    const outcome = await setPasswordAction(fields).catch(() => null)
    if (!outcome?.ok) return troubleIn(outcome)
    props.ref.current?.reset()
    setDone(true)
    return null
  })
  return (
    <OpeningRow name={t('ways.setPassword')} hint={t('ways.setPasswordHint')}>
      <form className="stack" {...props}>
        {who === null ? (
          <Field
            name="name"
            label={t('account.nameSignIn')}
            defaultValue={name ?? ''}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            trouble={trouble}
          />
        ) : (
          <OwnerOfPassword who={who} />
        )}
        <PasswordField
          name="password"
          label={t('account.newPassword')}
          hint={t('account.passwordHint', { n: 8 })}
          autoComplete="new-password"
          trouble={trouble}
        />
        <FormTrouble trouble={trouble} />
        <button type="submit" className="btn btn-line btn-small" aria-busy={busy}>
          {t('ways.setPassword')}
        </button>
        <p role="status">{done ? t('ways.passwordSet') : ''}</p>
      </form>
    </OpeningRow>
  )
}
