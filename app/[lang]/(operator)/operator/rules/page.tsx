import { page } from '#app/_words/words.tsx'
import { rulesFor } from '#lib/server/overview.ts'
import { t } from '#words'
import { asOperator, titledForOperator } from '../../_parts/as-operator.ts'
import { OperatorFrame } from '../../_parts/frame.tsx'
import { MakeLink } from '../../_parts/make-link.tsx'
import styles from '../../_parts/operator.module.css'
import { inviteAction } from '../actions.ts'
import { Domains } from './domains.tsx'
import { Library } from './library.tsx'
import { Room } from './room.tsx'
import { SignUp } from './sign-up.tsx'

export const generateMetadata = titledForOperator('operator.rules')

const RulesPage = async () => {
  const rules = await asOperator(rulesFor)
  return (
    <OperatorFrame title={t('operator.rules')} back="/operator">
      <SignUp initial={rules.signUp} />
      <Domains initial={rules.domains} />
      <section className="section">
        <h2 className="label">{t('operator.invite')}</h2>
        <p className={styles.hint}>{t('operator.inviteHint')}</p>
        <div className={styles.form}>
          <MakeLink
            primary
            action={inviteAction}
            words={{ make: t('operator.inviteMake'), again: t('operator.inviteAgain') }}
          />
        </div>
      </section>
      <Library initial={rules.library} />
      <Room documentsMax={rules.documentsMax} megabytesMax={rules.megabytesMax} />
    </OperatorFrame>
  )
}
export default page(['account', 'operator'], RulesPage)
