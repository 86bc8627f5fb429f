import type { Metadata } from 'next'
import { t } from '#lib/messages/index.ts'
import { currentViewer } from '#lib/server/viewer.ts'
import { Door } from '../_parts/door.tsx'
import { GoOn } from '../_parts/go-on.tsx'
import { GuestNote } from '../_parts/guest-note.tsx'
import { SignInForm } from './sign-in-form.tsx'

export const metadata: Metadata = { title: t('account.signInTitle') }

const SignInPage = async () => {
  const viewer = await currentViewer()
  const foot = (
    <>
      <p className="label">
        {t('account.noAccount')} <a href="/sign-up">{t('account.makeAccount')}</a>
      </p>
      <GoOn as={viewer?.kind ?? null} />
    </>
  )
  return (
    <Door head={t('account.signInHead')} lede={t('account.signInLede')} closeTo={viewer ? '/today' : '/'} foot={foot}>
      <GuestNote />
      <SignInForm />
    </Door>
  )
}
export default SignInPage
