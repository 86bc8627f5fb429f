'use client'
import { useEffect, useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { currentAccount, onAccountChange, startAsGuest, WireError } from '#lib/client/index.ts'
import { t } from '#words'
import { copyAction, takeUpAction } from '../actions.ts'

const wordsOf = (thrown: unknown): string => {
  if (!(thrown instanceof WireError)) return t('shared.failed')
  if (thrown.fault === 'offline') return t('shared.offline')
  if (thrown.code === 'sign-up-closed') return t('landing.closed')
  return thrown.status === 429 ? thrown.message : t('shared.failed')
}

/** One tap from a link to the first question: a guest where nobody studies here, the set taken up, the session opened. */
export const Begin = ({ shareKey }: { shareKey: string }) => {
  const [known, setKnown] = useState(false)
  const alive = useAlive()
  const [busy, setBusy] = useState<'study' | 'copy' | null>(null)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    const look = () => setKnown(currentAccount() !== null)
    look()
    return onAccountChange(look)
  }, [])
  const follow = async (way: 'study' | 'copy') => {
    if (busy) return
    setBusy(way)
    setProblem('')
    try {
      if (!currentAccount()) await startAsGuest()
      const outcome = await (way === 'copy' ? copyAction : takeUpAction)({ shareKey })
      if (outcome.ok)
        return location.assign(
          `/${way === 'copy' ? 'compose' : 'study'}?${new URLSearchParams({ set: outcome.value.setId })}`,
        )
      setProblem(outcome.error.message)
    } catch (thrown) {
      setProblem(wordsOf(thrown))
    }
    setBusy(null)
  }
  return (
    <div className="start">
      <button
        type="button"
        className="btn btn-primary wide"
        aria-busy={busy === 'study'}
        disabled={!alive}
        onClick={() => follow('study')}
      >
        {t('shared.start')}
      </button>
      <p className={problem ? 'label is-wrong-ink' : 'label'} role="status">
        {problem ||
          t(
            busy === 'copy' ? 'shared.copying' : busy ? 'shared.starting' : known ? 'shared.added' : 'shared.noAccount',
          )}
      </p>
      <button
        type="button"
        className="btn btn-quiet btn-small"
        aria-busy={busy === 'copy'}
        disabled={!alive}
        onClick={() => follow('copy')}
      >
        {t('shared.copy')}
      </button>
    </div>
  )
}
