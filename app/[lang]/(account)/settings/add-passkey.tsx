'use client'
import { useState } from 'react'
import { makePasskey } from '#lib/client/passkeys.ts'
import type { OwnPasskey } from '#lib/server/passkeys.ts'
import { t } from '#words'
import { Field, FormTrouble, OwnerOfPassword, PasswordField } from '../_parts/field.tsx'
import { type Trouble, troubleIn } from '../_parts/send.ts'
import { useForm } from '../_parts/use-form.ts'
import { deviceOf } from './device-name.ts'
import { addPasskeyAction, passkeyOptionsAction } from './passkey-actions.ts'
import { OpeningRow } from './row.tsx'

const guess = (): string => {
  const { browser, system } = deviceOf(navigator.userAgent)
  return browser && system ? t('passkeys.nameGuess', { browser, system }) : (system ?? browser ?? '')
}

const tellDeclined = (declined: 'cancelled' | 'known' | 'failed'): Trouble | null => {
  if (declined === 'cancelled') return null
  return { message: t(declined === 'known' ? 'passkeys.known' : 'passkeys.deviceFailed'), fields: {} }
}

type Props = {
  readonly who: string
  readonly password: boolean
  /** Gets all there are now. */
  readonly added: (passkeys: readonly OwnPasskey[]) => void
}

/** Makes a passkey on this device, or on one at hand: who it is is proven first, then the browser asks. */
export const AddPasskey = ({ who, password, added }: Props) => {
  const [said, setSaid] = useState('')
  const { busy, trouble, props } = useForm(async ({ password: typed = '', name = '' }) => {
    setSaid('')
    const options = await passkeyOptionsAction({ password: typed }).catch(() => null)
    if (!options?.ok) return troubleIn(options)
    const made = await makePasskey(options.value)
    if ('declined' in made) {
      if (made.declined === 'cancelled') setSaid(t('passkeys.notMade'))
      return tellDeclined(made.declined)
    }
    const outcome = await addPasskeyAction({ answer: made.answer, name }).catch(() => null)
    if (!outcome?.ok) return troubleIn(outcome)
    props.ref.current?.reset()
    added(outcome.value)
    props.ref.current?.closest('details')?.removeAttribute('open')
    return null
  })
  return (
    <OpeningRow name={t('passkeys.add')} hint={t('passkeys.addHint')}>
      <form className="stack" {...props}>
        {password ? (
          <>
            <OwnerOfPassword who={who} />
            <PasswordField
              name="password"
              label={t('account.password')}
              autoComplete="current-password"
              trouble={trouble}
            />
          </>
        ) : null}
        <Field
          name="name"
          label={t('passkeys.nameLabel')}
          defaultValue={guess()}
          autoComplete="off"
          trouble={trouble}
        />
        <FormTrouble trouble={trouble} />
        <button type="submit" className="btn btn-line btn-small" aria-busy={busy}>
          {t('passkeys.make')}
        </button>
        <p role="status">{said}</p>
      </form>
    </OpeningRow>
  )
}
