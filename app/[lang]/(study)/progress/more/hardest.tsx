import { tongueOf } from '#app/_words/tongue-of.ts'
import type { HardFact } from '#lib/analytics/index.ts'
import type { Pack } from '#lib/session/index.ts'
import { t } from '#words'
import { Figure } from '../../_view/figure.tsx'
import { readerHref } from '../../_view/sets.ts'
import styles from './more.module.css'

/** The facts that were missed most often after they were known. */
export const Hardest = ({ facts, packs }: { facts: readonly HardFact[]; packs: readonly Pack[] }) => {
  const rows = facts.flatMap(({ factId, lapses }) => {
    const pack = packs.find((one) => one.facts.some(({ id }) => id === factId))
    const fact = pack?.facts.find(({ id }) => id === factId)
    return pack && fact ? [{ pack, fact, lapses }] : []
  })
  if (rows.length === 0) return null
  return (
    <Figure
      title={t('progress.hardestTitle')}
      note={t('progress.hardestNote')}
      head={[t('progress.fact'), t('progress.missed')]}
      rows={rows.map(({ fact, lapses }) => [fact.statement, lapses])}
    >
      <ul className={styles.hardest}>
        {rows.map(({ pack, fact, lapses }) => (
          <li key={fact.id}>
            <a
              className="fn"
              aria-label={t('progress.readFact', { n: fact.number })}
              href={readerHref({ setId: pack.setId, documentId: pack.documents[0]?.id ?? null }, fact.number)}
            >
              {fact.number}
            </a>
            <span {...tongueOf(pack.language)}>{fact.statement}</span>
            <span className="label num">{t('progress.missedTimes', { n: lapses })}</span>
          </li>
        ))}
      </ul>
      <a
        className="btn btn-line btn-small"
        href={`/study?facts=${encodeURIComponent(rows.map(({ fact }) => fact.id).join(','))}`}
      >
        {t('progress.studyThese')}
      </a>
    </Figure>
  )
}
