'use client'
import { useState } from 'react'
import { t } from '#words'
import { Field, FormTrouble } from '../../../(account)/_parts/field.tsx'
import { useForm } from '../../../(account)/_parts/use-form.ts'
import styles from '../../_parts/operator.module.css'
import { sendRules } from './use-rules.ts'

/** What was typed as a count; not a number where nothing was, which would otherwise be none. */
const countIn = (text = ''): number => (text.trim() === '' ? Number.NaN : Number(text))

type Props = { documentsMax: number; megabytesMax: number }

/** How much one person may keep. */
export const Room = ({ documentsMax, megabytesMax }: Props) => {
  const [said, setSaid] = useState('')
  const { busy, trouble, props } = useForm(async (fields) => {
    setSaid('')
    const wrong = await sendRules({
      documentsMax: countIn(fields.documentsMax),
      megabytesMax: countIn(fields.megabytesMax),
    })
    if (!wrong) setSaid(t('account.saved'))
    return wrong
  })
  const number = { inputMode: 'numeric', autoComplete: 'off', trouble } as const
  return (
    <section className="section">
      <h2 className="label">{t('operator.room')}</h2>
      <form className={`stack ${styles.form}`} {...props}>
        <div className={styles.side}>
          <Field name="documentsMax" label={t('operator.documentsMax')} defaultValue={documentsMax} {...number} />
          <Field name="megabytesMax" label={t('operator.megabytesMax')} defaultValue={megabytesMax} {...number} />
        </div>
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
