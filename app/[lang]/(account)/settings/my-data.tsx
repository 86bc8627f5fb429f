import { t } from '#words'
import { Download } from './download.tsx'
import { Restore } from './restore.tsx'
import styles from './settings.module.css'

/** Taking along what the server holds of oneself, putting it back, and what that is. */
export const MyData = () => (
  <section className="section">
    <h2 className="label">{t('mydata.head')}</h2>
    <ul className="list">
      <Download />
      <Restore />
      <li>
        <a className={`list-row ${styles.link}`} href="/privacy">
          {t('mydata.privacy')}
        </a>
      </li>
    </ul>
  </section>
)
