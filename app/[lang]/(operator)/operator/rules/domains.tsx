'use client'
import { useState } from 'react'
import { t } from '#words'
import { Field, FormTrouble } from '../../../(account)/_parts/field.tsx'
import { useForm } from '../../../(account)/_parts/use-form.ts'
import styles from '../../_parts/operator.module.css'
import { sendRules } from './use-rules.ts'

/** Whose e-mail may sign up. */
export const Domains = ({ initial }: { initial: readonly string[] }) => {
  const [said, setSaid] = useState('')
  const { busy, trouble, props } = useForm(async ({ domains = '' }) => {
    setSaid('')
    const wrong = await sendRules({ domains: domains.split(/[\s,;]+/) })
    if (!wrong) setSaid(t('account.saved'))
    return wrong
  })
  return (
    <section className="section">
      <h2 className="label">{t('operator.domains')}</h2>
      <form className={`stack ${styles.form}`} {...props}>
        <Field
          name="domains"
          label={t('operator.domainsLabel')}
          hint={t('operator.domainsHint')}
          defaultValue={initial.join(', ')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          inputMode="url"
          trouble={trouble}
        />
        <FormTrouble trouble={trouble} />
        <button type="submit" className="btn btn-line btn-small" aria-busy={busy}>
          {t('operator.save')}
        </button>
        <p role="status" className="label">
          {said}
        </p>
      </form>
    </section>
  )
}
