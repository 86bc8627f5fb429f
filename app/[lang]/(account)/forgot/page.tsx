import { connection } from 'next/server'
import { page, titled } from '#app/_words/words.tsx'
import { mailWorks } from '#lib/server/mail.ts'
import { t } from '#words'
import { Door } from '../_parts/door.tsx'
import { LetterForm } from '../_parts/letter-form.tsx'
import parts from '../_parts/parts.module.css'

export const generateMetadata = titled('enter.forgotTitle')

const ByLetter = () => (
  <>
    <LetterForm kind="reset" />
    <p className={`muted ${parts.form}`}>
      {t('enter.forgotNoMail')} {t('enter.forgotAsk')}
    </p>
  </>
)

/** A new password by mail; without mail, or for an account without an address, by whoever runs the place. */
const ForgotPage = async () => {
  // Whether mail works is known where the server runs, not where it was built.
  await connection()
  const mail = mailWorks()
  const foot = (
    <a className="btn btn-quiet wide" href="/sign-in">
      {t('account.signIn')}
    </a>
  )
  return (
    <Door
      head={t('enter.forgotHead')}
      lede={mail ? t('enter.forgotLede') : t('enter.forgotLedeAsk')}
      closeTo="/sign-in"
      foot={foot}
    >
      {mail ? <ByLetter /> : null}
    </Door>
  )
}
export default page(['account', 'enter'], ForgotPage)
