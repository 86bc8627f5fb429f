'use client'
import { useState } from 'react'
import { askForPasskey } from '#lib/client/passkeys.ts'
import { t } from '#words'
import { FormTrouble } from '../_parts/field.tsx'
import styles from '../_parts/parts.module.css'
import { type Trouble, troubleOf } from '../_parts/send.ts'
import { usePasskeyLack } from '../_parts/use-passkey-lack.ts'
import { useSignIn } from '../_parts/use-sign-in.ts'
import { useSuggestedPasskey } from './use-suggested.ts'

/**
 * Signs in by a passkey: by the button, or by what the browser suggests for the name. Not there where it could
 * not work. `pending` as in `SignInForm`.
 */
export const PasskeyWay = ({ pending }: { pending: boolean }) => {
  const lack = usePasskeyLack()
  const enter = useSignIn(pending)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [said, setSaid] = useState('')

  const attempt = async (step: () => Promise<string | null>) => {
    setBusy(true)
    setTrouble(null)
    setSaid('')
    try {
      const answer = await step()
      if (answer !== null) return await enter('passkey', { answer })
      setSaid(t('passkeys.notUsed'))
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
    setBusy(false)
  }
  const ask = () =>
    attempt(async () => {
      const given = await askForPasskey()
      return 'answer' in given ? given.answer : null
    })
  // What was refused is not suggested a second time.
  useSuggestedPasskey(lack === null && !busy && trouble === null, (answer) => attempt(async () => answer))

  if (lack !== null) return null
  return (
    <div className={styles.other}>
      <button type="button" className="btn btn-line wide" aria-busy={busy} disabled={busy} onClick={ask}>
        {t('passkeys.signIn')}
      </button>
      <FormTrouble trouble={trouble} />
      <p role="status" className="label">
        {said}
      </p>
    </div>
  )
}
