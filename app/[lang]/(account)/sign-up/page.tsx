import { redirect } from 'next/navigation'
import { page, titled } from '#app/_words/words.tsx'
import { type Rules, readRules } from '#lib/server/installation.ts'
import { providerNames } from '#lib/server/providers.ts'
import { currentViewer } from '#lib/server/viewer.ts'
import { t } from '#words'
import { Door } from '../_parts/door.tsx'
import { Elsewhere } from '../_parts/elsewhere.tsx'
import { GoOn } from '../_parts/go-on.tsx'
import parts from '../_parts/parts.module.css'
import { SignUpForm } from './sign-up-form.tsx'

export const generateMetadata = titled('account.signUpTitle')

const Open = ({ domains }: Pick<Rules, 'domains'>) => (
  <>
    {domains.length > 0 ? (
      <p className={parts.note}>{t('enter.domainsNote', { domains: domains.join(', ') })}</p>
    ) : null}
    <SignUpForm />
    <Elsewhere providers={providerNames()} />
  </>
)

const headOf = (signUp: Rules['signUp']): readonly [head: string, lede: string] => {
  if (signUp === 'open') return [t('account.signUpHead'), t('account.signUpLede')]
  if (signUp === 'invited') return [t('enter.invitedHead'), t('enter.invitedLede')]
  return [t('enter.closedHead'), t('enter.closedLede')]
}

/** A form where anyone may join; elsewhere what holds and what to do, since a form could only fail. */
const SignUpPage = async () => {
  const [viewer, { signUp, domains }] = [await currentViewer(), await readRules()]
  if (viewer?.kind === 'member') redirect('/settings')
  const [head, lede] = headOf(signUp)
  const foot = (
    <>
      {signUp === 'open' ? (
        <p className="label">
          {t('account.haveAccount')} <a href="/sign-in">{t('account.signIn')}</a>
        </p>
      ) : null}
      <GoOn as={viewer?.kind ?? null} guests={signUp !== 'closed'} />
      <p className="label">
        <a href="/privacy">{t('privacy.link')}</a>
      </p>
    </>
  )
  return (
    <Door head={head} lede={lede} closeTo={viewer ? '/today' : '/'} foot={foot}>
      {signUp === 'open' ? (
        <Open domains={domains} />
      ) : (
        <a className={`btn btn-primary wide ${parts.form}`} href="/sign-in">
          {t('account.signIn')}
        </a>
      )}
    </Door>
  )
}
export default page(['account', 'enter', 'ways'], SignUpPage)
