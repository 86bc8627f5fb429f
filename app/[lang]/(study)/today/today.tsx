'use client'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { DueList } from '#app/_ui/due.tsx'
import { Icon } from '#app/_ui/icons.tsx'
import { Void } from '#app/_ui/void.tsx'
import { Wordmark } from '#app/_ui/wordmark.tsx'
import { weeklyGoal } from '#lib/analytics/index.ts'
import { type Learner, showBadge } from '#lib/client/index.ts'
import { studyDay } from '#lib/scheduling/index.ts'
import { t } from '#words'
import { SavedChip } from '../_view/chip.tsx'
import { Gate } from '../_view/gate.tsx'
import { KeptLine, NewVersion } from '../_view/kept.tsx'
import { setsOf } from '../_view/sets.ts'
import { formatDay, todayAt } from '../_view/time.ts'
import { usePlanned } from '../_view/use-planned.ts'
import { Goal } from './goal.tsx'
import { Hero } from './hero.tsx'
import { overviewOf } from './overview.ts'
import { Sets } from './sets.tsx'
import styles from './today.module.css'
import { Week } from './week.tsx'

const ExamSheet = lazy(() => import('./exam-sheet.tsx'))

/** What classes want answered that is not done yet. */
const FromClasses = ({ learner: { due, settings } }: { learner: Learner }) => {
  const open = due.filter(({ state }) => state !== 'done' && state !== 'closed')
  return open.length === 0 ? null : (
    <section className="section" aria-labelledby="from-classes">
      <h2 className="head" id="from-classes">
        {t('due.title')}
      </h2>
      <DueList due={open} timeZone={settings.timeZone} />
    </section>
  )
}

const Ready = ({ learner, now }: { learner: Learner; now: number }) => {
  const { packs, refs, cards, entries, settings } = learner
  const planned = usePlanned(learner, now)
  const view = useMemo(() => {
    const today = todayAt(now, settings)
    return {
      overview: overviewOf(
        { packs, refs, cards, entries, settings },
        now,
        planned?.planner ?? null,
        planned?.minutesOn ?? null,
      ),
      sets: setsOf({ packs, cards }, today),
      week: settings.weeklyGoal > 0 ? weeklyGoal(entries, settings.weeklyGoal, settings, today) : null,
      // Before the rollover it is still yesterday, here as in the week below.
      date: formatDay(studyDay(now, today.tzOffsetMin, today.rolloverHour), 'long'),
    }
  }, [packs, refs, cards, entries, settings, now, planned])
  const { due } = view.overview
  useEffect(() => showBadge(due), [due])
  return (
    <>
      <header className="topbar">
        <span className="hide-l">
          <Wordmark href="/today" />
        </span>
        <span className="label hide-p">{view.date}</span>
        <span className={styles.tools}>
          <SavedChip {...learner} />
          <a className="icon-btn" href="/settings" aria-label={t('common.settings')}>
            <Icon name="person" />
          </a>
        </span>
      </header>
      <FromClasses learner={learner} />
      {refs.length === 0 ? (
        <Void title={t('today.noDocumentsTitle')} body={t('today.noDocumentsBody')}>
          <a className="btn btn-primary wide" href="/new">
            {t('today.addText')}
          </a>
        </Void>
      ) : (
        <>
          <div className={`cols ${styles.cols}`}>
            <Hero
              overview={view.overview}
              date={view.date}
              now={now}
              timeZone={settings.timeZone}
              exam={planned ? [...new Set(planned.titles)].join(', ') : null}
            >
              {view.week ? <Goal week={view.week} /> : null}
              {planned ? (
                <Suspense>
                  <ExamSheet learner={learner} now={now} />
                </Suspense>
              ) : null}
            </Hero>
            <Sets sets={view.sets} />
          </div>
          <Week days={view.overview.week} />
          <footer className={styles.kept}>
            <NewVersion />
            <KeptLine learner={learner} now={now} />
          </footer>
        </>
      )}
    </>
  )
}

export const TodayScreen = () => <Gate>{(learner, now) => <Ready learner={learner} now={now} />}</Gate>
