'use client'
import { useLearner } from '#app/_client/index.ts'
import { adoptSession } from '#lib/client/index.ts'
import { t } from '#words'
import { Field, FormTrouble, PasswordField } from '../_parts/field.tsx'
import { useGuestAnswers } from '../_parts/guest-note.tsx'
import { onwardTo } from '../_parts/kept-link.ts'
import styles from '../_parts/parts.module.css'
import { send, type Trouble, troubleOf } from '../_parts/send.ts'
import { useForm } from '../_parts/use-form.ts'
import { TakenWays } from './taken-ways.tsx'

/** As the server asks. */
export const PASSWORD_LENGTH_MIN = 8

/** One field says who one is: an e-mail has an @, and a name has none. */
const named = ({ who = '', password = '' }: Readonly<Record<string, string>>): Record<string, string> =>
  who.includes('@') ? { email: who, password } : { name: who, password }

const inOneField = (trouble: Trouble): Trouble => {
  const { name, email, ...rest } = trouble.fields
  const who = email ?? name
  return { ...trouble, fields: who ? { ...rest, who } : rest }
}

/** `invitation`: the token of a link that lets in somebody new, whatever the rules. */
export const SignUpForm = ({ invitation }: { invitation?: string }) => {
  const { account, refresh } = useLearner()
  const answers = useGuestAnswers()
  const { busy, trouble, props } = useForm(async (fields) => {
    if (account) await refresh()
    const wrong = await send('/api/account', { ...named(fields), ...(invitation ? { invitation } : {}) })
    if (wrong) return inOneField(wrong)
    try {
      await adoptSession()
    } catch (thrown) {
      return troubleOf(thrown)
    }
    location.assign(onwardTo('/today'))
    return null
  })
  return (
    <>
      {answers > 0 ? <p className={styles.note}>{t('account.signUpGuestLede', { n: answers })}</p> : null}
      <form className={`stack ${styles.form}`} {...props}>
        <Field
          name="who"
          label={t('account.who')}
          hint={t('account.whoHint')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          trouble={trouble}
        />
        <PasswordField
          name="password"
          label={t('account.password')}
          hint={t('account.passwordHint', { n: PASSWORD_LENGTH_MIN })}
          autoComplete="new-password"
          required
          trouble={trouble}
        />
        <FormTrouble trouble={trouble} />
        {trouble?.code === 'email-taken' ? <TakenWays form={props.ref} /> : null}
        <button type="submit" className="btn btn-primary wide" aria-busy={busy}>
          {t('account.makeAccount')}
        </button>
      </form>
    </>
  )
}
