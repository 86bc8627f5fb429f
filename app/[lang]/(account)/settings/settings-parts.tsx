'use client'
import { useId } from 'react'
import { Segments, Stepper } from '#app/_ui/controls.tsx'
import type { LearnerSettings } from '#lib/sync/index.ts'
import { formatPercent, t } from '#words'
import { DaysOff } from './days-off.tsx'
import { ReadingPart } from './reading-part.tsx'
import styles from './settings.module.css'
import { type Saving, useSettings } from './use-settings.ts'

/** 0: as long as it takes. */
const MINUTES = [0, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120]
const NEW_PER_DAY = [0, 1, 2, 3, 5, 8, 10, 15, 20, 30, 40, 50, 75, 100]
const REVIEWS_PER_DAY = [10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000]
const RETENTION = [
  0.7, 0.75, 0.8, 0.82, 0.84, 0.85, 0.86, 0.87, 0.88, 0.89, 0.9, 0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97,
]

const buttons = () =>
  [
    ['2', t('account.buttonsTwo')],
    ['4', t('account.buttonsFour')],
  ] as const

const answerings = () =>
  [
    ['mixed', t('account.answeringMixed')],
    ['cards', t('account.answeringCards')],
  ] as const

const WEEKLY_GOAL = [0, 1, 2, 3, 4, 5, 6, 7]

const wordsFor = (saving: Saving): string => {
  if (saving.state === 'failed') return t('account.notSaved', { why: saving.why })
  return { idle: '', saving: t('account.saving'), saved: t('account.saved') }[saving.state]
}

type PartProps = { readonly settings: LearnerSettings; readonly change: (part: Partial<LearnerSettings>) => void }

const TimeZone = ({ settings, change, timeZones }: PartProps & { timeZones: readonly string[] }) => {
  const id = useId()
  return (
    <li className={`list-row ${styles.wrap}`}>
      <span className="grow">
        <label htmlFor={id}>
          <strong>{t('account.timeZone')}</strong>
        </label>
        <span className="label" id={`${id}-hint`}>
          {t('account.timeZoneHint', { hour: `${settings.rolloverHour}:00` })}
        </span>
      </span>
      <select
        id={id}
        className={`input ${styles.select}`}
        aria-describedby={`${id}-hint`}
        value={settings.timeZone ?? ''}
        onChange={(event) => change({ timeZone: event.target.value || null })}
      >
        <option value="">{t('account.timeZoneDevice')}</option>
        {timeZones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </li>
  )
}

const Buttons = ({ settings, change }: PartProps) => (
  <li className={`list-row ${styles.wrap}`}>
    <span className="grow">
      <strong>{t('account.buttons')}</strong>
      <span className="label">
        {settings.ratingButtons === 2 ? t('account.buttonsTwoHint') : t('account.buttonsFourHint')}
      </span>
    </span>
    <Segments
      legend={t('account.buttons')}
      options={buttons()}
      value={settings.ratingButtons === 2 ? '2' : '4'}
      onChange={(value) => change({ ratingButtons: value === '2' ? 2 : 4 })}
    />
  </li>
)

const Answering = ({ settings, change }: PartProps) => (
  <li className={`list-row ${styles.below}`}>
    <span className="grow">
      <strong>{t('account.answering')}</strong>
      <span className="label">
        {settings.answering === 'mixed' ? t('account.answeringMixedHint') : t('account.answeringCardsHint')}
      </span>
    </span>
    <Segments
      legend={t('account.answering')}
      options={answerings()}
      value={settings.answering}
      onChange={(answering) => change({ answering })}
    />
  </li>
)

/** How it looks and how much it asks. Every change is saved by itself. */
export const SettingsParts = ({ initial, timeZones }: { initial: LearnerSettings; timeZones: readonly string[] }) => {
  const { settings, change, saving } = useSettings(initial)
  const words = wordsFor(saving)
  return (
    <>
      <div role="status" className={styles.status}>
        {words ? <span className={saving.state === 'failed' ? styles.failed : undefined}>{words}</span> : null}
      </div>
      <ReadingPart theme={settings.theme} change={(theme) => change({ theme })} />
      <section className="section">
        <h2 className="label">{t('account.studying')}</h2>
        <ul className="list">
          <Stepper
            name={t('account.minutes')}
            hint={t('account.minutesHint')}
            value={settings.minutesPerDay ?? 0}
            steps={MINUTES}
            show={(minutes) => (minutes === 0 ? t('account.minutesAll') : String(minutes))}
            onChange={(minutes) => change({ minutesPerDay: minutes === 0 ? null : minutes })}
          />
          <Stepper
            name={t('account.newPerDay')}
            hint={t('account.newPerDayHint')}
            value={settings.newPerDayMax}
            steps={NEW_PER_DAY}
            onChange={(newPerDayMax) => change({ newPerDayMax })}
          />
          <Stepper
            name={t('account.reviewsPerDay')}
            hint={t('account.reviewsPerDayHint')}
            value={settings.reviewsPerDayMax}
            steps={REVIEWS_PER_DAY}
            onChange={(reviewsPerDayMax) => change({ reviewsPerDayMax })}
          />
          <Stepper
            name={t('account.retention')}
            hint={t('account.retentionHint')}
            value={settings.desiredRetention}
            steps={RETENTION}
            show={formatPercent}
            onChange={(desiredRetention) => change({ desiredRetention })}
          />
          <Answering settings={settings} change={change} />
          <Buttons settings={settings} change={change} />
          <Stepper
            name={t('account.goal')}
            hint={t('account.goalHint')}
            value={settings.weeklyGoal}
            steps={WEEKLY_GOAL}
            show={(days) => (days === 0 ? t('account.goalNone') : String(days))}
            onChange={(weeklyGoal) => change({ weeklyGoal })}
          />
          <DaysOff settings={settings} change={change} />
          <TimeZone settings={settings} change={change} timeZones={timeZones} />
        </ul>
      </section>
    </>
  )
}
