'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { TextLanguage } from '#app/_words/tongue.ts'
import type { Learner } from '#lib/client/index.ts'
import { type Sitting, timeLeft } from '#lib/sitting/index.ts'
import { formatNumber, t } from '#words'
import { SavedChip } from '../_view/chip.tsx'
import { answeredParts, loadAnswered } from '../study/later.ts'
import { Stem } from '../study/parts/stem.tsx'
import { Answering } from './answering.tsx'
import { askedIn } from './asked.ts'
import styles from './mock.module.css'
import type { Sat } from './use-sitting.ts'

const clock = (ms: number): string => {
  const seconds = Math.ceil(ms / 1_000)
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  return `${formatNumber(minutes)}:${String(rest).padStart(2, '0')}`
}

const Top = ({ sitting, flag }: { sitting: Sitting; flag: () => void }) => {
  const left = timeLeft(sitting)
  const all = sitting.items.length
  const done = Object.keys(sitting.given).length
  const flagged = sitting.flagged.includes(sitting.at)
  return (
    <header className={`study-top ${styles.top}`}>
      <a className="icon-btn" href="/plan" aria-label={t('mock.stop')}>
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
        {t('study.count', { at: sitting.at + 1, all })}
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
}

const stateOf = ({ given, flagged }: Sitting, place: number): string => {
  const answered = t(given[place] ? 'mock.isAnswered' : 'mock.isOpen')
  return flagged.includes(place) ? `${answered}, ${t('mock.isFlagged')}` : answered
}

/** Every question by its number, with what was answered and what is flagged. */
const Overview = ({ sitting, go }: { sitting: Sitting; go: (to: number) => void }) => (
  <details className={styles.overview}>
    <summary className="label">{t('mock.allQuestions')}</summary>
    <ol>
      {sitting.items.map(({ entryId }, place) => (
        <li key={entryId}>
          <button
            type="button"
            className={`num ${sitting.given[place] ? styles.done : ''} ${sitting.flagged.includes(place) ? styles.marked : ''}`}
            aria-current={place === sitting.at ? 'true' : undefined}
            aria-label={t('mock.questionState', { n: place + 1, state: stateOf(sitting, place) })}
            onClick={() => go(place)}
          >
            {formatNumber(place + 1)}
          </button>
        </li>
      ))}
    </ol>
  </details>
)

type HandInProps = { sitting: Sitting; handIn: () => void; back: () => void; giveUp: () => void }

const HandIn = ({ sitting, handIn, back, giveUp }: HandInProps) => {
  const open = sitting.items.length - Object.keys(sitting.given).length
  const heading = useRef<HTMLHeadingElement>(null)
  const [sure, setSure] = useState(false)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <main className="study-body">
        <h1 className="title" ref={heading} tabIndex={-1}>
          {t('mock.handInTitle')}
        </h1>
        <p className="lede">{open === 0 ? t('mock.allAnswered') : t('mock.stillOpen', { n: open })}</p>
        {sitting.flagged.length > 0 ? (
          <p className="muted">{t('mock.stillFlagged', { n: sitting.flagged.length })}</p>
        ) : null}
      </main>
      <footer className="study-foot">
        <button type="button" className="btn btn-primary wide" onClick={handIn}>
          {t('mock.handIn')}
        </button>
        <div className="ways-on">
          <button type="button" className="btn btn-quiet btn-small" onClick={back}>
            {t('mock.backToTest')}
          </button>
          <button
            type="button"
            className="btn btn-quiet btn-small"
            onClick={() => (sure ? giveUp() : setSure(true))}
            onBlur={() => setSure(false)}
          >
            {t(sure ? 'mock.giveUpSure' : 'mock.giveUp')}
          </button>
        </div>
      </footer>
    </>
  )
}

type Props = { learner: Learner; sat: Sat; sitting: Sitting; done: (attemptId: string) => void }

/** A practice test under way: one question at a time, each answer on disk before the next. */
export const Running = ({ learner, sat, sitting, done }: Props) => {
  const { act } = sat
  const [ending, end] = useState(false)
  const [parts, setParts] = useState(answeredParts)
  const heading = useRef<HTMLHeadingElement>(null)
  const shownAt = useRef(performance.now())
  const { at } = sitting
  const item = sitting.items[at]
  const asked = useMemo(
    () => (item ? askedIn(learner.packs, item, sitting.attemptId) : null),
    [learner.packs, item, sitting.attemptId],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question is what restarts its clock
  useEffect(() => {
    shownAt.current = performance.now()
    heading.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [at, ending])
  useEffect(() => {
    loadAnswered().then(setParts, () => undefined)
  }, [])
  const handIn = async () => {
    const attemptId = await sat.handIn()
    if (attemptId) done(attemptId)
  }
  const isOver = timeLeft(sitting) === 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the time is over
  useEffect(() => {
    if (isOver) void handIn()
  }, [isOver])

  const give = (place: number, given: string | string[], told: boolean) => {
    const spentMs = performance.now() - shownAt.current
    shownAt.current = performance.now()
    act({ type: 'give', place, given, at: Date.now(), spentMs, told })
  }
  const go = (to: number) => {
    end(to >= sitting.items.length)
    if (to < sitting.items.length) act({ type: 'go', to })
  }
  const given = sitting.given[at] ?? null
  return (
    <div className="study">
      <Top sitting={sitting} flag={() => act({ type: 'flag' })} />
      {ending ? (
        <HandIn
          sitting={sitting}
          handIn={() => void handIn()}
          back={() => end(false)}
          giveUp={() => void sat.leave().catch(() => undefined)}
        />
      ) : (
        <>
          <TextLanguage value={asked?.pack.language ?? 'en'}>
            <main className="study-body">
              <div className="over">
                <span className="label">{sitting.title}</span>
                <SavedChip {...learner} />
              </div>
              {asked && parts ? (
                <>
                  <Stem
                    stem={asked.question.stem}
                    numbers={given?.told ? asked.facts.map(({ number }) => number) : []}
                    focus={heading}
                  />
                  <Answering
                    key={item?.entryId}
                    {...{ asked, parts, given }}
                    feedback={sitting.feedback}
                    give={(answer, told) => give(at, answer, told)}
                    next={() => go(at + 1)}
                  />
                </>
              ) : (
                <p className="muted">{asked ? t('common.loading') : t('mock.gone')}</p>
              )}
            </main>
          </TextLanguage>
          <footer className="study-foot">
            {sat.trouble ? <p className="problem">{t('mock.notSaved')}</p> : null}
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
                {t(at + 1 < sitting.items.length ? 'mock.next' : 'mock.toHandIn')}
              </button>
            </div>
            <Overview sitting={sitting} go={go} />
          </footer>
        </>
      )}
    </div>
  )
}
