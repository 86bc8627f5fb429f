'use server'
import { act, type Outcome, textIn } from '#lib/server/act.ts'
import { setFirstPassword } from '#lib/server/first-password.ts'
import { unlink } from '#lib/server/identities.ts'

/** `{provider, subject}`. Takes an account elsewhere off one's own. */
export const unlinkAction = async (form: Readonly<Record<string, string>>): Promise<Outcome<void>> =>
  act((viewer) => unlink(viewer, textIn(form, 'provider'), textIn(form, 'subject')))

/** `{password, name}`, for a member who has none; the name is for who has no e-mail to sign in with. */
export const setPasswordAction = async (form: Readonly<Record<string, string>>): Promise<Outcome<void>> =>
  act((viewer) => setFirstPassword(viewer, textIn(form, 'password'), textIn({ name: '', ...form }, 'name')))
