import type { ReactNode, Ref } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { t } from '#words'
import styles from './parts.module.css'

type Props = {
  head: string
  lede: string
  closeTo: string
  children: ReactNode
  foot: ReactNode
  /** For a page that changes its statement: where reading is to go on. */
  headRef?: Ref<HTMLHeadingElement>
}

/** The page one comes in by: one statement, one form, and a way round it at the foot. */
export const Door = ({ head, lede, closeTo, children, foot, headRef }: Props) => (
  <div className={`study ${styles.door}`}>
    <header className="study-top">
      <a className="icon-btn" href={closeTo} aria-label={t('common.close')}>
        <Icon name="close" />
      </a>
    </header>
    <main className="study-body">
      <h1 className="title" {...(headRef ? { ref: headRef, tabIndex: -1 } : {})}>
        {head}
      </h1>
      <p className={`muted ${styles.lede}`}>{lede}</p>
      {children}
    </main>
    <footer className={`study-foot ${styles.foot}`}>{foot}</footer>
  </div>
)
