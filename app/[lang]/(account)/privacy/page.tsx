import { connection } from 'next/server'
import { Icon } from '#app/_ui/icons.tsx'
import { page, titled } from '#app/_words/words.tsx'
import { modelHost } from '#lib/server/env.ts'
import { periods } from '#lib/server/periods.ts'
import { t } from '#words'
import styles from './privacy.module.css'

export const generateMetadata = titled('privacy.title')

const Part = ({ head, texts }: { head: string; texts: readonly string[] }) => (
  <section className={styles.part}>
    <h2 className="head">{head}</h2>
    {texts.map((text) => (
      <p key={text}>{text}</p>
    ))}
  </section>
)

/** How long what is kept, by the constants that keep it. */
const Periods = () => {
  const days = (n: number) => t('privacy.days', { n })
  const rows = [
    [t('privacy.longAccount'), t('privacy.untilDeleted')],
    [t('privacy.longGuest'), days(periods.guestDays)],
    [t('privacy.longSession'), days(periods.endedSessionDays)],
    [t('privacy.longLog'), days(periods.securityLogDays)],
    [t('privacy.longLink'), days(periods.linkDaysMax)],
    [t('privacy.longCookie'), days(periods.cookieDays)],
  ] as const
  return (
    <section className={styles.part}>
      <h2 className="head">{t('privacy.longHead')}</h2>
      <dl className={styles.periods}>
        {rows.map(([what, long]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{long}</dd>
          </div>
        ))}
      </dl>
      <p>{t('privacy.longBackups')}</p>
    </section>
  )
}

const kept = () => [
  ...[t('privacy.keptAccount'), t('privacy.keptAnswers'), t('privacy.keptTexts'), t('privacy.keptSettings')],
  ...[t('privacy.keptDevices'), t('privacy.keptLog')],
]

/** Who sees it; a language model only where the operator has set one. */
const seenBy = () => {
  const host = modelHost()
  return [
    ...[
      t('privacy.whoYou'),
      t('privacy.whoShared'),
      t('privacy.whoClass'),
      t('privacy.whoOperator'),
      t('privacy.whoNobody'),
    ],
    ...(host === null ? [] : [t('privacy.whoModel', { host })]),
  ]
}

const PrivacyPage = async () => {
  // Whether a model is set is known where the server runs, not where it was built.
  await connection()
  return (
    <div className={styles.page}>
      <header className="topbar">
        <a className="icon-btn" href="/" aria-label={t('common.back')}>
          <Icon name="back" />
        </a>
      </header>
      <main className={styles.text}>
        <h1 className="title">{t('privacy.head')}</h1>
        <p className={styles.lede}>{t('privacy.lede')}</p>
        <Part head={t('privacy.keptHead')} texts={kept()} />
        <Periods />
        <Part head={t('privacy.whoHead')} texts={seenBy()} />
        <Part head={t('privacy.deviceHead')} texts={[t('privacy.deviceStore'), t('privacy.deviceStays')]} />
        <Part head={t('privacy.takeHead')} texts={[t('privacy.takeBody'), t('privacy.deleteBody')]} />
        <p>
          <a className="btn btn-line btn-small" href="/settings">
            {t('privacy.settings')}
          </a>
        </p>
      </main>
    </div>
  )
}
export default page([], PrivacyPage)
