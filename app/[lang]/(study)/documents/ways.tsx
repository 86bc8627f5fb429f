'use client'
import { useState } from 'react'
import { Segments, Stepper } from '#app/_ui/controls.tsx'
import { Icon } from '#app/_ui/icons.tsx'
import type { Learner } from '#lib/client/index.ts'
import { formatPercent, t } from '#words'
import { setWaysAction } from './actions.ts'
import styles from './documents.module.css'

/** Below zero: as for all sets. */
const AS_ALL = -1
const NEW_PER_DAY = [AS_ALL, 0, 1, 2, 3, 5, 8, 10, 15, 20, 30, 50]
const RETENTION = [AS_ALL, 0.8, 0.85, 0.9, 0.92, 0.95, 0.97]

const answerings = () =>
  [
    ['all', t('documents.asAll')],
    ['mixed', t('documents.questionsWay')],
    ['cards', t('documents.cardsWay')],
  ] as const

type Props = { learner: Learner; enrolment: Learner['refs'][number]; title: string }

/** How one set is studied, below it: what is not chosen here follows the settings. */
export const Ways = ({ learner, enrolment, title }: Props) => {
  const { setId, newPerDayMax, desiredRetention = null, answering = null, paused } = enrolment
  const [ways, show] = useState({ newPerDayMax, desiredRetention, answering, paused })
  const [failed, fail] = useState('')
  const change = async (part: Partial<typeof ways>) => {
    const next = { ...ways, ...part }
    show(next)
    const outcome = await setWaysAction({ setId, ...next }).catch(() => null)
    fail(outcome?.ok ? '' : (outcome?.error.message ?? t('common.noConnection')))
    if (outcome?.ok) await learner.refresh()
  }
  const orNull = (value: number) => (value === AS_ALL ? null : value)
  return (
    <details className={styles.ways}>
      <summary aria-label={t('documents.waysOf', { title })}>
        <span className="label">{t('documents.ways')}</span>
        <Icon name="down" />
      </summary>
      <ul className="list">
        <Stepper
          name={t('documents.newPerDay')}
          hint={t('documents.newHint')}
          value={ways.newPerDayMax ?? AS_ALL}
          steps={NEW_PER_DAY}
          show={(value) => (value === AS_ALL ? t('documents.newAsAll') : String(value))}
          onChange={(value) => change({ newPerDayMax: orNull(value) })}
        />
        <Stepper
          name={t('documents.retention')}
          hint={t('documents.retentionHint')}
          value={ways.desiredRetention ?? AS_ALL}
          steps={RETENTION}
          show={(value) => (value === AS_ALL ? t('documents.newAsAll') : formatPercent(value))}
          onChange={(value) => change({ desiredRetention: orNull(value) })}
        />
        <li className={`list-row ${styles.answering}`}>
          <strong className="grow">{t('documents.answering')}</strong>
          <Segments
            legend={t('documents.answering')}
            options={answerings()}
            value={ways.answering ?? 'all'}
            onChange={(value) => change({ answering: value === 'all' ? null : value })}
          />
        </li>
        <li>
          <label className="list-row">
            <span className="grow">
              <strong>{t('documents.paused')}</strong>
              <span className="label">{t('documents.pausedHint')}</span>
            </span>
            <input
              type="checkbox"
              role="switch"
              className="switch"
              checked={ways.paused}
              aria-checked={ways.paused}
              onChange={(event) => change({ paused: event.target.checked })}
            />
          </label>
        </li>
      </ul>
      <p className={styles.failed} role="status">
        {failed}
      </p>
    </details>
  )
}
