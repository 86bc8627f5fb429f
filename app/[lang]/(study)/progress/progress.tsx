'use client'
import { useMemo } from 'react'
import { Void } from '#app/_ui/void.tsx'
import { retentionByWeek, reviewsPerDay } from '#lib/analytics/index.ts'
import type { Learner } from '#lib/client/index.ts'
import { comingDays, countsOfToday } from '#lib/session/index.ts'
import { t } from '#words'
import { SavedChip } from '../_view/chip.tsx'
import { Gate } from '../_view/gate.tsx'
import { inputOf } from '../_view/input.ts'
import { setsOf } from '../_view/sets.ts'
import { todayAt } from '../_view/time.ts'
import { Load } from './load.tsx'
import { Mastery } from './mastery.tsx'
import styles from './progress.module.css'
import { Retention } from './retention.tsx'

const WEEKS = 12
const DAYS = 14

const Ready = ({ learner, now }: { learner: Learner; now: number }) => {
  const { packs, refs, cards, entries, settings } = learner
  const figures = useMemo(() => {
    const today = todayAt(now, settings)
    const input = inputOf({ packs, refs, cards, entries, settings }, now)
    // What is new today is no load that fell due.
    const due = { ...countsOfToday(input), new: 0 }
    return {
      weeks: retentionByWeek(entries, WEEKS, settings.desiredRetention, today),
      past: reviewsPerDay(entries, DAYS, today),
      ahead: comingDays(input, due, DAYS).map(({ day, cards }) => ({ day, due: cards })),
      sets: setsOf({ packs, cards }, today),
    }
  }, [packs, refs, cards, entries, settings, now])
  const answered = entries.some(({ kind }) => kind === 'review')
  return (
    <>
      <header className="topbar">
        <h1 className={`title ${styles.title}`}>{t('progress.title')}</h1>
        <SavedChip {...learner} />
      </header>
      {answered ? (
        <div className={`cols cols-even ${styles.figures}`}>
          <Retention weeks={figures.weeks} />
          <Load past={figures.past} ahead={figures.ahead} />
          <Mastery sets={figures.sets} />
          <p>
            <a className="btn btn-line" href="/cards">
              {t('cards.link')}
            </a>
          </p>
        </div>
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
