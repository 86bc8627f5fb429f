'use client'
import { useEffect, useState } from 'react'
import { adoptSession } from '#lib/client/index.ts'
import { t } from '#words'
import { FormTrouble } from '../_parts/field.tsx'
import { onwardTo } from '../_parts/kept-link.ts'
import { type Trouble, troubleOf } from '../_parts/send.ts'

/** Tells this device who has signed in, and goes on. */
export const Arrive = ({ onward }: { onward: Parameters<typeof onwardTo>[0] }) => {
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  useEffect(() => {
    adoptSession().then(
      (account) => location.replace(account === null ? '/sign-in' : onwardTo(onward)),
      (thrown: unknown) => setTrouble(troubleOf(thrown)),
    )
  }, [onward])
  if (trouble === null) return null
  return (
    <div className="stack">
      <FormTrouble trouble={trouble} />
      <button type="button" className="btn btn-primary wide" onClick={() => location.reload()}>
        {t('common.retry')}
      </button>
    </div>
  )
}
