import { t } from '#words'
import styles from './operator.module.css'

/** The ways on through a long list: `older` leads to the next page, `newest` to the first; null where there is none. */
export const Pages = ({ older, newest }: { older: string | null; newest: string | null }) =>
  older === null && newest === null ? null : (
    <nav className={styles.pages} aria-label={t('operator.older')}>
      {newest === null ? null : (
        <a className="btn btn-quiet btn-small" href={newest}>
          {t('operator.newest')}
        </a>
      )}
      {older === null ? null : (
        <a className="btn btn-line btn-small" href={older}>
          {t('operator.older')}
        </a>
      )}
    </nav>
  )
