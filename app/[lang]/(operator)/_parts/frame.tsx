import type { ReactNode } from 'react'
import { Frame } from '#app/_ui/frame.tsx'
import { Icon } from '#app/_ui/icons.tsx'
import { t } from '#words'
import styles from './operator.module.css'

/** An operator's page, with the way back to the one above it. */
export const OperatorFrame = ({ title, back, children }: { title: string; back: string; children: ReactNode }) => (
  <Frame>
    <div className={styles.page}>
      <header className={`topbar ${styles.top}`}>
        <a className="icon-btn" href={back} aria-label={t('common.back')}>
          <Icon name="back" />
        </a>
        <h1 className={`head ${styles.title}`}>{title}</h1>
        <span className={styles.counterweight} />
      </header>
      {children}
    </div>
  </Frame>
)
