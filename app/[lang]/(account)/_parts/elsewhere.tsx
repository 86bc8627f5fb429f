'use client'
import { useEffect, useState } from 'react'
import { useLearner } from '#app/_client/index.ts'
import { wayTo } from '#lib/client/index.ts'
import type { ProviderName } from '#lib/server/providers.ts'
import { t } from '#words'
import styles from './elsewhere.module.css'
import { FormTrouble } from './field.tsx'
import { type Trouble, troubleOf } from './send.ts'

/** Goes to a provider; `busy` is the one that is being gone to. */
export const useWayTo = (purpose: 'enter' | 'link', invitation?: string) => {
  const { account, refresh } = useLearner()
  const [busy, setBusy] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  // Whoever turns back at the provider gets the page as they left it.
  useEffect(() => {
    const back = (event: PageTransitionEvent) => event.persisted && setBusy(null)
    addEventListener('pageshow', back)
    return () => removeEventListener('pageshow', back)
  }, [])
  const go = async (id: string) => {
    setBusy(id)
    setTrouble(null)
    try {
      // What a guest has not sent yet could not be sent under another name.
      if (account) await refresh()
      location.assign(await wayTo(id, purpose, invitation))
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      setBusy(null)
    }
  }
  return { go, busy, trouble }
}

/** `invitation`: the token of a link that lets in somebody new. */
type Props = { providers: readonly ProviderName[]; invitation?: string }

/** The ways in by an account elsewhere, below a form; nothing where none is set up. */
export const Elsewhere = ({ providers, invitation }: Props) => {
  const { go, busy, trouble } = useWayTo('enter', invitation)
  if (providers.length === 0) return null
  return (
    <div className={`stack ${styles.ways}`}>
      <p className={`label ${styles.or}`}>{t('ways.or')}</p>
      <FormTrouble trouble={trouble} />
      {providers.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="btn btn-line wide"
          aria-busy={busy === id}
          disabled={busy !== null && busy !== id}
          onClick={() => busy === null && go(id)}
        >
          {t('ways.goOnWith', { name })}
        </button>
      ))}
    </div>
  )
}
