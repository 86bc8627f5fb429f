'use client'
import { useEffect, useRef, useState } from 'react'
import { Void } from '#app/_ui/void.tsx'
import type { Learner, LearnerStore } from '#lib/client/index.ts'
import { formatWhen } from '#lib/messages/index.ts'
import { Gate } from '../_view/gate.tsx'
import { todayAt } from '../_view/time.ts'
import { answeredParts, loadAnswered } from './later.ts'
import { nextAt } from './next.ts'
import { planSession, requestOf } from './plan.ts'
import { Running } from './running.tsx'
import { useSession } from './use-session.ts'
import { t } from './words.ts'

const Alone = ({ title, body, children }: { title: string; body: string; children: React.ReactNode }) => (
  <main className="page">
    <Void title={title} body={body}>
      {children}
      <a className="btn btn-quiet btn-small wide" href="/today">
        {t('study.toToday')}
      </a>
    </Void>
  </main>
)

const NoText = () => (
  <Alone title={t('study.noTextTitle')} body={t('study.noTextBody')}>
    <a className="btn btn-primary wide" href="/new">
      {t('study.addText')}
    </a>
  </Alone>
)

const NotHere = ({ learner }: { learner: Learner }) => (
  <Alone title={t('study.notHereTitle')} body={t('study.notHereBody')}>
    <button type="button" className="btn btn-primary wide" onClick={() => void learner.refresh()}>
      {t('common.retry')}
    </button>
  </Alone>
)

type ReadyProps = { learner: Learner; store: LearnerStore; now: number }

const Ready = ({ learner, store, now }: ReadyProps) => {
  const [request] = useState(() => requestOf(location.search))
  const seed = useRef(`${store.userId}-${now}`)
  const [first] = useState(() => planSession(learner, request, Date.now(), seed.current))
  const studying = useSession({ packs: learner.packs, store, timeZone: learner.settings.timeZone, items: first })
  const { session } = studying
  const [, arrived] = useState(false)
  useEffect(() => {
    loadAnswered().then(
      () => arrived(true),
      () => {},
    )
  }, [])
  const today = todayAt(now, learner.settings)

  const more = () =>
    planSession(learner, { ...request, facts: [], more: true }, Date.now(), `${seed.current}-${Date.now()}`)
  const goOn = () => studying.start(more())

  if (session.phase !== 'done')
    return <Running learner={learner} today={today} studying={studying} seed={seed.current} />
  const parts = answeredParts()
  if (session.answers.length > 0 && parts)
    return <parts.Summary learner={learner} today={today} studying={studying} keepGoing={goOn} />
  const next = nextAt(learner, today)
  const when =
    next === null ? '' : `${t('study.emptyNext', { when: formatWhen(next, now, learner.settings.timeZone) })} `
  return (
    <Alone title={t('study.emptyTitle')} body={`${when}${t('study.emptyBody')}`}>
      <button type="button" className="btn btn-primary wide" onClick={goOn}>
        {t('study.keepGoing')}
      </button>
    </Alone>
  )
}

const Study = ({ learner, now }: { learner: Learner; now: number }) => {
  if (learner.refs.length === 0 && learner.sync !== 'offline') return <NoText />
  if (learner.packs.length === 0 || !learner.store) return <NotHere learner={learner} />
  return <Ready key={learner.store.userId} learner={learner} store={learner.store} now={now} />
}

/** The study screen: whoever studies here, with whatever is on this device. */
export const StudyScreen = () => (
  <Gate frame={(inside) => <main className="page">{inside}</main>}>
    {(learner, now) => <Study learner={learner} now={now} />}
  </Gate>
)
