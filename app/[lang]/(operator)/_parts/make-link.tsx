'use client'
import { useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import type { Outcome } from '#lib/server/act.ts'
import { FormTrouble } from '../../(account)/_parts/field.tsx'
import { type Trouble, troubleIn } from '../../(account)/_parts/send.ts'
import { OnceLink } from './once-link.tsx'

type Props = {
  readonly action: (sent: unknown) => Promise<Outcome<string>>
  readonly sent?: Readonly<Record<string, string>>
  readonly words: { readonly make: string; readonly again: string }
  readonly primary?: boolean
}

/** Makes a link and shows it, once: a further one takes its place. */
export const MakeLink = ({ action, sent, words, primary = false }: Props) => {
  const [busy, setBusy] = useState(false)
  const alive = useAlive()
  const [link, setLink] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const make = async () => {
    setBusy(true)
    setTrouble(null)
    const outcome = await action(sent).catch(() => null)
    if (outcome?.ok) setLink(outcome.value)
    else setTrouble(troubleIn(outcome))
    setBusy(false)
  }
  const look = primary && link === null ? 'btn-primary' : 'btn-line'
  return (
    <div className="stack">
      {link === null ? null : <OnceLink key={link} link={link} />}
      <FormTrouble trouble={trouble} />
      <button
        type="button"
        className={`btn ${look} btn-small`}
        aria-busy={busy}
        disabled={busy || !alive}
        onClick={make}
      >
        {link === null ? words.make : words.again}
      </button>
    </div>
  )
}
