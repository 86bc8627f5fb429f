'use client'
import { useState } from 'react'
import { bringAlong } from '#lib/client/index.ts'
import { t } from '#words'
import { FormTrouble } from '../_parts/field.tsx'
import styles from '../_parts/parts.module.css'
import { type Trouble, troubleIn } from '../_parts/send.ts'
import { bringAction, leaveAction } from './actions.ts'

/** `name` is null where the one who came in is a guest, too. */
type Props = { name: string | null; guestId: string; ownId: string }

/** The one question, with the account by its name: a shared phone may hold somebody else's answers. */
export const Bring = ({ name, guestId, ownId }: Props) => {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const done = async (action: typeof bringAction): Promise<boolean> => {
    const outcome = await action().catch(() => null)
    if (outcome?.ok) return true
    setTrouble(troubleIn(outcome))
    setBusy(false)
    return false
  }
  // The page goes on by itself once the guest is left: before that, this device has to have taken the answers over.
  const leave = async () => {
    setBusy(true)
    await done(leaveAction)
  }
  const bring = async () => {
    setBusy(true)
    if (!(await done(bringAction))) return
    // What this device could not send stays in its store; the log itself is safe on the server.
    await bringAlong(guestId, ownId).catch(() => {})
    await done(leaveAction)
  }
  return (
    <div className={`stack ${styles.form}`}>
      <FormTrouble trouble={trouble} />
      <button type="button" className="btn btn-primary wide" aria-busy={busy} disabled={busy} onClick={bring}>
        {name === null ? t('enter.bringToGuest') : t('account.bring', { name })}
      </button>
      <button type="button" className="btn btn-quiet wide" disabled={busy} onClick={leave}>
        {t('account.bringNot')}
      </button>
    </div>
  )
}
