'use client'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Icon } from '#app/_ui/icons.tsx'
import { Void } from '#app/_ui/void.tsx'
import { reviewsPerDay, type Today } from '#lib/analytics/index.ts'
import type { Learner } from '#lib/client/index.ts'
import { studyDay } from '#lib/scheduling/index.ts'
import { comingDays, countsOfToday } from '#lib/session/index.ts'
import { t } from '#words'
import { SavedChip } from '../_view/chip.tsx'
import { Gate } from '../_view/gate.tsx'
import { inputOf } from '../_view/input.ts'
import { setsOf } from '../_view/sets.ts'
import { todayAt } from '../_view/time.ts'
import { usePlanned } from '../_view/use-planned.ts'
import { Load } from './load.tsx'
import { Mastery } from './mastery.tsx'
import styles from './progress.module.css'

const DAYS = 14

const More = lazy(() => import('./more/more.tsx'))
const ExamSheet = lazy(() => import('../today/exam-sheet.tsx'))

/** Whether one is ready for the next exam, or the way to plan one. */
const Readiness = ({ learner, now }: { learner: Learner; now: number }) => (
  <section className={styles.ready}>
    <h2 className="head">{t('progress.ready')}</h2>
    {usePlanned(learner, now) ? (
      <Suspense>
        <ExamSheet learner={learner} now={now} />
      </Suspense>
    ) : (
      <>
        <p className="label">{t('progress.readyNone')}</p>
        <p className={styles.links}>
          <a className="btn btn-line btn-small" href="/plan">
            {t('progress.planExam')}
          </a>
          <a className="btn btn-quiet btn-small" href="/mock">
            {t('progress.sitTest')}
          </a>
        </p>
      </>
    )}
  </section>
)

const Ready = ({ learner, now }: { learner: Learner; now: number }) => {
  const { packs, refs, cards, entries, settings } = learner
  const [more, showMore] = useState(false)
  const { tzOffsetMin, rolloverHour } = todayAt(now, settings)
  const day = studyDay(now, tzOffsetMin, rolloverHour)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told here changes by the day, not by the minute
  const figures = useMemo(() => {
    const today: Today = todayAt(now, settings)
    const input = inputOf({ packs, refs, cards, entries, settings }, now)
    // What is new today is no load that fell due.
    const due = { ...countsOfToday(input), new: 0 }
    return {
      today,
      past: reviewsPerDay(entries, DAYS, today),
      ahead: comingDays(input, due, DAYS).map(({ day, cards }) => ({ day, due: cards })),
      sets: setsOf({ packs, cards }, today),
    }
  }, [packs, refs, cards, entries, settings, day])
  const answered = entries.some(({ kind }) => kind === 'review')
  return (
    <>
      <header className="topbar">
        <h1 className={`title ${styles.title}`}>{t('progress.title')}</h1>
        <SavedChip {...learner} />
      </header>
      {answered ? (
        <>
          <div className={`cols cols-even ${styles.figures}`}>
            <Readiness learner={learner} now={now} />
            <Load past={figures.past} ahead={figures.ahead} />
            <Mastery sets={figures.sets} />
          </div>
          <p className={styles.links}>
            <button
              type="button"
              className="btn btn-line"
              aria-expanded={more}
              aria-controls="more"
              onClick={() => showMore(!more)}
            >
              {t(more ? 'progress.less' : 'progress.more')} <Icon name={more ? 'up' : 'down'} small />
            </button>
            <a className="btn btn-quiet" href="/cards">
              {t('cards.link')}
            </a>
          </p>
          <div id="more">
            {more ? (
              <Suspense fallback={<p className="label">{t('common.loading')}</p>}>
                <More learner={learner} today={figures.today} sets={figures.sets} />
              </Suspense>
            ) : null}
          </div>
        </>
      ) : (
        <Void level="h2" title={t('progress.emptyTitle')} body={t('progress.emptyBody')}>
          <a className="btn btn-primary wide" href="/study">
            {t('progress.emptyStart')}
          </a>
        </Void>
      )}
    </>
  )
}

export const ProgressScreen = () => <Gate>{(learner, now) => <Ready learner={learner} now={now} />}</Gate>
