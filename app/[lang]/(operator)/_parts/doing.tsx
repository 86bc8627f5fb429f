'use client'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { Icon } from '#app/_ui/icons.tsx'
import type { Outcome } from '#lib/server/act.ts'
import { FormTrouble } from '../../(account)/_parts/field.tsx'
import { type Trouble, troubleIn } from '../../(account)/_parts/send.ts'
import styles from './operator.module.css'

type Props = {
  readonly name: string
  readonly hint: string
  /** What it means, said before the button that does it. */
  readonly ask: string
  readonly button: string
  readonly done: string
  readonly action: (sent: unknown) => Promise<Outcome<unknown>>
  readonly sent: Readonly<Record<string, string>>
}

/** A row that opens to ask first, then does it, says so, and has the page read anew. */
export const Doing = ({ name, hint, ask, button, done, action, sent }: Props) => {
  const router = useRouter()
  const details = useRef<HTMLDetailsElement>(null)
  const [busy, setBusy] = useState(false)
  const alive = useAlive()
  const [said, setSaid] = useState('')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const run = async () => {
    setBusy(true)
    setTrouble(null)
    const outcome = await action(sent).catch(() => null)
    setBusy(false)
    if (!outcome?.ok) return setTrouble(troubleIn(outcome))
    if (details.current) details.current.open = false
    details.current?.querySelector('summary')?.focus()
    setSaid(done)
    router.refresh()
  }
  return (
    <li>
      <details ref={details} className={styles.details} onToggle={(event) => event.currentTarget.open && setSaid('')}>
        <summary className="list-row">
          <span className="grow">
            <strong>{name}</strong>
            <span className="label">{hint}</span>
          </span>
          <Icon name="down" />
        </summary>
        <div className={`stack ${styles.opened}`}>
          <p>{ask}</p>
          <FormTrouble trouble={trouble} />
          <button
            type="button"
            className="btn btn-line btn-small"
            aria-busy={busy}
            disabled={busy || !alive}
            onClick={run}
          >
            {button}
          </button>
        </div>
      </details>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </li>
  )
}
