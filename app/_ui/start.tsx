'use client'
import { useEffect, useState } from 'react'
import { currentAccount, onAccountChange, startAsGuest, WireError } from '#lib/client/index.ts'
import { t } from '#words'

type Problem = { readonly words: string; readonly closed: boolean }

const problemOf = (cause: unknown): Problem => {
  if (!(cause instanceof WireError)) return { words: t('landing.failed'), closed: false }
  if (cause.fault === 'offline') return { words: t('landing.offline'), closed: false }
  if (cause.code === 'sign-up-closed') return { words: t('landing.closed'), closed: true }
  // Too many at once: the server says when to try again.
  return { words: cause.status === 429 ? cause.message : t('landing.failed'), closed: false }
}

/** Makes a guest and opens the first session; a learner this device knows goes to today, and to sign-in where nobody new may start. */
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
      {problem?.closed ? (
        <a className="btn btn-primary wide" href="/sign-in" ref={(link) => link?.focus()}>
          {t('landing.signIn')}
        </a>
      ) : (
        <button type="button" className="btn btn-primary wide" aria-busy={busy} onClick={start}>
          {known ? t('landing.resume') : t('landing.start')}
        </button>
      )}
      <p className={problem ? 'label is-wrong-ink' : 'label'} role="status">
        {problem ? problem.words : busy ? t('landing.starting') : known ? null : t('landing.noAccount')}
      </p>
    </div>
  )
}
