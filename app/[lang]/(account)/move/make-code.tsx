'use client'
import { useEffect, useState } from 'react'
import { useAlive, useLearner } from '#app/_client/index.ts'
import { learnerNow } from '#lib/client/index.ts'
import type { MoveCode } from '#lib/server/guest-move.ts'
import { t } from '#words'
import { FormTrouble } from '../_parts/field.tsx'
import parts from '../_parts/parts.module.css'
import { type Trouble, troubleIn } from '../_parts/send.ts'
import { moveCodeAction } from './actions.ts'
import { ShownCode } from './shown-code.tsx'

/** The code that is shown, and whether its time has passed. */
const useCode = () => {
  const [made, setMade] = useState<MoveCode | null>(null)
  const [over, setOver] = useState(false)
  useEffect(() => {
    if (made === null) return
    const timer = setTimeout(() => setOver(true), made.lastsMs)
    return () => clearTimeout(timer)
  }, [made])
  const show = (code: MoveCode) => {
    setMade(code)
    setOver(false)
  }
  return { code: over ? null : made, over, show }
}

/** Sends what is unsent, so that the other device finds it, then shows a code. */
export const MakeCode = () => {
  const { refresh, unsynced } = useLearner()
  const { code, over, show } = useCode()
  const alive = useAlive()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const make = async () => {
    setBusy(true)
    setTrouble(null)
    if (learnerNow().account) await refresh()
    const outcome = await moveCodeAction().catch(() => null)
    if (outcome?.ok) show(outcome.value)
    else setTrouble(troubleIn(outcome))
    setBusy(false)
  }
  return (
    <div className={`stack ${parts.form}`}>
      {code ? <ShownCode made={code} /> : null}
      {code && unsynced > 0 ? <p className={parts.note}>{t('enter.makeUnsent', { n: unsynced })}</p> : null}
      <FormTrouble trouble={trouble} />
      <button
        type="button"
        className={`btn wide ${code ? 'btn-quiet' : 'btn-primary'}`}
        aria-busy={busy}
        disabled={busy || !alive}
        onClick={make}
      >
        {code || over ? t('enter.makeAgain') : t('enter.makeDo')}
      </button>
      <div role="status">{over ? <p>{t('enter.makeOver')}</p> : null}</div>
    </div>
  )
}
