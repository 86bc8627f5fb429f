import { Frame } from '#app/_ui/frame.tsx'
import { Icon } from '#app/_ui/icons.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import { page, titled } from '#app/_words/words.tsx'
import { type LearnerView, learnerIn } from '#lib/server/classes/learner.ts'
import { classOf } from '#lib/server/classes/read.ts'
import { reasonWords } from '#lib/server/classes/reason-words.ts'
import { formatDate, t } from '#words'
import { own } from '../../../../_parts/own.ts'
import factStyles from '../../facts/facts.module.css'
import { FactLine } from '../../facts/line.tsx'
import { WithFacts } from '../../facts/with-facts.tsx'
import { ClassHead } from '../../head.tsx'
import { Attempts } from './attempts.tsx'
import { Did } from './did.tsx'
import styles from './learner.module.css'

export const generateMetadata = titled('grades.learner')

const DAY = 86_400_000
const minutes = (ms: number): number => Math.round(ms / 60_000)

/** How long they were at it, and when last. */
const Time = ({ view: { row } }: { view: LearnerView }) => (
  <p className="muted num">
    {t('grades.timeTotal', { n: minutes(row.spentMs) })} · {t('grades.timeWeek', { n: minutes(row.weekMs) })} ·{' '}
    {row.lastDay === null
      ? t('grades.neverActive')
      : t('grades.lastActive', { date: formatDate(row.lastDay * DAY, 'date', 'UTC') })}
  </p>
)

type Props = { readonly params: Promise<{ lang: string; class: string; learner: string }> }

const LearnerPage = async ({ params }: Props) => {
  const { class: classId, learner: userId } = await params
  const { view, told } = await own(async (viewer) => {
    const learner = await learnerIn(viewer, { classId, userId })
    return { told: learner, view: await classOf(viewer, classId) }
  })
  const { row, columns, weakest } = told
  const leads = view.role === 'instructor' && !view.archived
  return (
    <Frame>
      <ClassHead view={view} current="grades" back={`/classes/${classId}/grades`} />
      <div className={styles.page}>
        <div>
          <h2 className="head">
            <bdi>{row.name ?? t('grades.nameless')}</bdi>
          </h2>
          <Time view={told} />
          {row.reasons.length > 0 ? (
            <ul className={styles.words}>
              {row.reasons.map((reason) => {
                const words = reasonWords(t, reason, columns)
                return (
                  <li key={words} className="chip is-wrong-ink">
                    <Icon name="flag" small /> {words}
                  </li>
                )
              })}
            </ul>
          ) : null}
          <p className="label">{t('grades.learnerSeen')}</p>
        </div>
        <Did view={told} classId={classId} />
        <section className="section" aria-labelledby="weakest">
          <h3 className="head" id="weakest">
            {t('grades.weakest')}
          </h3>
          {weakest.length === 0 ? <p className="muted">{t('grades.weakestNone')}</p> : null}
          {weakest.map(({ assignmentId, setId, title, language, toIds, facts }) => (
            <div key={assignmentId} className={factStyles.weak}>
              <h4 className="label" {...tongueOf(language)}>
                {title}
              </h4>
              {leads ? (
                <WithFacts
                  {...{ assignmentId, setId, classId, title }}
                  liveTo={toIds}
                  factIds={facts.map(({ factId }) => factId)}
                  offered={facts.length}
                  toIds={[userId]}
                />
              ) : null}
              <ol className={factStyles.facts}>
                {facts.map((fact) => (
                  <FactLine key={fact.factId} fact={fact} language={language} />
                ))}
              </ol>
            </div>
          ))}
        </section>
        <Attempts view={told} />
      </div>
    </Frame>
  )
}
export default page(['classes', 'grades'], LearnerPage)
