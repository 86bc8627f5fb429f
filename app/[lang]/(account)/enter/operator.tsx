'use client'
import { useState } from 'react'
import { t } from '#words'
import { becomeOperatorAction } from '../../(operator)/operator/actions.ts'
import { FormTrouble } from '../_parts/field.tsx'
import { keepLink } from '../_parts/kept-link.ts'
import parts from '../_parts/parts.module.css'
import { type Trouble, troubleIn } from '../_parts/send.ts'

/** Makes the member who is signed in the operator. */
export const InstallOperator = ({ token }: { token: string }) => {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const become = async () => {
    setBusy(true)
    const outcome = await becomeOperatorAction({ token }).catch(() => null)
    if (outcome?.ok) return location.assign('/operator')
    setTrouble(troubleIn(outcome))
    setBusy(false)
  }
  return (
    <div className={`stack ${parts.form}`}>
      <FormTrouble trouble={trouble} />
      <button type="button" className="btn btn-primary wide" aria-busy={busy} disabled={busy} onClick={become}>
        {t('enter.operatorDo')}
      </button>
    </div>
  )
}

/** An account first; the link waits in this tab until then. */
export const ToAccount = ({ token }: { token: string }) => (
  <div className={`stack ${parts.form}`}>
    <a className="btn btn-primary wide" href="/sign-up" onClick={() => keepLink(token)}>
      {t('account.makeAccount')}
    </a>
    <a className="btn btn-line wide" href="/sign-in" onClick={() => keepLink(token)}>
      {t('account.signIn')}
    </a>
  </div>
)
