'use client'
import { useState } from 'react'
import { useLearner } from '#app/_client/index.ts'
import { setAccount } from '#lib/client/index.ts'
import { t } from '#words'
import { Field, FormTrouble, OwnerOfPassword, PasswordField } from '../_parts/field.tsx'
import { troubleIn } from '../_parts/send.ts'
import { useForm } from '../_parts/use-form.ts'
import { changePasswordAction, renameAction } from './actions.ts'
import { OpeningRow } from './row.tsx'

export const Name = ({ name, signsIn }: { name: string | null; signsIn: boolean }) => {
  const { account } = useLearner()
  const [kept, setKept] = useState(name)
  const [saved, setSaved] = useState(false)
  const { busy, trouble, props } = useForm(async (fields) => {
    setSaved(false)
    const outcome = await renameAction(fields).catch(() => null)
    if (!outcome?.ok) return troubleIn(outcome)
    setKept(outcome.value)
    setSaved(true)
    if (account) setAccount({ ...account, name: outcome.value })
    return null
  })
  return (
    <OpeningRow name={t('account.name')} hint={kept ?? t('account.noName')}>
      <form className="stack" {...props}>
        <Field
          name="name"
          label={signsIn ? t('account.nameSignIn') : t('account.nameOptional')}
          defaultValue={kept ?? ''}
          autoComplete="name"
          trouble={trouble}
        />
        <FormTrouble trouble={trouble} />
        <button type="submit" className="btn btn-line btn-small" aria-busy={busy}>
          {t('account.save')}
        </button>
        <p role="status">{saved ? t('account.saved') : ''}</p>
      </form>
    </OpeningRow>
  )
}

export const ChangePassword = ({ who }: { who: string }) => {
  const [changed, setChanged] = useState(false)
  const { busy, trouble, props } = useForm(async (fields) => {
    setChanged(false)
    const outcome = await changePasswordAction(fields).catch(() => null)
    if (!outcome?.ok) return troubleIn(outcome)
    props.ref.current?.reset()
    setChanged(true)
    return null
  })
  return (
    <OpeningRow name={t('account.changePassword')} hint={t('account.changePasswordHint')}>
      <form className="stack" {...props}>
        <OwnerOfPassword who={who} />
        <PasswordField
          name="current"
          label={t('account.currentPassword')}
          autoComplete="current-password"
          trouble={trouble}
        />
        <PasswordField
          name="next"
          label={t('account.newPassword')}
          hint={t('account.passwordHint', { n: 8 })}
          autoComplete="new-password"
          trouble={trouble}
        />
        <FormTrouble trouble={trouble} />
        <button type="submit" className="btn btn-line btn-small" aria-busy={busy}>
          {t('account.changePassword')}
        </button>
        <p role="status">{changed ? t('account.passwordChanged') : ''}</p>
      </form>
    </OpeningRow>
  )
}
