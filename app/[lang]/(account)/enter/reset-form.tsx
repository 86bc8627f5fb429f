'use client'
import { t } from '#words'
import { FormTrouble, OwnerOfPassword, PasswordField } from '../_parts/field.tsx'
import parts from '../_parts/parts.module.css'
import { useForm } from '../_parts/use-form.ts'
import { PASSWORD_LENGTH_MIN } from '../sign-up/sign-up-form.tsx'
import { useEntrance } from './use-entrance.ts'

type Props = { token: string; who: string; login: string | null }

/** A new password for `who`; a password that cannot be taken leaves the link as it was. */
export const ResetForm = ({ token, who, login }: Props) => {
  const { byPassword } = useEntrance()
  const { busy, trouble, props } = useForm(({ password = '' }) => byPassword(token, password))
  return (
    <form className={`stack ${parts.form}`} {...props}>
      <OwnerOfPassword who={login ?? who} />
      {login === null || login === who ? null : <p>{t('enter.resetLogin', { login })}</p>}
      <PasswordField
        name="password"
        label={t('account.newPassword')}
        hint={t('account.passwordHint', { n: PASSWORD_LENGTH_MIN })}
        autoComplete="new-password"
        required
        trouble={trouble}
      />
      <FormTrouble trouble={trouble} />
      <button type="submit" className="btn btn-primary wide" aria-busy={busy}>
        {t('enter.resetDo')}
      </button>
    </form>
  )
}
