'use client'
import { useState } from 'react'
import { startAsGuest } from '#lib/client/index.ts'
import { t } from '#words'
import { FormTrouble } from './field.tsx'
import { type Trouble, troubleOf } from './send.ts'

type Props = { as: 'guest' | 'member' | null; guests?: boolean }

/** The way round the form: back to what one was doing, or in as a guest where `guests` may start. */
export const GoOn = ({ as, guests = true }: Props) => {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const start = async () => {
    setBusy(true)
    try {
      await startAsGuest()
      location.assign('/today')
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      setBusy(false)
    }
  }
  if (as !== null) {
    return (
      <a className="btn btn-quiet wide" href="/today">
        {as === 'guest' ? t('account.goOnAsGuest') : t('account.backToToday')}
      </a>
    )
  }
  if (!guests) return null
  return (
    <>
      <FormTrouble trouble={trouble} />
      <button type="button" className="btn btn-quiet wide" aria-busy={busy} disabled={busy} onClick={start}>
        {t('account.goOnAsGuest')}
      </button>
    </>
  )
}
