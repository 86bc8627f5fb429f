'use server'
import { act, type Outcome, textIn } from '#lib/server/act.ts'
import { callerOf } from '#lib/server/address.ts'
import { partyOf } from '#lib/server/passkey-ceremony.ts'
import { addPasskey, passkeyOptions } from '#lib/server/passkey-making.ts'
import { type OwnPasskey, ownPasskeys, removePasskey } from '#lib/server/passkeys.ts'

type Form = Readonly<Record<string, string>>

/** `{password}`, empty where the account has none → what the browser makes a passkey of. */
export const passkeyOptionsAction = async (form: Form): Promise<Outcome<Awaited<ReturnType<typeof passkeyOptions>>>> =>
  act((viewer, sent) => passkeyOptions(viewer, partyOf(sent), textIn(form, 'password'), callerOf(sent)))

/** `{answer, name}`: what the browser made, as JSON. Gives back all there are now. */
export const addPasskeyAction = async (form: Form): Promise<Outcome<OwnPasskey[]>> =>
  act(async (viewer, sent) => {
    await addPasskey(viewer, partyOf(sent), textIn(form, 'answer'), textIn(form, 'name'))
    return ownPasskeys(viewer)
  })

/** `{id}`. Gives back those that are left. */
export const removePasskeyAction = async (form: Form): Promise<Outcome<OwnPasskey[]>> =>
  act(async (viewer) => {
    await removePasskey(viewer, textIn(form, 'id'))
    return ownPasskeys(viewer)
  })
