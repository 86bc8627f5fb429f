'use client'
import { useState } from 'react'
import { t } from '#words'
import { FormTrouble } from '../_parts/field.tsx'
import styles from '../_parts/parts.module.css'
import { type Trouble, troubleIn } from '../_parts/send.ts'
import { leavePendingAction, linkPendingAction } from './actions.ts'

/** The one confirmation; the page goes on by itself when nothing waits any more. */
export const Link = ({ name }: { name: string }) => {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const decide = async (action: typeof linkPendingAction) => {
    setBusy(true)
    const outcome = await action().catch(() => null)
    if (outcome?.ok) return
    setTrouble(troubleIn(outcome))
    setBusy(false)
  }
  return (
    <div className={`stack ${styles.form}`}>
      <FormTrouble trouble={trouble} />
      <button
        type="button"
        className="btn btn-primary wide"
        aria-busy={busy}
        disabled={busy}
        onClick={() => decide(linkPendingAction)}
      >
        {t('ways.link', { name })}
      </button>
      <button type="button" className="btn btn-quiet wide" disabled={busy} onClick={() => decide(leavePendingAction)}>
        {t('ways.linkNot')}
      </button>
    </div>
  )
}
