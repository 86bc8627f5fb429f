import { t } from '#words'
import styles from './nav.module.css'

const PAGES = [
  { page: 'assigned', path: '', name: 'roster.navAssigned' },
  { page: 'grades', path: '/grades', name: 'roster.navGrades' },
  { page: 'people', path: '/people', name: 'roster.navPeople' },
  { page: 'notices', path: '/notices', name: 'roster.navNotices' },
] as const

export type ClassPage = (typeof PAGES)[number]['page']

/** The parts of a class, for those who teach it. */
export const ClassNav = ({ classId, current }: { classId: string; current: ClassPage }) => (
  <nav className={styles.nav} aria-label={t('roster.nav')}>
    {PAGES.map(({ page, path, name }) => (
      <a
        key={page}
        href={`/classes/${classId}${path}`}
        {...(page === current ? { 'aria-current': 'page' as const } : {})}
      >
        {t(name)}
      </a>
    ))}
  </nav>
)
