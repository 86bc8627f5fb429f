import styles from './bars.module.css'

/** What is recalled today, grey, and on the day, dark: shares. The words beside it say both. */
export const RecallBar = ({ today, due }: { today: number; due: number }) => (
  <span className={styles.bar} aria-hidden="true">
    <i style={{ inlineSize: `${today * 100}%` }} />
    <b style={{ inlineSize: `${due * 100}%` }} />
  </span>
)

/** A share of a whole, for which the words beside it stand. */
export const ShareBar = ({ share }: { share: number }) => (
  <span className={`${styles.bar} ${styles.thin}`} aria-hidden="true">
    <b style={{ inlineSize: `${Math.min(1, share) * 100}%` }} />
  </span>
)
