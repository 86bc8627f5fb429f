import { useEffect, useMemo, useRef, useState } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { TextLanguage } from '#app/_words/tongue.ts'
import { clocksNow } from '#lib/client/index.ts'
import { type UnderWay, unsentOf } from '#lib/quiz/index.ts'
import { formatNumber, t } from '#words'
import { Answering } from '../mock/answering.tsx'
import { AllQuestions, HandIn, Steps, TestTop } from '../mock/frame.tsx'
import { answeredParts, loadAnswered } from '../study/later.ts'
import { Stem } from '../study/parts/stem.tsx'
import { askedWithKey, askedWithoutKey } from './asked.ts'
import styles from './quiz.module.css'
import type { Taking } from './use-quiz.ts'

/** Where what was answered is: on this device only, or with the server. */
const Kept = ({ state, offline }: { state: UnderWay; offline: boolean }) => {
  const unsent = unsentOf(state).length
  if (!offline) return unsent === 0 ? null : <span className="label">{t('quiz.sending')}</span>
  return (
    <span className="chip chip-box" role="status">
      <Icon name="offline" small />
      {unsent === 0 ? t('quiz.offlineSaved') : t('quiz.offlineUnsent', { n: unsent })}
    </span>
  )
}

type Props = { taking: Taking; state: UnderWay; online: boolean }

/** An attempt under way: one question at a time, each answer on this device before the next and with the server soon after. */
export const RunningPart = ({ taking, state, online }: Props) => {
  const { act, left } = taking
  const { running, at, answers } = state
  const all = running.items.length
  const [ending, end] = useState(false)
  const [parts, setParts] = useState(answeredParts)
  const heading = useRef<HTMLHeadingElement>(null)
  const shownAt = useRef(performance.now())
  const item = running.items[at]
  const told = state.told[at] ?? null
  const answer = answers[at]
  const asked = useMemo(() => {
    if (told) return askedWithKey(told, running.attemptId)
    return item ? askedWithoutKey(item, running.language) : null
  }, [told, item, running.attemptId, running.language])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question is what restarts its clock
  useEffect(() => {
    shownAt.current = performance.now()
    heading.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [at, ending])
  useEffect(() => {
    loadAnswered().then(setParts, () => undefined)
  }, [])
  const give = (place: number, given: string | string[], tell: boolean) => {
    const spentMs = performance.now() - shownAt.current
    shownAt.current = performance.now()
    act({ type: 'give', place, given, spentMs, clocks: clocksNow(), tell })
  }
  const go = (to: number) => {
    end(to >= all)
    if (to < all) act({ type: 'go', to })
  }
  const waits = answer?.tell === true && told === null
  return (
    <div className="study">
      <TestTop
        {...{ at, all, left }}
        done={Object.keys(answers).length}
        flagged={state.flagged.includes(at)}
        flag={() => act({ type: 'flag' })}
        away={{ href: '/today', label: t('quiz.leave') }}
      />
      {ending ? (
        <HandIn
          open={all - Object.keys(answers).length}
          flagged={state.flagged.length}
          handIn={() => act({ type: 'hand-in' })}
        >
          <button type="button" className="btn btn-quiet btn-small" onClick={() => end(false)}>
            {t('quiz.back')}
          </button>
        </HandIn>
      ) : (
        <>
          <TextLanguage value={running.language}>
            <main className="study-body">
              <div className="over">
                <span className="label">
                  {running.number === 0 ? `${t('quiz.preview')} · ` : ''}
                  {running.title}
                </span>
                <Kept state={state} offline={taking.offline || !online} />
              </div>
              {asked && parts ? (
                <>
                  <Stem stem={asked.question.stem} numbers={asked.facts.map(({ number }) => number)} focus={heading} />
                  {waits ? (
                    <p className={styles.waits} role="status">
                      {t(taking.offline ? 'quiz.toldOnline' : 'quiz.marking')}
                    </p>
                  ) : (
                    <Answering
                      key={`${at} ${told === null}`}
                      {...{ asked, parts }}
                      given={answer ? { given: answer.given, told: told !== null } : null}
                      feedback={running.feedback === 'each' ? 'each' : 'end'}
                      give={(given, tell) => give(at, given, tell)}
                      next={() => go(at + 1)}
                      bare
                    />
                  )}
                </>
              ) : (
                <p className="muted">{t('common.loading')}</p>
              )}
            </main>
          </TextLanguage>
          <footer className="study-foot">
            {taking.trouble ? <p className="problem">{taking.trouble}</p> : null}
            <Steps at={at} all={all} go={go} />
            <AllQuestions
              places={running.items.map(({ place }) => ({
                ...{ key: formatNumber(place), answered: place in answers, flagged: state.flagged.includes(place) },
              }))}
              at={at}
              go={go}
            />
          </footer>
        </>
      )}
    </div>
  )
}
