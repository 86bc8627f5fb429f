'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import { TextLanguage } from '#app/_words/tongue.ts'
import type { Learner } from '#lib/client/index.ts'
import { type Sitting, timeLeft } from '#lib/sitting/index.ts'
import { t } from '#words'
import { SavedChip } from '../_view/chip.tsx'
import { answeredParts, loadAnswered } from '../study/later.ts'
import { Stem } from '../study/parts/stem.tsx'
import { Answering } from './answering.tsx'
import { askedIn } from './asked.ts'
import { AllQuestions, HandIn, Steps, TestTop } from './frame.tsx'
import type { Sat } from './use-sitting.ts'

/** Its answers would be lost: asked twice. */
const GiveUp = ({ giveUp }: { giveUp: () => void }) => {
  const [sure, setSure] = useState(false)
  return (
    <button
      type="button"
      className="btn btn-quiet btn-small"
      onClick={() => (sure ? giveUp() : setSure(true))}
      onBlur={() => setSure(false)}
    >
      {t(sure ? 'mock.giveUpSure' : 'mock.giveUp')}
    </button>
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
      <TestTop
        at={at}
        all={sitting.items.length}
        done={Object.keys(sitting.given).length}
        flagged={sitting.flagged.includes(at)}
        left={timeLeft(sitting)}
        flag={() => act({ type: 'flag' })}
        away={{ href: '/plan', label: t('mock.stop') }}
      />
      {ending ? (
        <HandIn
          open={sitting.items.length - Object.keys(sitting.given).length}
          flagged={sitting.flagged.length}
          handIn={() => void handIn()}
        >
          <button type="button" className="btn btn-quiet btn-small" onClick={() => end(false)}>
            {t('mock.backToTest')}
          </button>
          <GiveUp giveUp={() => void sat.leave().catch(() => undefined)} />
        </HandIn>
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
            <Steps at={at} all={sitting.items.length} go={go} />
            <AllQuestions
              places={sitting.items.map(({ entryId }, place) => ({
                ...{ key: entryId, answered: place in sitting.given, flagged: sitting.flagged.includes(place) },
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
