'use client'
import { useState } from 'react'
import { signOut } from '#lib/client/index.ts'
import { t } from '#words'
import { FormTrouble } from '../_parts/field.tsx'
import parts from '../_parts/parts.module.css'
import type { Trouble } from '../_parts/send.ts'
import { useEntrance } from './use-entrance.ts'

const useOneTap = (come: () => Promise<Trouble | null>) => {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const tap = async () => {
    setBusy(true)
    setTrouble(null)
    const wrong = await come()
    setTrouble(wrong)
    if (wrong) setBusy(false)
  }
  return { busy, trouble, tap }
}

/** One tap, and not the mere opening: programs that look through mail open every link. */
export const WalkIn = ({ token, words }: { token: string; words: string }) => {
  const { byLink } = useEntrance()
  const { busy, trouble, tap } = useOneTap(() => byLink(token))
  return (
    <div className={`stack ${parts.form}`}>
      <FormTrouble trouble={trouble} />
      <button type="button" className="btn btn-primary wide" aria-busy={busy} disabled={busy} onClick={tap}>
        {words}
      </button>
    </div>
  )
}

/** Signs the member out, once everything is sent, and goes on as the guest. */
export const MoveAfterSignOut = ({ token }: { token: string }) => {
  const { byLink } = useEntrance()
  const { busy, trouble, tap } = useOneTap(async () => {
    const result = await signOut()
    if (result.signedOut) return byLink(token)
    const message = result.unsent > 0 ? t('enter.makeUnsent', { n: result.unsent }) : t('common.noConnection')
    return { message, fields: {} }
  })
  return (
    <div className={`stack ${parts.form}`}>
      <FormTrouble trouble={trouble} />
      <button type="button" className="btn btn-primary wide" aria-busy={busy} disabled={busy} onClick={tap}>
        {t('enter.moveMemberDo')}
      </button>
      <a className="btn btn-quiet wide" href="/today">
        {t('enter.moveMemberNot')}
      </a>
    </div>
  )
}
