'use client'
import { useEffect, useRef, useState } from 'react'
import { useAlive } from '#app/_client/index.ts'
import { postJson, WireError } from '#lib/client/index.ts'
import { t } from '#words'
import styles from './shared.module.css'

const REASONS = {
  copied: 'shared.reportCopied',
  harmful: 'shared.reportHarmful',
  personal: 'shared.reportPersonal',
  other: 'shared.reportOther',
} as const

/** Where a stranger says to those who run the installation what is wrong with a set. */
export const ReportSet = ({ shareKey }: { shareKey: string }) => {
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const first = useRef<HTMLButtonElement>(null)
  const alive = useAlive()
  useEffect(() => {
    if (open) first.current?.focus()
  }, [open])
  const send = async (reason: keyof typeof REASONS) => {
    setOpen(false)
    try {
      await postJson('/api/reports', { shareKey, reason })
      setSaid(t('shared.reported'))
    } catch (thrown) {
      setSaid(thrown instanceof WireError && thrown.fault !== 'offline' ? thrown.message : t('shared.offline'))
    }
  }
  return (
    <div className={styles.report}>
      {open ? (
        <fieldset>
          <legend className="label">{t('shared.reportWhat')}</legend>
          {(Object.keys(REASONS) as (keyof typeof REASONS)[]).map((reason, at) => (
            <button
              key={reason}
              ref={at === 0 ? first : undefined}
              type="button"
              className="btn btn-line btn-small"
              onClick={() => send(reason)}
            >
              {t(REASONS[reason])}
            </button>
          ))}
        </fieldset>
      ) : said === '' ? (
        <button type="button" className="btn btn-quiet btn-small" disabled={!alive} onClick={() => setOpen(true)}>
          {t('shared.report')}
        </button>
      ) : null}
      <p className="label" role="status">
        {said}
      </p>
    </div>
  )
}
