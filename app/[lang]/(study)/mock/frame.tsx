import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { formatNumber, t } from '#words'
import styles from './mock.module.css'

/** "12:05", by minutes and seconds, rounded up. */
const clock = (ms: number): string => {
  const seconds = Math.ceil(ms / 1_000)
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  return `${formatNumber(minutes)}:${String(rest).padStart(2, '0')}`
}

type TopProps = {
  at: number
  all: number
  done: number
  flagged: boolean
  /** Milliseconds; null: as long as it takes. */
  left: number | null
  flag: () => void
  /** Where leaving it for now leads, and what that is called. */
  away: { href: string; label: string }
}

/** How far a test is, what time is left, the flag of the question on screen, and the way out. */
export const TestTop = ({ at, all, done, flagged, left, flag, away }: TopProps) => (
  <header className={`study-top ${styles.top}`}>
    <a className="icon-btn" href={away.href} aria-label={away.label}>
      <Icon name="close" />
    </a>
    <div
      className="progress"
      role="progressbar"
      aria-label={t('mock.answered', { n: done, all })}
      aria-valuemin={0}
      aria-valuemax={all}
      aria-valuenow={done}
    >
      <b style={{ width: `${(100 * done) / all}%` }} />
    </div>
    <span className="label num">
      {left === null ? null : (
        <span role="timer" aria-label={t('mock.timeLeft', { time: clock(left) })}>
          {clock(left)}
        </span>
      )}
      {left === null ? null : ' · '}
      {t('study.count', { at: at + 1, all })}
    </span>
    <button
      type="button"
      className={`icon-btn ${flagged ? styles.flagged : ''}`}
      aria-pressed={flagged}
      aria-label={t('mock.flag')}
      onClick={flag}
    >
      <Icon name="flag" />
    </button>
  </header>
)

type Place = { key: string | number; answered: boolean; flagged: boolean }

const stateOf = ({ answered, flagged }: Place): string => {
  const word = t(answered ? 'mock.isAnswered' : 'mock.isOpen')
  return flagged ? `${word}, ${t('mock.isFlagged')}` : word
}

/** Every question by its number, with what was answered and what is flagged. */
export const AllQuestions = ({
  places,
  at,
  go,
}: {
  places: readonly Place[]
  at: number
  go: (to: number) => void
}) => (
  <details className={styles.overview}>
    <summary className="label">{t('mock.allQuestions')}</summary>
    <ol>
      {places.map((place, nth) => (
        <li key={place.key}>
          <button
            type="button"
            className={`num ${place.answered ? styles.done : ''} ${place.flagged ? styles.marked : ''}`}
            aria-current={nth === at ? 'true' : undefined}
            aria-label={t('mock.questionState', { n: nth + 1, state: stateOf(place) })}
            onClick={() => go(nth)}
          >
            {formatNumber(nth + 1)}
          </button>
        </li>
      ))}
    </ol>
  </details>
)

type StepsProps = { at: number; all: number; go: (to: number) => void }

/** To the question before and the next one, and from the last to the end. */
export const Steps = ({ at, all, go }: StepsProps) => (
  <div className={styles.steps}>
    <button
      type="button"
      className="btn btn-line"
      aria-label={t('mock.previous')}
      disabled={at === 0}
      onClick={() => go(at - 1)}
    >
      <Icon name="back" />
    </button>
    <button type="button" className="btn btn-primary wide" onClick={() => go(at + 1)}>
      {t(at + 1 < all ? 'mock.next' : 'mock.toHandIn')}
    </button>
  </div>
)

type HandInProps = {
  /** Questions without an answer, and those that are flagged. */
  open: number
  flagged: number
  handIn: () => void
  /** The other ways on from here. */
  children: ReactNode
}

/** The end of a test, before it is handed in. */
export const HandIn = ({ open, flagged, handIn, children }: HandInProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <main className="study-body">
        <h1 className="title" ref={heading} tabIndex={-1}>
          {t('mock.handInTitle')}
        </h1>
        <p className="lede">{open === 0 ? t('mock.allAnswered') : t('mock.stillOpen', { n: open })}</p>
        {flagged > 0 ? <p className="muted">{t('mock.stillFlagged', { n: flagged })}</p> : null}
      </main>
      <footer className="study-foot">
        <button type="button" className="btn btn-primary wide" onClick={handIn}>
          {t('mock.handIn')}
        </button>
        <div className="ways-on">{children}</div>
      </footer>
    </>
  )
}
