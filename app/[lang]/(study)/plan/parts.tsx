import { tongueOf } from '#app/_words/tongue-of.ts'
import type { ExamAhead, ExamReport, RiskyFact, SectionForecast } from '#lib/agenda/index.ts'
import type { Pack } from '#lib/session/index.ts'
import { formatNumber, formatPercent, t } from '#words'
import { readerHref } from '../_view/sets.ts'
import styles from './plan.module.css'
import { along, rangeWords } from './range.ts'

const Section = ({ section, pack, goal }: { section: SectionForecast; pack: Pack; goal: number }) => {
  const { low, high, count } = section
  return (
    <li className={styles.section}>
      <span {...tongueOf(pack.language)}>{section.section ?? pack.title}</span>
      <span className="label num">{t('plan.ofFacts', { range: rangeWords(section), n: count })}</span>
      <span className={styles.meter} aria-hidden="true">
        <i style={{ insetInlineStart: along(low / count), width: along(Math.max(0.01, (high - low) / count)) }} />
        <b style={{ insetInlineStart: along(goal) }} />
      </span>
    </li>
  )
}

type SectionsProps = { report: ExamReport; exam: ExamAhead; packs: readonly Pack[] }

/** What would be recalled of each section, the weakest first. */
export const Sections = ({ report, exam, packs }: SectionsProps) => {
  const rows = [...report.sections].sort((a, b) => a.expected / a.count - b.expected / b.count)
  if (rows.length < 2) return null
  return (
    <section className="section" aria-labelledby="by-section">
      <h2 className="head" id="by-section">
        {t('plan.bySection')}
      </h2>
      <ul className={styles.sections}>
        {rows.map((section) => {
          const pack = packs.find(({ setId }) => setId === section.setId)
          return pack ? (
            <Section key={`${section.setId} ${section.section}`} {...{ section, pack }} goal={exam.exam.goal} />
          ) : null
        })}
      </ul>
    </section>
  )
}

const Risk = ({ risk: { fact, recall, met, minutes } }: { risk: RiskyFact }) => (
  <li className={styles.risk}>
    <a
      className="fn"
      href={readerHref({ setId: fact.pack.setId, documentId: fact.pack.documents[0]?.id ?? null }, fact.fact.number)}
      aria-label={t('plan.readFact', { n: fact.fact.number })}
    >
      {formatNumber(fact.fact.number)}
    </a>
    <span {...tongueOf(fact.pack.language)} className={styles.claim}>
      {fact.fact.statement}
    </span>
    <span className="label num">
      {met ? t('plan.recallOf', { share: formatPercent(recall) }) : t('plan.notMet')}
      {' · '}
      {minutes === null ? t('plan.mendNever') : t('plan.mend', { n: Math.max(1, Math.ceil(minutes)) })}
    </span>
  </li>
)

/** The facts that are most likely to be missed, and what it takes to mend them. */
export const Risky = ({ report }: { report: ExamReport }) => {
  if (report.risky.length === 0) return null
  const facts = report.risky.map(({ fact }) => fact.fact.id).join(',')
  return (
    <section className="section" aria-labelledby="risky">
      <h2 className="head" id="risky">
        {t('plan.risky')}
      </h2>
      <ul className={styles.risks}>
        {report.risky.map((risk) => (
          <Risk key={risk.fact.key} risk={risk} />
        ))}
      </ul>
      <a className="btn btn-line btn-small" href={`/study?facts=${encodeURIComponent(facts)}`}>
        {t('plan.studyThese')}
      </a>
    </section>
  )
}

/** Sections of the exam's sets in which nothing is asked. */
const emptyIn = ({ exam, scope }: ExamAhead, packs: readonly Pack[]): string[] => {
  const asked = new Set(scope.facts.map(({ pack, section }) => `${pack.setId}\n${section}`))
  return packs
    .filter(({ setId }) => exam.parts.some((part) => part.setId === setId))
    .flatMap((pack) =>
      pack.documents.flatMap(({ sections }) =>
        sections.filter(({ heading }) => !asked.has(`${pack.setId}\n${heading}`)).map(({ heading }) => heading),
      ),
    )
}

/** What the forecast says nothing of. */
export const NotCovered = ({ exam, packs }: { exam: ExamAhead; packs: readonly Pack[] }) => {
  const { missing, setAside, notAsked } = exam.scope
  const empty = emptyIn(exam, packs)
  return (
    <section className="section" aria-labelledby="not-covered">
      <h2 className="head" id="not-covered">
        {t('plan.notCovered')}
      </h2>
      <ul className={styles.plain}>
        <li>{t('plan.onlyTheseSets')}</li>
        {empty.length > 0 ? <li>{t('plan.emptySections', { sections: empty.join(', ') })}</li> : null}
        {missing.length > 0 ? <li>{t('plan.missingSets', { n: missing.length })}</li> : null}
        {setAside > 0 ? <li>{t('plan.setAside', { n: setAside })}</li> : null}
        {notAsked > 0 ? <li>{t('plan.notAsked', { n: notAsked })}</li> : null}
        <li>{t('plan.selfRated')}</li>
      </ul>
    </section>
  )
}
