import { Icon } from '#app/_ui/icons.tsx'
import { page } from '#app/_words/words.tsx'
import type { Rules } from '#lib/server/installation.ts'
import { type Overview, overview } from '#lib/server/overview.ts'
import { t } from '#words'
import { asOperator, titledForOperator } from '../_parts/as-operator.ts'
import { OperatorFrame } from '../_parts/frame.tsx'
import styles from '../_parts/operator.module.css'

export const generateMetadata = titledForOperator('operator.title')

const whoMayCome = ({ signUp, domains }: Rules): string => {
  if (signUp === 'invited') return t('operator.byInvitation')
  if (signUp === 'closed') return t('operator.nobodyNew')
  return domains.length > 0 ? t('operator.domainsOnly', { domains: domains.join(', ') }) : t('operator.anyone')
}

/** A count, and beside it how many of those are out, where any are. */
const counts = (all: string, out: number, words: string): string => (out > 0 ? `${all}, ${words}` : all)

const partsOf = ({ people, suspended, shared, withheld, reports }: Overview) => [
  { href: '/operator/rules', name: t('operator.rules'), hint: t('operator.rulesHint') },
  {
    href: '/operator/people',
    name: t('operator.people'),
    hint: counts(t('operator.peopleHint', { n: people }), suspended, t('operator.peopleSuspended', { n: suspended })),
  },
  {
    href: '/operator/sets',
    name: t('operator.sets'),
    hint: counts(t('operator.setsHint', { n: shared }), withheld, t('operator.setsWithheld', { n: withheld })),
  },
  {
    href: '/operator/reports',
    name: t('operator.reports'),
    hint: reports > 0 ? t('operator.reportsHint', { n: reports }) : t('operator.reportsNone'),
  },
  { href: '/operator/log', name: t('operator.log'), hint: t('operator.logHint') },
]

const OperatorPage = async () => {
  const found = await asOperator(overview)
  return (
    <OperatorFrame title={t('operator.title')} back="/settings">
      <p className={`title ${styles.statement} ${styles.break}`}>
        {t('operator.statement', { n: found.people })} {whoMayCome(found.rules)}
      </p>
      <ul className="list">
        {partsOf(found).map(({ href, name, hint }) => (
          <li key={href}>
            <a className="list-row" href={href}>
              <span className="grow">
                <strong>{name}</strong>
                <span className="label">{hint}</span>
              </span>
              <Icon name="forward" />
            </a>
          </li>
        ))}
      </ul>
    </OperatorFrame>
  )
}
export default page([], OperatorPage)
