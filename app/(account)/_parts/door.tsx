import type { ReactNode } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { t } from '#lib/messages/index.ts'
import styles from './parts.module.css'

type Props = { head: string; lede: string; closeTo: string; children: ReactNode; foot: ReactNode }

/** The page one comes in by: one statement, one form, and a way round it at the foot. */
export const Door = ({ head, lede, closeTo, children, foot }: Props) => (
  <div className={`study ${styles.door}`}>
    <header className="study-top">
      <a className="icon-btn" href={closeTo} aria-label={t('common.close')}>
        <Icon name="close" />
      </a>
    </header>
    <main className="study-body">
      <h1 className="title">{head}</h1>
      <p className={`muted ${styles.lede}`}>{lede}</p>
      {children}
    </main>
    <footer className={`study-foot ${styles.foot}`}>{foot}</footer>
  </div>
)
