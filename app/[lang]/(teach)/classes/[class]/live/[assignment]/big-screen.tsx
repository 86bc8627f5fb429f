'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { Icon } from '#app/_ui/icons.tsx'
import { TextLanguage } from '#app/_words/tongue.ts'
import type { LiveStep } from '#lib/quiz/index.ts'
import type { LiveState } from '#lib/server/quizzes/live/state.ts'
import { t } from '#words'
import { Countdown, useSecondsLeft } from '../../../../_parts/live/countdown.tsx'
import { talk } from '../../../../_parts/live/talk.ts'
import { type Live, useLive } from '../../../../_parts/live/use-live.ts'
import styles from './big.module.css'
import { Over } from './over.tsx'
import { Question } from './question.tsx'
import { Waiting } from './waiting.tsx'

/** What comes in is counted while everybody looks at it: answers are told by no signal. */
const COUNTED_EVERY_MS = 1_000
const LOOKED_EVERY_MS = 10_000

const MAIN = { start: 'live.start', show: 'live.show', next: 'live.next', end: 'live.finish' } as const

/** What the one button does; null where it is all over. */
const mainStep = ({ phase, place, questions }: LiveState): LiveStep | null => {
  if (phase === 'waiting') return 'start'
  if (phase === 'asking') return 'show'
  if (phase === 'shown') return place + 1 < questions ? 'next' : 'end'
  return null
}

/** Takes steps, one at a time: a second tap while the first is under way does nothing. */
const useSteps = ({ state, take, look }: Live) => {
  const [busy, setBusy] = useState(false)
  const under = useRef(false)
  const { assignmentId, place } = state
  const step = useCallback(
    async (to: LiveStep) => {
      if (under.current) return
      under.current = true
      setBusy(true)
      const said = await talk<LiveState>(assignmentId, { step: to, place }).catch(() => null)
      if (said?.ok) take(said.value)
      else await look()
      under.current = false
      setBusy(false)
    },
    [assignmentId, place, take, look],
  )
  return { step, busy }
}

/** Enter and space do what the button does, wherever the focus is but on something that takes them itself. */
const useMainKey = (run: (() => void) | null) => {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if ((event.key !== 'Enter' && event.key !== ' ') || event.repeat) return
      if ((event.target as Element).closest('button, a, summary, input')) return
      event.preventDefault()
      latest.current?.()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
}

/** What a screen reader is told as the round goes on. */
const announced = ({ phase, place, questions, item, results }: LiveState): string => {
  const where = t('live.question', { n: place + 1, all: questions })
  if (phase === 'asking') return `${where}. ${item?.stem ?? ''}`
  if (phase === 'shown' && results) return t('live.rightOf', { n: results.right, all: results.answered })
  return phase === 'over' ? t('live.overTitle') : ''
}

const Ending = ({ end }: { end: () => void }) => {
  const [sure, setSure] = useState(false)
  return (
    <button
      type="button"
      className="btn btn-quiet btn-small"
      onClick={() => (sure ? end() : setSure(true))}
      onBlur={() => setSure(false)}
    >
      {t(sure ? 'live.endSure' : 'live.end')}
    </button>
  )
}

/** What a class that answers together looks at: the question large, how many have answered, and then how. */
export const BigScreen = ({ first }: { first: LiveState }) => {
  const [counts, setCounts] = useState(first.phase === 'asking')
  const live = useLive(first, counts ? COUNTED_EVERY_MS : LOOKED_EVERY_MS)
  const { state, lost, now } = live
  const { step, busy } = useSteps(live)
  const alive = useAlive()
  const { phase, place, questions, classId, teaching } = state
  const main = mainStep(state)
  const left = useSecondsLeft(state.until, now)
  useEffect(() => setCounts(phase === 'asking'), [phase])
  useMainKey(main ? () => void step(main) : null)
  useEffect(() => {
    if (left === 0 && phase === 'asking') void step('show')
  }, [left, phase, step])
  if (teaching === null) return null
  const asks = phase === 'asking' || phase === 'shown'
  return (
    <TextLanguage value={state.language}>
      <div className={styles.screen}>
        <header className={styles.top}>
          <a className="icon-btn" href={`/classes/${classId}`} aria-label={t('live.toClass')}>
            <Icon name="close" />
          </a>
          <p className={styles.where}>
            <bdi>{state.title}</bdi> · <bdi>{state.className}</bdi>
          </p>
          <p className={styles.count}>
            {asks ? t('live.question', { n: place + 1, all: questions }) : null}
            {left === null ? null : ' · '}
            <Countdown left={left} />
          </p>
        </header>
        <main className={styles.body}>
          {phase === 'waiting' ? <Waiting state={state} teaching={teaching} /> : null}
          {asks ? <Question state={state} teaching={teaching} /> : null}
          {phase === 'over' ? <Over state={state} teaching={teaching} /> : null}
        </main>
        <p className="sr" role="status">
          {announced(state)}
        </p>
        <footer className={styles.foot}>
          <p className="problem" role="alert">
            {lost ? t('live.lost') : ''}
          </p>
          {main && main !== 'end' ? <Ending key={place} end={() => void step('end')} /> : null}
          {main ? (
            <button
              type="button"
              className={`btn btn-primary ${styles.main}`}
              disabled={!alive}
              aria-busy={busy}
              title={t('live.keys')}
              onClick={() => void step(main)}
            >
              {t(MAIN[main])}
            </button>
          ) : (
            <a className={`btn btn-primary ${styles.main}`} href={`/classes/${classId}`}>
              {t('live.toClass')}
            </a>
          )}
        </footer>
      </div>
    </TextLanguage>
  )
}
