import { Icon } from '#app/_ui/icons.tsx'
import type { ClassView } from '#lib/server/classes/read.ts'
import { t } from '#words'
import styles from '../classes.module.css'
import { ClassNav, type ClassPage } from './nav.tsx'

/** `back`: to where a page below a part of the class leads. */
type Props = { view: Pick<ClassView, 'classId' | 'title' | 'note'>; current: ClassPage; back?: string }

/** What stands above every part of a class but the first: which class it is, and the ways to its other parts. */
export const ClassHead = ({ view: { classId, title, note }, current, back = '/classes' }: Props) => (
  <>
    <header className="topbar">
      <a className="icon-btn" href={back} aria-label={t('common.back')}>
        <Icon name="back" />
      </a>
      <span />
    </header>
    <div className={styles.top}>
      <div>
        <h1 className={`title ${styles.title}`}>
          <bdi>{title}</bdi>
        </h1>
        {note ? (
          <p className="muted">
            <bdi>{note}</bdi>
          </p>
        ) : null}
      </div>
      <ClassNav classId={classId} current={current} />
    </div>
  </>
)
