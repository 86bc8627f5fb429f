'use client'
import { useLearner } from '#app/_client/index.ts'
import { signIn } from '#lib/client/index.ts'
import { t } from '#lib/messages/index.ts'
import { Field, FormTrouble, PasswordField } from '../_parts/field.tsx'
import styles from '../_parts/parts.module.css'
import { troubleOf } from '../_parts/send.ts'
import { useForm } from '../_parts/use-form.ts'

export const SignInForm = () => {
  const { account, refresh } = useLearner()
  const { busy, trouble, props } = useForm(async (fields) => {
    try {
      // What a guest has not sent yet could not be sent under another name.
      if (account) await refresh()
      await signIn('password', fields)
      location.assign(account?.kind === 'guest' ? '/bring' : '/today')
      return null
    } catch (thrown) {
      return troubleOf(thrown)
    }
  })
  return (
    <form className={`stack ${styles.form}`} {...props}>
      <Field
        name="email"
        label={t('account.who')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        trouble={trouble}
      />
      <PasswordField
        name="password"
        label={t('account.password')}
        autoComplete="current-password"
        required
        trouble={trouble}
      />
      <FormTrouble trouble={trouble} />
      <button type="submit" className="btn btn-primary wide" aria-busy={busy}>
        {t('account.signIn')}
      </button>
    </form>
  )
}
