'use client'
import { useState } from 'react'
import { bringAlong } from '#lib/client/index.ts'
import { t } from '#lib/messages/index.ts'
import { FormTrouble } from '../_parts/field.tsx'
import styles from '../_parts/parts.module.css'
import { type Trouble, troubleIn } from '../_parts/send.ts'
import { bringAction, leaveAction } from './actions.ts'

type Props = { name: string; guestId: string; memberId: string }

/** The one question, with the account by its name: a shared phone may hold somebody else's answers. */
export const Bring = ({ name, guestId, memberId }: Props) => {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const decide = async (action: typeof bringAction, then: () => Promise<void>) => {
    setBusy(true)
    const outcome = await action().catch(() => null)
    if (!outcome?.ok) {
      setTrouble(troubleIn(outcome))
      return setBusy(false)
    }
    // What this device could not send stays in its store; the log itself is safe on the server.
    await then().catch(() => {})
    location.assign('/today')
  }
  return (
    <div className={`stack ${styles.form}`}>
      <FormTrouble trouble={trouble} />
      <button
        type="button"
        className="btn btn-primary wide"
        aria-busy={busy}
        disabled={busy}
        onClick={() => decide(bringAction, () => bringAlong(guestId, memberId))}
      >
        {t('account.bring', { name })}
      </button>
      <button
        type="button"
        className="btn btn-quiet wide"
        disabled={busy}
        onClick={() => decide(leaveAction, async () => {})}
      >
        {t('account.bringNot')}
      </button>
    </div>
  )
}
