'use client'
import { t } from '#words'
import { useCarriedWho } from '../_parts/carried-who.ts'
import { Field, FormTrouble, PasswordField } from '../_parts/field.tsx'
import styles from '../_parts/parts.module.css'
import { troubleOf } from '../_parts/send.ts'
import { useForm } from '../_parts/use-form.ts'
import { useSignIn } from '../_parts/use-sign-in.ts'

/** `pending`: an account elsewhere waits to be linked to whoever signs in. */
export const SignInForm = ({ pending }: { pending: boolean }) => {
  const enter = useSignIn(pending)
  const { busy, trouble, props } = useForm(async (fields) => {
    try {
      await enter('password', fields)
      return null
    } catch (thrown) {
      return troubleOf(thrown)
    }
  })
  useCarriedWho(props.ref, 'email')
  return (
    <form className={`stack ${styles.form}`} {...props}>
      <Field
        name="email"
        label={t('account.who')}
        autoComplete="username webauthn"
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
