'use client'
import { tongueOf } from '#app/_words/tongue-of.ts'
import type { Pack } from '#lib/session/index.ts'
import { t } from '#words'
import { type ExamDraft, sectionsOf, WEIGHTS } from './draft.ts'
import styles from './exam.module.css'

const WORDS = { 0: 'plan.weightNone', 0.5: 'plan.weightHalf', 1: 'plan.weightOne', 2: 'plan.weightTwo' } as const

type SectionProps = { pack: Pack; section: string; weight: number; change: (weight: number) => void }

const Section = ({ pack, section, weight, change }: SectionProps) => (
  <label className={styles.section}>
    <span {...tongueOf(pack.language)}>{section}</span>
    <select className="input" value={weight} onChange={({ target }) => change(Number(target.value))}>
      {WEIGHTS.map((value) => (
        <option key={value} value={value}>
          {t(WORDS[value])}
        </option>
      ))}
    </select>
  </label>
)

type Props = { packs: readonly Pack[]; sets: ExamDraft['sets']; change: (sets: ExamDraft['sets']) => void }

/** The sets that an exam asks for, and what their sections count. */
export const Sets = ({ packs, sets, change }: Props) => (
  <ul className="list">
    {packs.map((pack) => {
      const weights = sets[pack.setId]
      const { [pack.setId]: _, ...others } = sets
      const sections = sectionsOf(pack)
      return (
        <li key={pack.setId}>
          <label className="list-row">
            <span className="grow">
              <strong {...tongueOf(pack.language)}>{pack.title}</strong>
              <span className="label num">{t('common.facts', { n: pack.facts.length })}</span>
            </span>
            <input
              type="checkbox"
              className="switch"
              role="switch"
              aria-checked={weights !== undefined}
              checked={weights !== undefined}
              onChange={({ target }) => change(target.checked ? { ...sets, [pack.setId]: {} } : others)}
            />
          </label>
          {weights && sections.length > 1 ? (
            <details className={styles.sections}>
              <summary className="label">{t('plan.sections', { n: sections.length })}</summary>
              {sections.map((section) => (
                <Section
                  key={section}
                  {...{ pack, section }}
                  weight={weights[section] ?? 1}
                  change={(weight) => change({ ...sets, [pack.setId]: { ...weights, [section]: weight } })}
                />
              ))}
            </details>
          ) : null}
        </li>
      )
    })}
  </ul>
)
