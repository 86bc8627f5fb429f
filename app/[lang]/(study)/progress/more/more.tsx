'use client'
import { useMemo } from 'react'
import {
  byForm,
  daysAhead,
  hardestOf,
  retentionByWeek,
  reviewsPerDay,
  speedByWeek,
  stabilityGroups,
  studied,
  type Today,
} from '#lib/analytics/index.ts'
import type { Learner } from '#lib/client/index.ts'
import { studyDay } from '#lib/scheduling/index.ts'
import { secondsPerAnswer } from '#lib/session/index.ts'
import type { SetView } from '../../_view/sets.ts'
import { Retention } from '../retention.tsx'
import { CalibrationPart } from './calibration.tsx'
import { Forms, Minutes, Speed, Stability } from './habits.tsx'
import { Hardest } from './hardest.tsx'
import styles from './more.module.css'
import { TextMaps } from './text-map.tsx'
import { Year } from './year.tsx'

const WEEKS = 12
const DAYS = 30
const HARDEST = 8
const YEAR = 364

/** All else that can be told of how somebody learns, each figure with its table. */
const More = ({ learner, today, sets }: { learner: Learner; today: Today; sets: readonly SetView[] }) => {
  const { entries, cards, packs, settings } = learner
  const figures = useMemo(() => {
    const reviews = studied(entries)
    return {
      reviews,
      weeks: retentionByWeek(entries, WEEKS, settings.desiredRetention, today),
      days: reviewsPerDay(entries, DAYS, today),
      speed: speedByWeek(reviews, WEEKS, today),
      forms: byForm(reviews),
      stability: stabilityGroups(cards.values()),
      hardest: hardestOf(cards.values(), HARDEST),
      year: daysAhead(cards.values(), {
        ...{ today: studyDay(today.now, today.tzOffsetMin, today.rolloverHour), days: YEAR },
        ...{ retention: settings.desiredRetention, seed: 'year' },
      }),
      seconds: secondsPerAnswer(reviews),
    }
  }, [entries, cards, settings, today])
  return (
    <div className={styles.more}>
      <Retention weeks={figures.weeks} />
      <Minutes days={figures.days} />
      <Stability groups={figures.stability} />
      <Year load={figures.year} seconds={figures.seconds} today={today} />
      <TextMaps packs={packs} sets={sets} />
      <Speed weeks={figures.speed} />
      <Forms forms={figures.forms} />
      <Hardest facts={figures.hardest} packs={packs} />
      <CalibrationPart learner={learner} reviews={figures.reviews} today={today} />
    </div>
  )
}
export default More
