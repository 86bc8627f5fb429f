'use client'
import { useRef, useState } from 'react'
import type { PasskeyLack } from '#lib/client/passkeys.ts'
import type { OwnPasskey } from '#lib/server/passkeys.ts'
import { formatDate, t } from '#words'
import { FormTrouble } from '../_parts/field.tsx'
import { type Trouble, troubleIn } from '../_parts/send.ts'
import { usePasskeyLack } from '../_parts/use-passkey-lack.ts'
import { AddPasskey } from './add-passkey.tsx'
import { removePasskeyAction } from './passkey-actions.ts'
import { OpeningRow } from './row.tsx'
import styles from './settings.module.css'

/** `who` signs in, with a password or without one. */
type Props = { readonly initial: readonly OwnPasskey[]; readonly who: string; readonly password: boolean }

const historyOf = ({ createdAt, lastUsedAt }: OwnPasskey): string => {
  const made = formatDate(createdAt, 'whole')
  return lastUsedAt === null
    ? t('passkeys.unused', { made })
    : t('passkeys.used', { made, used: formatDate(lastUsedAt, 'whole') })
}

type KeyProps = { readonly passkey: OwnPasskey; readonly left: (passkeys: readonly OwnPasskey[]) => void }

const Passkey = ({ passkey, left }: KeyProps) => {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const remove = async () => {
    setBusy(true)
    const outcome = await removePasskeyAction({ id: passkey.id }).catch(() => null)
    if (outcome?.ok) return left(outcome.value)
    setTrouble(troubleIn(outcome))
    setBusy(false)
  }
  return (
    <OpeningRow name={passkey.name ?? t('passkeys.unnamed')} hint={historyOf(passkey)}>
      <div className="stack">
        <p>{t('passkeys.removeAsk')}</p>
        <FormTrouble trouble={trouble} />
        <button type="button" className="btn btn-line btn-small" aria-busy={busy} disabled={busy} onClick={remove}>
          {t('passkeys.remove')}
        </button>
      </div>
    </OpeningRow>
  )
}

const lackOf = (lack: PasskeyLack): string =>
  ({
    https: t('passkeys.needHttps'),
    name: t('passkeys.needName'),
    browser: t('passkeys.needBrowser'),
  })[lack]

/** One's passkeys, and how to make another; where the browser cannot, one line on what it needs. */
export const Passkeys = ({ initial, who, password }: Props) => {
  const lack = usePasskeyLack()
  const [passkeys, setPasskeys] = useState(initial)
  const [said, setSaid] = useState('')
  const status = useRef<HTMLParagraphElement>(null)
  const change = (words: string) => (now: readonly OwnPasskey[]) => {
    setPasskeys(now)
    setSaid(words)
    // What was pressed is not there any more.
    status.current?.focus()
  }
  return (
    <section className="section">
      <h2 className="label">{t('passkeys.head')}</h2>
      <p className={`muted ${styles.lede}`}>{lack ? lackOf(lack) : t('passkeys.lede')}</p>
      {lack === null ? (
        <>
          <ul className="list">
            {passkeys.map((passkey) => (
              <Passkey key={passkey.id} passkey={passkey} left={change(t('passkeys.removed'))} />
            ))}
            <AddPasskey who={who} password={password} added={change(t('passkeys.added'))} />
          </ul>
          <p role="status" tabIndex={-1} ref={status} className={styles.said}>
            {said}
          </p>
        </>
      ) : null}
    </section>
  )
}
