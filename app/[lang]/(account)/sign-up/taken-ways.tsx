'use client'
import type { RefObject } from 'react'
import { t } from '#words'
import { carryWho } from '../_parts/carried-who.ts'

/** Two ways on for an e-mail that has an account already; it goes along, so that it is not typed again. */
export const TakenWays = ({ form }: { form: RefObject<HTMLFormElement | null> }) => {
  const carry = () => {
    const field = form.current?.elements.namedItem('who')
    if (field instanceof HTMLInputElement) carryWho(field.value.trim())
  }
  return (
    <p className="row">
      <a className="btn btn-line btn-small" href="/sign-in" onClick={carry}>
        {t('enter.signInWithIt')}
      </a>
      <a className="btn btn-quiet btn-small" href="/forgot" onClick={carry}>
        {t('enter.newPassword')}
      </a>
    </p>
  )
}
