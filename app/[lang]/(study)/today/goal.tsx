import type { WeeklyGoal } from '#lib/analytics/index.ts'
import { t } from '#words'
import styles from './today.module.css'

/** The week so far, for who asked to be told: a mark for each day of the goal. */
export const Goal = ({ week: { done, goal, weeks } }: { week: WeeklyGoal }) => {
  if (goal === 0) return null
  const words = t(done >= goal ? 'today.goalMet' : 'today.goal', { done, goal })
  return (
    <p className={styles.goal}>
      <span className={styles.marks} aria-hidden="true">
        {Array.from({ length: goal }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a mark is nothing but its place
          <i key={i} className={i < done ? styles.met : undefined} />
        ))}
      </span>
      <span className="label num">
        {words}
        {weeks > 1 ? ` · ${t('today.goalWeeks', { n: weeks })}` : null}
      </span>
    </p>
  )
}
