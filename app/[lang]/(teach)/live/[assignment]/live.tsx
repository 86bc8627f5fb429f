'use client'
import { useEffect, useRef } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { TextLanguage, useTongue } from '#app/_words/tongue.ts'
import { Beside } from '#app/[lang]/(study)/study/parts/beside.tsx'
import { Stem } from '#app/[lang]/(study)/study/parts/stem.tsx'
import type { LiveState } from '#lib/server/quizzes/live/state.ts'
import { formatNumber, t } from '#words'
import { askedIn } from '../../_parts/live/asked.ts'
import { Countdown, useSecondsLeft } from '../../_parts/live/countdown.tsx'
import { type Live, useLive } from '../../_parts/live/use-live.ts'
import { Answer } from './answer.tsx'
import styles from './live.module.css'
import { Shown } from './shown.tsx'
import { useSending } from './use-sending.ts'

/** Steps are told; should one be missed, or the connection be gone, this notices. */
const LOOKED_EVERY_MS = 15_000

const Quiet = ({ state: { title, phase, open, score, questions } }: { state: LiveState }) => {
  const tongue = useTongue()
  const over = phase === 'over'
  const whole = score !== null && Number.isInteger(score.points)
  const words = score && { right: formatNumber(score.points), points: formatNumber(score.points), all: score.outOf }
  const head = words ? t(whole ? 'live.doneTitle' : 'live.donePoints', words) : t('live.doneNone')
  return (
    <>
      <p className="label" {...tongue}>
        {title}
      </p>
      <div role="status">
        <h1 className="title">{over ? head : open ? t('live.waitTitle') : t('live.questions', { n: questions })}</h1>
        <p className="lede">{over ? (score ? t('live.doneNote') : '') : t(open ? 'live.waiting' : 'live.notOpen')}</p>
      </div>
    </>
  )
}

/** A question under way or shown; made anew for each, so that nothing of the one before stays. */
const OneQuestion = ({ live, left }: { live: Live; left: number | null }) => {
  const { state } = live
  const heading = useRef<HTMLHeadingElement>(null)
  const asked = askedIn(state)
  const { given, sending, give } = useSending(live)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [])
  if (!asked) return null
  return (
    <>
      <Stem stem={asked.question.stem} numbers={asked.facts.map(({ number }) => number)} focus={heading} />
      <Beside question={asked.question} />
      {state.phase === 'asking' ? (
        <Answer {...{ asked, given, sending, give }} closed={left === 0} />
      ) : (
        <Shown asked={asked} state={state} />
      )}
    </>
  )
}

/** A live round on a learner's phone: it follows the big screen. */
export const LiveScreen = ({ first }: { first: LiveState }) => {
  const live = useLive(first, LOOKED_EVERY_MS)
  const { state, lost, now } = live
  const { phase, place, questions, classId } = state
  const left = useSecondsLeft(state.until, now)
  const asks = phase === 'asking' || phase === 'shown'
  return (
    <TextLanguage value={state.language}>
      <div className="study">
        <header className={`study-top ${styles.top}`}>
          <a className="icon-btn" href={`/classes/${classId}`} aria-label={t('live.toClass')}>
            <Icon name="close" />
          </a>
          <span className="label">{asks ? <bdi>{state.title}</bdi> : null}</span>
          <span className="label num">
            {asks ? t('live.question', { n: place + 1, all: questions }) : null}
            {left === null ? null : ' · '}
            <Countdown left={left} />
          </span>
        </header>
        <main className="study-body" id="content">
          {asks ? <OneQuestion key={place} live={live} left={left} /> : <Quiet state={state} />}
        </main>
        <footer className="study-foot">
          <p className="problem" role="alert">
            {lost ? t('live.lost') : ''}
          </p>
          {phase === 'over' ? (
            <a className="btn btn-primary wide" href={`/classes/${classId}`}>
              {t('live.toClass')}
            </a>
          ) : null}
          {state.score ? (
            <a className="btn btn-quiet btn-small wide" href={`/quiz?attempt=${state.score.attemptId}`}>
              {t('live.toAnswers')}
            </a>
          ) : null}
        </footer>
      </div>
    </TextLanguage>
  )
}
