'use client'
import { useMemo } from 'react'
import { Void } from '#app/_ui/void.tsx'
import { dueForecast, retentionByWeek, reviewsPerDay } from '#lib/analytics/index.ts'
import type { Learner } from '#lib/client/index.ts'
import { t } from '#words'
import { SavedChip } from '../_view/chip.tsx'
import { Gate } from '../_view/gate.tsx'
import { setsOf } from '../_view/sets.ts'
import { todayAt } from '../_view/time.ts'
import { Load } from './load.tsx'
import { Mastery } from './mastery.tsx'
import styles from './progress.module.css'
import { Retention } from './retention.tsx'

const WEEKS = 12
const DAYS = 14

const Ready = ({ learner, now }: { learner: Learner; now: number }) => {
  const { packs, cards, entries, settings } = learner
  const figures = useMemo(() => {
    const today = todayAt(now, settings)
    return {
      weeks: retentionByWeek(entries, WEEKS, settings.desiredRetention, today),
      past: reviewsPerDay(entries, DAYS, today),
      ahead: dueForecast(cards.values(), DAYS, today),
      sets: setsOf({ packs, cards }, today),
    }
  }, [packs, cards, entries, settings, now])
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
