import { Frame } from '#app/_ui/frame.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import { page, titled } from '#app/_words/words.tsx'
import { type ClassFact, factsIn } from '#lib/server/classes/facts.ts'
import { classOf } from '#lib/server/classes/read.ts'
import { formatDate, t } from '#words'
import { own } from '../../../../_parts/own.ts'
import { ClassHead } from '../../head.tsx'
import styles from '../facts.module.css'
import { FactLine } from '../line.tsx'
import { WithFacts } from '../with-facts.tsx'

export const generateMetadata = titled('grades.facts')

const SHOWN = 30
/** Below this chance a fact is more likely forgotten than known. */
const HALF = 0.5
/** How many are offered to be set or asked where fewer are weak, and at most. */
const FEW = 5
const MANY = 20

type Props = { readonly params: Promise<{ lang: string; class: string; assignment: string }> }
type ListProps = { facts: readonly ClassFact[]; language: string; learners: number }

const List = ({ facts, language, learners }: ListProps) => (
  <ol className={styles.facts}>
    {facts.map((fact) => (
      <FactLine key={fact.factId} {...{ fact, language }} note={t('grades.factMet', { met: fact.met, n: learners })} />
    ))}
  </ol>
)

const FactsPage = async ({ params }: Props) => {
  const { class: classId, assignment: assignmentId } = await params
  const { view, told } = await own(async (viewer) => {
    const facts = await factsIn(viewer, { classId, assignmentId })
    return { told: facts, view: await classOf(viewer, classId) }
  })
  const { setId, title, language, date, learners, toIds, facts } = told
  const weak = facts.filter(({ due }) => due < HALF).length
  const leads = view.role === 'instructor' && !view.archived
  const [first, rest] = [facts.slice(0, SHOWN), facts.slice(SHOWN)]
  return (
    <Frame>
      <ClassHead view={view} current="grades" back={`/classes/${classId}/grades`} />
      <div className={styles.page}>
        <div>
          <h2 className="head" {...tongueOf(language)}>
            {title}
          </h2>
          <p className="label num">
            {t('grades.until', { date: formatDate(Date.parse(`${date}T00:00:00Z`), 'whole', 'UTC') })}
          </p>
        </div>
        {facts.length === 0 || learners === 0 ? (
          <p className="muted">{t(facts.length === 0 ? 'grades.factsNone' : 'grades.factsNobody')}</p>
        ) : (
          <>
            <div>
              <p className={styles.finding}>
                {weak === 0 ? t('grades.factsFine') : t('grades.factsFinding', { n: weak, all: facts.length })}
              </p>
              <p className="label">
                {t('grades.factsLede')} {t('grades.factsKey')}
              </p>
            </div>
            {leads ? (
              <WithFacts
                {...{ assignmentId, setId, classId, title }}
                liveTo={toIds}
                factIds={facts.map(({ factId }) => factId)}
                metIds={facts.flatMap(({ factId, met }) => (met > 0 ? [factId] : []))}
                offered={Math.max(FEW, Math.min(weak, MANY))}
              />
            ) : null}
            <List facts={first} {...{ language, learners }} />
            {rest.length > 0 ? (
              <details>
                <summary className={styles.more}>{t('grades.show', { n: rest.length })}</summary>
                <List facts={rest} {...{ language, learners }} />
              </details>
            ) : null}
          </>
        )}
      </div>
    </Frame>
  )
}
export default page(['classes', 'grades'], FactsPage)
