import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { t } from '#lib/messages/index.ts'
import { currentViewer } from '#lib/server/viewer.ts'
import { Door } from '../_parts/door.tsx'
import { GoOn } from '../_parts/go-on.tsx'
import { SignUpForm } from './sign-up-form.tsx'

export const metadata: Metadata = { title: t('account.signUpTitle') }

const SignUpPage = async () => {
  const viewer = await currentViewer()
  if (viewer?.kind === 'member') redirect('/settings')
  const foot = (
    <>
      <p className="label">
        {t('account.haveAccount')} <a href="/sign-in">{t('account.signIn')}</a>
      </p>
      <GoOn as={viewer?.kind ?? null} />
    </>
  )
  return (
    <Door head={t('account.signUpHead')} lede={t('account.signUpLede')} closeTo={viewer ? '/today' : '/'} foot={foot}>
      <SignUpForm />
    </Door>
  )
}
export default SignUpPage
