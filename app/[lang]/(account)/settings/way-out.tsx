'use client'
import { useState } from 'react'
import { setAccount, signOut } from '#lib/client/index.ts'
import { t } from '#words'
import { FormTrouble } from '../_parts/field.tsx'
import { type Trouble, troubleIn } from '../_parts/send.ts'
import { endSessionsAction } from './actions.ts'
import { OpeningRow } from './row.tsx'

const SIGNED_OUT = '/sign-in'

/** Ends every session. What other devices have not sent yet stays on them for their next sign-in. */
export const EndSessions = () => {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const end = async () => {
    setBusy(true)
    const outcome = await endSessionsAction().catch(() => null)
    if (outcome?.ok) {
      setAccount(null)
      location.assign(SIGNED_OUT)
      return
    }
    setTrouble(troubleIn(outcome))
    setBusy(false)
  }
  return (
    <OpeningRow name={t('account.endSessions')} hint={t('account.endSessionsHint')}>
      <div className="stack">
        <p>{t('account.endSessionsAsk')}</p>
        <FormTrouble trouble={trouble} />
        <button type="button" className="btn btn-line btn-small" aria-busy={busy} disabled={busy} onClick={end}>
          {t('account.endSessions')}
        </button>
      </div>
    </OpeningRow>
  )
}

/** What has to be said before signing out goes on: nothing, a guest's loss, or answers that could not be sent. */
const warningFor = (guest: boolean, unsent: number): string | null => {
  if (unsent > 0) return t('account.signOutUnsent', { n: unsent })
  return guest ? t('account.signOutGuest') : null
}

/** Sends what is unsent, then signs this device out; asks first where something would be left behind. */
export const SignOut = ({ guest }: { guest: boolean }) => {
  const [busy, setBusy] = useState(false)
  const [unsent, setUnsent] = useState(0)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const warning = warningFor(guest, unsent)
  const leave = async () => {
    setBusy(true)
    setTrouble(null)
    const result = await signOut({ leaveUnsent: unsent > 0 })
    if (result.signedOut) {
      location.assign(SIGNED_OUT)
      return
    }
    setUnsent(result.unsent)
    if (result.unsent === 0 || unsent > 0) setTrouble({ message: t('common.noConnection'), fields: {} })
    setBusy(false)
  }
  return (
    <OpeningRow name={t('account.signOut')} hint={t('account.signOutHint')}>
      <div className="stack">
        <p role="status">{warning}</p>
        <FormTrouble trouble={trouble} />
        <button type="button" className="btn btn-line btn-small" aria-busy={busy} disabled={busy} onClick={leave}>
          {warning ? t('account.signOutAnyway') : t('account.signOut')}
        </button>
      </div>
    </OpeningRow>
  )
}
