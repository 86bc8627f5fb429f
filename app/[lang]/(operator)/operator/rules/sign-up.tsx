'use client'
import { Segments } from '#app/_ui/controls.tsx'
import type { Rules } from '#lib/server/installation.ts'
import { t } from '#words'
import { FormTrouble } from '../../../(account)/_parts/field.tsx'
import styles from '../../_parts/operator.module.css'
import { useRule } from './use-rules.ts'

const options = () =>
  [
    ['open', t('operator.signUpOpen')],
    ['invited', t('operator.signUpInvited')],
    ['closed', t('operator.signUpClosed')],
  ] as const

const meaningOf = (rule: Rules['signUp']): string =>
  ({
    open: t('operator.signUpOpenHint'),
    invited: t('operator.signUpInvitedHint'),
    closed: t('operator.signUpClosedHint'),
  })[rule]

/** Who may make an account. */
export const SignUp = ({ initial }: { initial: Rules['signUp'] }) => {
  const { value, choose, said, trouble } = useRule(initial, (signUp) => ({ signUp }))
  return (
    <section className="section">
      <h2 className="label">{t('operator.signUp')}</h2>
      <Segments legend={t('operator.signUp')} options={options()} value={value} onChange={choose} />
      <p className={styles.hint}>{meaningOf(value)}</p>
      <FormTrouble trouble={trouble} />
      <p role="status" className="label">
        {said}
      </p>
    </section>
  )
}
