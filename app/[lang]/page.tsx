import type { Metadata } from 'next'
import { Start } from '#app/_ui/start.tsx'
import { Wordmark } from '#app/_ui/wordmark.tsx'
import { type InLanguage, speak } from '#app/_words/on-server.ts'
import { page } from '#app/_words/words.tsx'
import { t } from '#words'
import styles from './page.module.css'

export const generateMetadata = async (props: InLanguage): Promise<Metadata> => {
  await speak(props)
  return { title: { absolute: t('common.pageTitle', { page: t('landing.title') }) } }
}

/** A word joiner keeps the footnote number from starting a line. */
const JOINER = '\u2060'

const Example = () => (
  <figure className={styles.idea} aria-label={t('landing.exampleLabel')}>
    <p className={styles.from}>
      <mark>{t('landing.exampleMarked')}</mark>
      {JOINER}
      <sup className="fn">
        <span className="sr">{t('common.footnoteNumber', { number: 1 })}</span>
        <span aria-hidden="true">1</span>
      </sup>
      {t('landing.exampleRest')}
    </p>
    <div className={styles.made}>
      <p className={styles.question}>
        <span className="fn">1</span>
        <span>{t('landing.exampleQuestion')}</span>
      </p>
    </div>
  </figure>
)

const Landing = () => (
  <div className={styles.land}>
    <header className="topbar">
      <Wordmark />
      <a className={`btn btn-quiet btn-small ${styles.signIn}`} href="/sign-in">
        {t('landing.signIn')}
      </a>
    </header>
    <main className={styles.main}>
      <div>
        <h1 className={styles.claim}>{t('landing.claim')}</h1>
        <p className={styles.lede}>{t('landing.lede')}</p>
        <Start className={styles.go ?? ''} />
        <a className={`btn btn-quiet btn-small ${styles.paste}`} href="/new">
          {t('landing.paste')}
        </a>
      </div>
      <Example />
    </main>
    <footer className={styles.foot}>
      <a href="/privacy">{t('privacy.link')}</a>
    </footer>
  </div>
)
export default page(['landing'], Landing)
