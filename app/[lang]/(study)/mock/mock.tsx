'use client'
import { type ReactNode, useState } from 'react'
import { Frame } from '#app/_ui/frame.tsx'
import { Opening } from '#app/_ui/opening.tsx'
import { Void } from '#app/_ui/void.tsx'
import type { Learner } from '#lib/client/index.ts'
import type { TestItem } from '#lib/sitting/index.ts'
import { t } from '#words'
import { Gate } from '../_view/gate.tsx'
import { wantedIn } from './bank.ts'
import { Paper } from './paper.tsx'
import { ResultPart } from './result.tsx'
import { Running } from './running.tsx'
import { SetUp } from './set-up.tsx'
import { useSitting } from './use-sitting.ts'

const Framed = ({ children }: { children: ReactNode }) => <Frame current="plan">{children}</Frame>

const Ready = ({ learner, now }: { learner: Learner; now: number }) => {
  const sat = useSitting(learner)
  const [wanted] = useState(() => wantedIn(location.search))
  const [attempt, setAttempt] = useState(() => new URLSearchParams(location.search).get('attempt'))
  const [paper, setPaper] = useState<{ items: readonly TestItem[]; title: string } | null>(null)
  const done = (attemptId: string) => {
    history.replaceState(null, '', `/mock?attempt=${attemptId}`)
    setAttempt(attemptId)
    scrollTo(0, 0)
  }
  if (attempt)
    return (
      <Framed>
        <ResultPart learner={learner} attemptId={attempt} />
      </Framed>
    )
  if (sat.sitting === undefined)
    return (
      <Framed>
        <Opening />
      </Framed>
    )
  if (sat.sitting) return <Running learner={learner} sat={sat} sitting={sat.sitting} done={done} />
  if (paper) return <Paper learner={learner} {...paper} back={() => setPaper(null)} />
  if (learner.packs.length === 0)
    return (
      <Framed>
        <Void title={t('study.noTextTitle')} body={t('study.noTextBody')}>
          <a className="btn btn-primary wide" href="/new">
            {t('study.addText')}
          </a>
        </Void>
      </Framed>
    )
  return (
    <Framed>
      <SetUp
        {...{ learner, now, wanted }}
        begin={(sitting) => void sat.begin(sitting).catch(() => undefined)}
        print={(items, title) => setPaper({ items, title })}
      />
    </Framed>
  )
}

/** Practice tests: set up, sat, handed in and looked at, all on this device. */
export const MockScreen = () => (
  <Gate frame={(inside) => <Framed>{inside}</Framed>}>{(learner, now) => <Ready learner={learner} now={now} />}</Gate>
)
