import type { AgainPlan, Outcome } from '#lib/server/desk/again.ts'
import { t } from '#words'
import styles from './again.module.css'

const OUTCOMES: readonly Outcome[] = ['unchanged', 'moved', 'reworded', 'answer-changed', 'gone', 'new']
const WORDS = {
  unchanged: 'desk.againUnchanged',
  moved: 'desk.againMoved',
  reworded: 'desk.againReworded',
  'answer-changed': 'desk.againAnswer',
  gone: 'desk.againGone',
  new: 'desk.againNew',
} as const

/** How many facts stay and how many change, drawn to one scale. */
const Counts = ({ counts }: { counts: AgainPlan['counts'] }) => {
  const most = Math.max(1, ...OUTCOMES.map((outcome) => counts[outcome]))
  return (
    <ul className={styles.counts}>
      {OUTCOMES.map((outcome) => (
        <li key={outcome}>
          <span>{t(WORDS[outcome])}</span>
          <svg viewBox={`0 0 ${most} 1`} preserveAspectRatio="none" aria-hidden="true">
            <rect width={counts[outcome]} height="1" />
          </svg>
          <span className="num">{counts[outcome]}</span>
        </li>
      ))}
    </ul>
  )
}

/** What becomes of the facts of a text, the changed ones word for word. */
export const Outcomes = ({ plan }: { plan: AgainPlan }) => (
  <>
    <Counts counts={plan.counts} />
    {OUTCOMES.map((outcome) => {
      const changes = plan.changes.filter((change) => change.outcome === outcome)
      return changes.length === 0 ? null : (
        <section key={outcome} className={styles.group}>
          <h2 className="label">{t(WORDS[outcome])}</h2>
          <ul className="list">
            {changes.map(({ before, after }) => (
              <li key={`${before} ${after}`} className={styles.change}>
                {before === after || before === null ? null : <del>{before}</del>}
                {after === null ? null : before === null ? after : <ins>{after}</ins>}
              </li>
            ))}
          </ul>
        </section>
      )
    })}
  </>
)
