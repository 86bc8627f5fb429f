import { Icon } from '#app/_ui/icons.tsx'
import { levelWord } from '#app/_ui/level.ts'
import { Meter } from '#app/_ui/map.tsx'
import { useTongue } from '#app/_words/tongue.ts'
import { formatRelative, t } from '#words'
import styles from './reader.module.css'
import type { HeldFact } from './reading.ts'

const dueOf = ({ level, due }: HeldFact, now: number): string => {
  if (level === 0 || due === null) return t('reader.notMet')
  return due <= now ? t('reader.dueNow') : t('reader.due', { when: formatRelative(due, now) })
}

const Said = ({ statement }: { statement: string }) => <span {...useTongue()}>{statement}</span>

const Claim = ({ statement }: { statement: string }) => (
  <h2 className="claim" {...useTongue()}>
    {statement}
  </h2>
)

type Props = {
  held: HeldFact
  now: number
  onStep: (step: 1 | -1) => void
  onClose: () => void
  first: boolean
  last: boolean
}

/** The fact in hand: its number, how well it is held, when it is due, what it says, and a way to be asked. */
export const FactCard = ({ held, now, onStep, onClose, first, last }: Props) => (
  <div className={`factcard ${styles.card}`}>
    <div className={styles.top}>
      <span className="big">{held.fact.number}</span>
      <span className="chip">
        <Meter level={held.level} /> {levelWord(held.level)}
      </span>
      <button type="button" className={`icon-btn ${styles.close}`} aria-label={t('reader.closeFact')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
    <Claim statement={held.fact.statement} />
    <p className="label num">
      {t('reader.standing', { due: dueOf(held, now), questions: t('common.questions', { n: held.questions }) })}
    </p>
    <div className={styles.ways}>
      <button
        type="button"
        className="icon-btn"
        aria-label={t('reader.previous')}
        aria-keyshortcuts="p"
        disabled={first}
        onClick={() => onStep(-1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        className="icon-btn"
        aria-label={t('reader.next')}
        aria-keyshortcuts="n"
        disabled={last}
        onClick={() => onStep(1)}
      >
        <Icon name="down" />
      </button>
      {held.questions > 0 ? (
        <a className="btn btn-primary btn-small" href={`/study?${new URLSearchParams({ facts: held.fact.id })}`}>
          {t('reader.askNow')}
        </a>
      ) : null}
    </div>
  </div>
)

/** The other facts of the same section, on a screen with a margin. */
export const AlsoHere = ({ facts, now }: { facts: readonly HeldFact[]; now: number }) => {
  if (facts.length === 0) return null
  return (
    <section className={`hide-p ${styles.near}`} aria-labelledby="also-here">
      <h2 className="label" id="also-here">
        {t('reader.alsoHere')}
      </h2>
      <ul>
        {facts.map((held) => (
          <li key={held.fact.id}>
            <span className="fn">{held.fact.number}</span>
            <a href={`#f${held.fact.number}`} className={styles.nearFact}>
              <Said statement={held.fact.statement} />
              <span className="chip">
                <Meter level={held.level} /> <span className="sr">{levelWord(held.level)}.</span> {dueOf(held, now)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
