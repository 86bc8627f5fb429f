'use client'
import { useId } from 'react'
import type { LearnerSettings } from '#lib/sync/index.ts'
import { formatPercent, t } from '#words'
import { Segments, Stepper } from './controls.tsx'
import styles from './settings.module.css'
import { type Saving, useSettings } from './use-settings.ts'

const NEW_PER_DAY = [0, 1, 2, 3, 5, 8, 10, 15, 20, 30, 40, 50, 75, 100]
const REVIEWS_PER_DAY = [10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000]
const RETENTION = [
  0.7, 0.75, 0.8, 0.82, 0.84, 0.85, 0.86, 0.87, 0.88, 0.89, 0.9, 0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97,
]

const themes = () =>
  [
    ['system', t('account.themeSystem')],
    ['light', t('account.themeLight')],
    ['dark', t('account.themeDark')],
    ['sepia', t('account.themeSepia')],
  ] as const

const buttons = () =>
  [
    ['2', t('account.buttonsTwo')],
    ['4', t('account.buttonsFour')],
  ] as const

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

/** How it looks and how much it asks. Every change is saved by itself. */
export const SettingsParts = ({ initial, timeZones }: { initial: LearnerSettings; timeZones: readonly string[] }) => {
  const { settings, change, saving } = useSettings(initial)
  const words = wordsFor(saving)
  return (
    <>
      <div role="status" className={styles.status}>
        {words ? <span className={saving.state === 'failed' ? styles.failed : undefined}>{words}</span> : null}
      </div>
      <section className="section">
        <h2 className="label">{t('account.reading')}</h2>
        <Segments
          legend={t('account.theme')}
          options={themes()}
          value={settings.theme}
          onChange={(theme) => change({ theme })}
        />
      </section>
      <section className="section">
        <h2 className="label">{t('account.studying')}</h2>
        <ul className="list">
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
          <Buttons settings={settings} change={change} />
          <TimeZone settings={settings} change={change} timeZones={timeZones} />
        </ul>
      </section>
    </>
  )
}
