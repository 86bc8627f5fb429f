import { DocumentMap } from '#app/_ui/map.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import { t } from '#words'
import { readerHref, type SetView } from '../_view/sets.ts'
import styles from './today.module.css'

const nextOf = ({ next, levels }: SetView): string | null => {
  if (levels.length === 0) return t('common.keptBack')
  if (!next) return t('today.allMet')
  return next.heading ? t('today.nextToLearn', { section: next.heading }) : null
}

/** Every set that is studied, with its map: each leads to the text. */
export const Sets = ({ sets }: { sets: SetView[] }) => (
  <section className={`stack ${styles.side}`} aria-label={t('today.ahead')}>
    {sets.map((set) => (
      <a key={set.setId} className={styles.docline} href={readerHref(set)}>
        <span className="row between">
          <strong {...tongueOf(set.language)}>{set.title}</strong>
          <span className={`label num ${styles.held}`}>
            {set.levels.length > 0 ? t('today.held', { held: set.held, all: set.levels.length }) : null}
          </span>
        </span>
        <DocumentMap groups={set.sections.map((section) => section.facts.map(({ level }) => level))} />
        <span className={styles.next}>{nextOf(set)}</span>
      </a>
    ))}
  </section>
)
