'use client'
import { useEffect, useState } from 'react'
import { currentAccount, onAccountChange, startAsGuest, WireError } from '#lib/client/index.ts'
import { t } from './words.ts'

type Problem = 'landing.offline' | 'landing.failed'

const problemOf = (cause: unknown): Problem =>
  cause instanceof WireError && cause.fault === 'offline' ? 'landing.offline' : 'landing.failed'

/** Makes a guest and opens the first session; a learner this device knows goes to today. */
export const Start = ({ className }: { className: string }) => {
  const [known, setKnown] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  useEffect(() => {
    const look = () => setKnown(currentAccount() !== null)
    look()
    return onAccountChange(look)
  }, [])

  const start = async () => {
    if (busy) return
    if (currentAccount()) return location.assign('/today')
    setBusy(true)
    setProblem(null)
    try {
      await startAsGuest()
      location.assign('/study')
    } catch (cause) {
      setProblem(problemOf(cause))
      setBusy(false)
    }
  }

  return (
    <div className={className}>
      <button type="button" className="btn btn-primary wide" aria-busy={busy} onClick={start}>
        {known ? t('landing.resume') : t('landing.start')}
      </button>
      <p className={problem ? 'label is-wrong-ink' : 'label'} role="status">
        {problem ? t(problem) : busy ? t('landing.starting') : known ? null : t('landing.noAccount')}
      </p>
    </div>
  )
}
