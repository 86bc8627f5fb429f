'use client'
import { useZone } from '#app/_client/use-zone.ts'
import { DueList } from '#app/_ui/due.tsx'
import { Icon } from '#app/_ui/icons.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { AssignableSet, ClassAssignment, LearnersAssignment } from '#lib/server/classes/assignments.ts'
import type { ClassEntry, ClassView, Member } from '#lib/server/classes/read.ts'
import type { QuizDue } from '#lib/sync/index.ts'
import { formatDate, formatPercent, t } from '#words'
import { RecallBar } from '../../_parts/bars.tsx'
import { Sure } from '../../_parts/sure.tsx'
import { dropAssignmentAction } from '../actions.ts'
import styles from '../classes.module.css'
import { Assign } from './assign.tsx'
import type { Does } from './doing.ts'
import { Forecast } from './forecast.tsx'
import { Restudy } from './restudy.tsx'

const dayWords = (date: string): string => formatDate(Date.parse(`${date}T00:00:00Z`), 'whole', 'UTC')

const isAhead = (date: string): boolean => date > new Date().toISOString().slice(0, 10)

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** Who sees it, where that is not the whole class at once. */
const Shown = ({ one: { draft, opensAt, forSome } }: { one: ClassAssignment }) => {
  const zone = useZone(null)
  const said = [
    ...(draft ? [t('grades.isDraft')] : []),
    ...(opensAt === null ? [] : [t('grades.opens', { date: formatDate(opensAt, 'moment', zone) })]),
    ...(forSome === null ? [] : [t('grades.forSome', { n: forSome })]),
  ]
  return <p className="label">{said.join(' · ')}</p>
}

type OneProps = { classId: string; one: ClassAssignment; members: readonly Member[]; leads: boolean; does: Does }

const One = ({ classId, one, members, leads, does }: OneProps) => {
  const { assignmentId, learners, facts } = one
  const [today, due] = [meanOf(learners.map((each) => each.today)), meanOf(learners.map((each) => each.due))]
  const nameOf = (userId: string) => members.find((member) => member.userId === userId)?.name ?? t('classes.nameless')
  return (
    <li className={styles.assignment}>
      <div className="row between">
        <strong {...tongueOf(one.language)}>{one.title}</strong>
        <span className="label num">{t('classes.until', { date: dayWords(one.date) })}</span>
      </div>
      {one.draft || one.opensAt !== null || one.forSome !== null ? <Shown one={one} /> : null}
      {one.sections ? (
        <p className="label" {...tongueOf(one.language)}>
          {one.sections.join(', ')}
        </p>
      ) : null}
      {learners.length === 0 ? (
        members.every(({ role }) => role !== 'learner') ? (
          <p className="muted">{t('classes.nobodyLearns')}</p>
        ) : null
      ) : (
        <>
          <RecallBar {...{ today, due }} />
          <p className="muted">
            {t('classes.classKnows', { n: facts, today: formatPercent(today), due: formatPercent(due) })}
          </p>
          {isAhead(one.date) && !one.draft ? <Forecast {...{ classId, assignmentId }} /> : null}
          <details>
            <summary className={`label ${styles.more}`}>{t('classes.byLearner')}</summary>
            <div className="table-wrap">
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t('classes.learnerHead')}</th>
                    <th scope="col" className="r">
                      {t('classes.metHead')}
                    </th>
                    <th scope="col" className="r">
                      {t('classes.todayHead')}
                    </th>
                    <th scope="col" className="r">
                      {t('classes.dueHead')}
                    </th>
                    <th scope="col" className="r">
                      {t('classes.answersHead')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {[...learners]
                    .sort((a, b) => a.due - b.due)
                    .map((each) => (
                      <tr key={each.userId}>
                        <th scope="row">
                          <bdi>{nameOf(each.userId)}</bdi>
                        </th>
                        <td className="r">{formatPercent(each.met)}</td>
                        <td className="r">{formatPercent(each.today)}</td>
                        <td className="r">{formatPercent(each.due)}</td>
                        <td className="r">{each.answers}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
      {leads ? <Restudy key={`${one.date} ${one.draft}`} one={one} does={does} /> : null}
      <p className={styles.row}>
        {facts > 0 && learners.length > 0 ? (
          <a className="btn btn-line btn-small" href={`/classes/${classId}/facts/${assignmentId}`}>
            {t('grades.factsOf')}
          </a>
        ) : null}
        {leads ? (
          <Sure
            word={t('classes.dropIt')}
            sure={t('classes.dropSure')}
            act={() => does(() => dropAssignmentAction({ assignmentId }))}
          />
        ) : null}
      </p>
    </li>
  )
}

type Props = {
  view: ClassView
  assigned: readonly ClassAssignment[]
  sets: readonly AssignableSet[]
  others: readonly ClassEntry[]
  members: readonly Member[]
  does: Does
}

/** What the class is to know and when, with how it stands, and the way to assign more. */
export const Assigned = ({ view, assigned, sets, others, members, does }: Props) => {
  const leads = view.role === 'instructor' && !view.archived
  return (
    <section className="section" aria-labelledby="assigned">
      <h2 className="head" id="assigned">
        {t('classes.assigned')}
      </h2>
      {assigned.length === 0 ? <p className="muted">{t('classes.nothingAssigned')}</p> : null}
      <ul className={styles.assignments}>
        {assigned.map((one) => (
          <One key={one.assignmentId} {...{ one, members, leads, does }} classId={view.classId} />
        ))}
      </ul>
      {leads ? <Assign classId={view.classId} sets={sets} others={others} does={does} /> : null}
    </section>
  )
}

/** What a learner's class wants of them, each leading to their plan for it. */
export const Wanted = ({ wanted, due }: { wanted: readonly LearnersAssignment[]; due: readonly QuizDue[] }) => (
  <section className="section" aria-labelledby="wanted">
    <h2 className="head" id="wanted">
      {t('classes.assigned')}
    </h2>
    {wanted.length + due.length === 0 ? <p className="muted">{t('classes.nothingWanted')}</p> : null}
    {due.length > 0 ? <DueList due={due} timeZone={null} inClass /> : null}
    <ul className="list">
      {wanted.map((one) => (
        <li key={one.assignmentId}>
          <a className="list-row" href={`/plan?exam=${one.assignmentId}`}>
            <span className="grow">
              <strong {...tongueOf(one.language)}>{one.title}</strong>
              <span className="label num">
                {t('classes.until', { date: dayWords(one.date) })} · {t('classes.toPlan')}
              </span>
            </span>
            <Icon name="forward" />
          </a>
        </li>
      ))}
    </ul>
  </section>
)
