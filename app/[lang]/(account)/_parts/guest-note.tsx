'use client'
import { useLearner } from '#app/_client/index.ts'
import { t } from '#words'
import styles from './parts.module.css'

/** How many answers of a guest are on this device; 0 for members and strangers. */
export const useGuestAnswers = (): number => {
  const { account, entries } = useLearner()
  return account?.kind === 'guest' ? entries.filter((entry) => entry.kind === 'review').length : 0
}

/** Says plainly what becomes of a guest's answers: with an account they stay, by signing in to another they do not. */
export const GuestNote = () => {
  const n = useGuestAnswers()
  return n > 0 ? <p className={styles.note}>{t('account.guestAnswers', { n })}</p> : null
}
