import { useId, useMemo } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { Icon } from '#app/_ui/icons.tsx'
import { useTongue } from '#app/_words/tongue.ts'
import {
  acceptBest,
  coverageOf,
  type DeskFact,
  type DeskSection,
  type Skipped,
  STATES,
  type State,
} from '#lib/desk/index.ts'
import { t } from '#words'
import styles from './desk.module.css'
import type { DeskState } from './use-desk.ts'

const STATE_WORDS = {
  all: 'desk.stateAll',
  open: 'desk.stateOpen',
  look: 'desk.stateLook',
  flagged: 'desk.stateFlagged',
  accepted: 'desk.stateAccepted',
  rejected: 'desk.stateRejected',
} as const

/** Which facts are gone through, and the way back from the last decision. */
export const Tools = ({ desk }: { desk: DeskState }) => {
  const alive = useAlive()
  const id = useId()
  return (
    <div className={styles.tools}>
      <label className="sr" htmlFor={id}>
        {t('desk.show')}
      </label>
      <select
        id={id}
        className={`input ${styles.select}`}
        value={desk.state}
        disabled={!alive}
        onChange={(event) => desk.show(event.target.value as State)}
      >
        {STATES.map((state) => (
          <option key={state} value={state}>
            {t(STATE_WORDS[state])}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="btn btn-quiet btn-small"
        disabled={!desk.canUndo}
        aria-keyshortcuts="u"
        onClick={desk.undo}
      >
        <Icon name="undo" />
        {t('desk.undo')}
      </button>
    </div>
  )
}

const SectionRow = ({ heading, facts, accepted, rejected, skipped }: Row) => {
  const tongue = useTongue()
  const judged = accepted + rejected
  const words = t('desk.skipped', { n: skipped })
  return (
    <li className={styles.section} aria-label={t('desk.coverageOf', { heading, judged, all: facts, skipped: words })}>
      <span {...tongue}>{heading}</span>
      <span className="label num" aria-hidden="true">
        {`${judged}/${facts}`}
      </span>
      <svg className={styles.bar} viewBox={`0 0 ${Math.max(1, facts)} 1`} preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.barAll} width={Math.max(1, facts)} height="1" />
        <rect className={styles.barNot} width={judged} height="1" />
        <rect className={styles.barYes} width={accepted} height="1" />
      </svg>
      <span className={`label num ${styles.without}`} aria-hidden="true">
        {words}
      </span>
    </li>
  )
}
type Row = { heading: string; facts: number; accepted: number; rejected: number; skipped: number }

type CoverageProps = {
  readonly sections: readonly DeskSection[]
  readonly facts: readonly DeskFact[]
  readonly skipped: readonly Skipped[]
}

/** How far each part of the text is judged, and how much of it nothing was asked of. */
export const Coverage = ({ sections, facts, skipped }: CoverageProps) => {
  const rows = useMemo(() => coverageOf(sections, facts, skipped), [sections, facts, skipped])
  return (
    <details className={styles.coverage}>
      <summary className="list-row">
        <span className="grow">
          <strong>{t('desk.coverage')}</strong>
        </span>
        <Icon name="down" />
      </summary>
      <ul>
        {rows.map(({ section, ...counts }) => (
          <SectionRow key={section?.id ?? ''} heading={section?.heading ?? t('desk.beginning')} {...counts} />
        ))}
      </ul>
    </details>
  )
}

/** One tap for all that is good already. */
export const AcceptAll = ({ desk }: { desk: DeskState }) => {
  const n = acceptBest(desk.facts).length
  if (n === 0) return null
  return (
    <button type="button" className={`btn btn-quiet btn-small ${styles.acceptAll}`} onClick={desk.acceptAll}>
      <Icon name="twice" />
      {t('desk.acceptAll', { n })}
    </button>
  )
}
