'use client'
import { useEffect, useRef, useState } from 'react'
import { Opening } from '#app/_ui/opening.tsx'
import { Void } from '#app/_ui/void.tsx'
import type { Learner, LearnerStore } from '#lib/client/index.ts'
import { startSession } from '#lib/session/index.ts'
import { formatWhen, t } from '#words'
import { Gate } from '../_view/gate.tsx'
import type { Planned } from '../_view/planned.ts'
import { todayAt } from '../_view/time.ts'
import { usePlanned } from '../_view/use-planned.ts'
import { answeredParts, loadAnswered } from './later.ts'
import { planSession, requestOf } from './plan.ts'
import { Running } from './running.tsx'
import { keep, takeUp } from './snapshot.ts'
import { useSession } from './use-session.ts'

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

type ReadyProps = { learner: Learner; store: LearnerStore; now: number; planned: Planned | null }

const Ready = ({ learner, store, now, planned }: ReadyProps) => {
  const { userId } = store
  const [request] = useState(() => requestOf(location.search))
  const [left] = useState(() => takeUp(userId, Date.now()))
  const seed = useRef(left?.seed ?? `${userId}-${now}`)
  const [begin] = useState(
    () =>
      left?.session ?? startSession(planSession(learner, request, Date.now(), seed.current, planned?.planner ?? null)),
  )
  const studying = useSession({
    packs: learner.packs,
    store,
    timeZone: learner.settings.timeZone,
    begin,
    keep: (session) => keep(userId, { session, seed: seed.current, savedAt: Date.now() }),
  })
  const { session } = studying
  const [, arrived] = useState(false)
  useEffect(() => {
    loadAnswered().then(
      () => arrived(true),
      () => {},
    )
  }, [])
  const today = { ...todayAt(now, learner.settings), until: planned?.until }

  const more = () =>
    planSession(learner, { ...request, facts: [], more: true }, Date.now(), `${seed.current}-${Date.now()}`)
  const goOn = () => studying.start(more())

  const parts = answeredParts()
  // A session taken up at its verdict or its summary is there before the parts that show them.
  if (!parts && session.phase !== 'asking' && session.queue.length + session.answers.length > 0)
    return (
      <main className="page">
        <Opening />
      </main>
    )
  if (session.phase !== 'done')
    return <Running learner={learner} today={today} studying={studying} seed={seed.current} />
  if (session.answers.length > 0 && parts)
    return <parts.Summary learner={learner} today={today} studying={studying} keepGoing={goOn} />
  const next = parts?.nextAt(learner, now) ?? null
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
  const planned = usePlanned(learner, now)
  if (learner.refs.length === 0 && learner.sync !== 'offline') return <NoText />
  if (learner.packs.length === 0 || !learner.store) return <NotHere learner={learner} />
  if (planned === undefined)
    return (
      <main className="page">
        <Opening />
      </main>
    )
  return <Ready key={learner.store.userId} learner={learner} store={learner.store} now={now} planned={planned} />
}

/** The study screen: whoever studies here, with whatever is on this device. */
export const StudyScreen = () => (
  <Gate frame={(inside) => <main className="page">{inside}</main>}>
    {(learner, now) => <Study learner={learner} now={now} />}
  </Gate>
)
