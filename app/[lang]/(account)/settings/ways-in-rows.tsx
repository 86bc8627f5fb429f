'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { t } from '#words'
import { useWayTo } from '../_parts/elsewhere.tsx'
import { FormTrouble } from '../_parts/field.tsx'
import { type Trouble, troubleIn } from '../_parts/send.ts'
import { OpeningRow } from './row.tsx'
import { unlinkAction } from './ways-in-actions.ts'

type Linked = { provider: string; subject: string; name: string; hint: string }

/** An account elsewhere that one signs in with, and how to part with it. */
export const UnlinkRow = ({ provider, subject, name, hint }: Linked) => {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const unlink = async () => {
    setBusy(true)
    setTrouble(null)
    const outcome = await unlinkAction({ provider, subject }).catch(() => null)
    if (outcome?.ok) router.refresh()
    else setTrouble(troubleIn(outcome))
    setBusy(false)
  }
  return (
    <OpeningRow name={name} hint={hint}>
      <div className="stack">
        <p>{t('ways.unlinkAsk', { name })}</p>
        <FormTrouble trouble={trouble} />
        <button type="button" className="btn btn-line btn-small" aria-busy={busy} disabled={busy} onClick={unlink}>
          {t('ways.unlink', { name })}
        </button>
      </div>
    </OpeningRow>
  )
}

/** Goes to a provider to add the account there. */
export const LinkRow = ({ id, name }: { id: string; name: string }) => {
  const { go, busy, trouble } = useWayTo('link')
  return (
    <OpeningRow name={name} hint={t('ways.addHint')}>
      <div className="stack">
        <p>{t('ways.addAsk', { name })}</p>
        <FormTrouble trouble={trouble} />
        <button
          type="button"
          className="btn btn-line btn-small"
          aria-busy={busy !== null}
          disabled={busy !== null}
          onClick={() => go(id)}
        >
          {t('ways.add', { name })}
        </button>
      </div>
    </OpeningRow>
  )
}
