'use client'
import { t } from '#words'
import { Field, FormTrouble } from '../_parts/field.tsx'
import parts from '../_parts/parts.module.css'
import type { Trouble } from '../_parts/send.ts'
import { useForm } from '../_parts/use-form.ts'
import styles from './enter.module.css'
import { codeIn } from './screen.ts'
import { type Looked, lookAt } from './use-link.ts'

const atCode = (message: string): Trouble => ({ message, fields: { code: message } })

/** A code read off another screen; a wrong one is put right where it was typed. */
export const CodeForm = ({ found }: { found: (looked: Looked) => void }) => {
  const { busy, trouble, props } = useForm(async ({ code: typed = '' }) => {
    const code = codeIn(typed)
    if (code === null) return atCode(t('enter.codeShort'))
    const looked = await lookAt(code)
    if (looked.kind === 'over') return atCode(t('enter.codeOver'))
    if (looked.kind === 'stuck') return looked.trouble
    found(looked)
    return null
  })
  return (
    <form className={`stack ${parts.form} ${styles.code}`} {...props}>
      <Field
        name="code"
        label={t('enter.code')}
        hint={t('enter.codeHint')}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        dir="ltr"
        required
        trouble={trouble}
      />
      <FormTrouble trouble={trouble} />
      <button type="submit" className="btn btn-primary wide" aria-busy={busy}>
        {t('enter.goOn')}
      </button>
    </form>
  )
}
