'use client'
import { useLearner } from '#app/_client/index.ts'
import { forgetEverything, setAccount } from '#lib/client/index.ts'
import { t } from '#words'
import { Field, FormTrouble, OwnerOfPassword, PasswordField } from '../_parts/field.tsx'
import { troubleIn } from '../_parts/send.ts'
import { useForm } from '../_parts/use-form.ts'
import { deleteAccountAction } from './actions.ts'
import { OpeningRow } from './row.tsx'

/** Deletes the account on the server, then what this device holds of it. `who` signs in is null where there is no password. */
export const DeleteAccount = ({ who }: { who: string | null }) => {
  const { account } = useLearner()
  const { busy, trouble, props } = useForm(async (fields) => {
    const outcome = await deleteAccountAction(fields).catch(() => null)
    if (!outcome?.ok) return troubleIn(outcome)
    setAccount(null)
    await forgetEverything(account?.userId ?? null)
    location.assign('/')
    return null
  })
  return (
    <OpeningRow name={t('account.deleteAccount')} hint={t('account.deleteAccountHint')}>
      <form className="stack" {...props}>
        <p>{t('account.deleteAsk')}</p>
        {who === null ? (
          <Field
            name="proof"
            label={t('account.deleteWordAsk', { word: t('account.deleteWord') })}
            autoComplete="off"
            autoCapitalize="none"
            trouble={trouble}
          />
        ) : (
          <>
            <OwnerOfPassword who={who} />
            <PasswordField
              name="proof"
              label={t('account.password')}
              autoComplete="current-password"
              trouble={trouble}
            />
          </>
        )}
        <FormTrouble trouble={trouble} />
        <button type="submit" className="btn btn-line btn-small" aria-busy={busy}>
          {t('account.deleteForGood')}
        </button>
      </form>
    </OpeningRow>
  )
}
