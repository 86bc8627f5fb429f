import { page, titled } from '#app/_words/words.tsx'
import { doorNotes } from '#lib/server/door-notes.ts'
import { readRules } from '#lib/server/installation.ts'
import { mailWorks } from '#lib/server/mail.ts'
import { currentViewer } from '#lib/server/viewer.ts'
import { t } from '#words'
import { Door } from '../_parts/door.tsx'
import { Elsewhere } from '../_parts/elsewhere.tsx'
import { GoOn } from '../_parts/go-on.tsx'
import { GuestNote } from '../_parts/guest-note.tsx'
import { ProviderTrouble } from '../_parts/provider-trouble.tsx'
import { PasskeyWay } from './passkey-way.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { WaysBack } from './ways-back.tsx'

export const generateMetadata = titled('account.signInTitle')

const SignInPage = async () => {
  const [viewer, notes, { signUp }] = [await currentViewer(), await doorNotes(), await readRules()]
  const foot = (
    <>
      <p className="label">
        {t('account.noAccount')} <a href="/sign-up">{t('account.makeAccount')}</a>
      </p>
      <GoOn as={viewer?.kind ?? null} guests={signUp !== 'closed'} />
    </>
  )
  return (
    <Door head={t('account.signInHead')} lede={t('account.signInLede')} closeTo={viewer ? '/today' : '/'} foot={foot}>
      <ProviderTrouble notes={notes} />
      <GuestNote />
      <SignInForm pending={notes.email !== null} />
      <PasskeyWay pending={notes.email !== null} />
      <WaysBack mail={mailWorks()} />
      <Elsewhere providers={notes.providers} />
    </Door>
  )
}
export default page(['account', 'enter', 'passkeys', 'ways'], SignInPage)
