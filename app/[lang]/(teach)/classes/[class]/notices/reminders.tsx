import { useRouter } from 'next/navigation'
import type { About } from '#lib/server/classes/notices-read.ts'
import { t } from '#words'
import type { Does } from '../doing.ts'
import { remindAction } from './actions.ts'

type Props = { assigned: readonly About[]; does: Does; told: (outcome: unknown) => void }

/** What the class could be reminded of, one tap each. */
export const Reminders = ({ assigned, does, told }: Props) => {
  const router = useRouter()
  const remind = (assignmentId: string) =>
    does(
      () => remindAction({ assignmentId }),
      (outcome) => {
        told(outcome)
        router.refresh()
      },
    )
  return (
    <section className="section" aria-labelledby="reminders">
      <h2 className="head" id="reminders">
        {t('notices.reminders')}
      </h2>
      <p className="label">{t('notices.remindersHint')}</p>
      <ul className="list">
        {assigned.map(({ assignmentId, title }) => (
          <li key={assignmentId} className="list-row">
            <span className="grow">
              <bdi>{title}</bdi>
            </span>
            <button
              type="button"
              className="btn btn-line btn-small"
              aria-label={t('notices.remindOf', { title })}
              onClick={() => remind(assignmentId)}
            >
              {t('notices.remind')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
