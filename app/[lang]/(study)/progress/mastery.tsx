import { LEVELS, levelCounts, levelWord } from '#app/_ui/level.ts'
import { DocumentMap, LevelKey } from '#app/_ui/map.tsx'
import { tongueOf } from '#app/_words/tongue-of.ts'
import { t } from '#words'
import { Figure } from '../_view/figure.tsx'
import { readerHref, type SectionView, type SetView } from '../_view/sets.ts'
import { masteryFinding } from './findings.ts'
import styles from './progress.module.css'

const nameOf = (section: SectionView, set: SetView): string => section.heading ?? set.title

const Section = ({ section, set }: { section: SectionView; set: SetView }) => {
  const levels = [...section.facts].map(({ level }) => level).sort((a, b) => b - a)
  const first = section.facts[0]
  return (
    <a className={styles.section} href={readerHref(set, first?.number)}>
      <span {...tongueOf(set.language)}>{nameOf(section, set)}</span>
      <span className="label num">{t('progress.of', { held: section.held, all: levels.length })}</span>
      <DocumentMap small groups={[levels]} label={levelCounts(levels)} />
    </a>
  )
}

/** Every section with its facts, the best held first. */
export const Mastery = ({ sets }: { sets: readonly SetView[] }) => {
  const rows = sets.flatMap((set) =>
    set.sections.filter(({ facts }) => facts.length > 0).map((section) => ({ set, section })),
  )
  return (
    <Figure
      title={masteryFinding(rows.map(({ section }) => section))}
      note={t('progress.masteryNote')}
      head={[t('progress.section'), ...LEVELS.map(levelWord)]}
      rows={rows.map(({ set, section }) => [
        sets.length > 1 ? `${set.title}: ${nameOf(section, set)}` : nameOf(section, set),
        ...LEVELS.map((level) => section.facts.filter((fact) => fact.level === level).length),
      ])}
    >
      <div className={styles.mastery}>
        {rows.map(({ set, section }, index) => (
          <div key={`${set.setId} ${section.sectionId}`}>
            {sets.length > 1 && rows[index - 1]?.set !== set ? (
              <h3 className={styles.set} {...tongueOf(set.language)}>
                {set.title}
              </h3>
            ) : null}
            <Section section={section} set={set} />
          </div>
        ))}
      </div>
      <LevelKey />
    </Figure>
  )
}
